#!/usr/bin/env python3
"""The authority's own text becomes a pack that takes our pack's place: import_seeds.py SAMSYN. SAMSYN_SEEDS names the folder with it.
What stands in it is read here once more, in a simpler way that knows how that one text is laid out."""
import os
import subprocess
import sys
import tempfile
import unittest

SAMSYN = os.path.abspath(sys.argv.pop(1))
TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SEEDS = os.environ.get("SAMSYN_SEEDS", "")
NAME = "003_528e0a678712c6ff.txt"
SKIP = 77
AREAS = ["utbildning", "organisation", "kvalitetsarbete", "ledarskap"]
COUNTS = {"rektor": [15, 16, 8, 9], "skolchef": [9, 16, 6, 8]}


def run(*arguments):
    return subprocess.run([SAMSYN, *arguments], capture_output=True, text=True, timeout=60, cwd=TOP)


def table(*arguments):
    done = run("list", "statements", *arguments)
    return [line.split("\t") for line in done.stdout.rstrip("\n").split("\n")[1:]]


def source():
    """[id, audience, area, theme, text] of every statement, in the order of the text."""
    found, area, audience, themes, open_theme = [], -1, None, {}, None
    with open(os.path.join(SEEDS, NAME), encoding="utf-8") as file:
        lines = file.read().split("\n")
    for line in lines:
        words = line.split()
        if line.startswith("Påståenden ") and len(words) == 2:
            area += audience in (None, "skolchef")
            audience = words[1]
        elif line.startswith("Gör en analys") or line.startswith("Gör så här"):
            open_theme = None
        elif audience and line and not line.startswith(" ") and len(words) < 7:
            open_theme = line.rstrip(":")
        elif audience and open_theme and line.startswith(" • Hos oss"):
            numbers = themes.setdefault(area, [])
            if open_theme not in numbers:
                numbers.append(open_theme)
            at = (audience, area, open_theme)
            number = 1 + sum((row[1], AREAS.index(row[2]), row[3]) == at for row in found)
            found.append([f"{audience}.{AREAS[area]}.{numbers.index(open_theme) + 1}.{number}", audience, AREAS[area], open_theme, line[3:]])
    return found


class Seed(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.pack = os.path.join(self.folder.name, "pack")
        self.done = run("import", os.path.join(SEEDS, NAME), "--out", self.pack)
        self.assertEqual((self.done.returncode, self.done.stderr), (0, ""))

    def tearDown(self):
        self.folder.cleanup()

    def made(self, *arguments):
        """Our packs with the made one added."""
        return table("--packs", self.pack, *arguments)

    def test_it_holds_the_statements_to_the_letter_and_nothing_else(self):
        expected = sorted(source())
        self.assertEqual({audience: [sum(row[1] == audience and row[2] == area for row in expected) for area in AREAS]
                          for audience in COUNTS}, COUNTS)
        self.assertEqual(sorted(self.made()), expected)

    def test_our_ids_stay_and_say_what_it_says(self):
        ours, made = table(), {row[0]: row for row in self.made()}
        self.assertGreaterEqual(len(ours), 48)
        for row in ours:
            self.assertIn(row[0], made)
            self.assertEqual(row[1:4], made[row[0]][1:4])
            self.assertNotEqual(row[4], made[row[0]][4])

    def test_what_was_answered_before_stays_with_the_statements(self):
        """A meeting on our words; the next day the archive tells of it in the source's."""
        data = os.path.join(self.folder.name, "data")
        self.assertEqual(run("play", "--data", data, os.path.join(TOP, "tests", "journeys", "demo.play")).returncode, 0)
        rated = [row for row in self.made() if row[0].startswith("rektor.utbildning.3.")]
        script = os.path.join(self.folder.name, "next.play")
        with open(script, "w", encoding="utf-8") as file:
            file.write('clock 2026-09-26T08:15\ntap "Resultat"\ntap "Delaktighet"\n')
            file.writelines(f'expect "{row[4]}"\n' for row in rated[:1])
        done = run("play", "--data", data, "--packs", self.pack, script)
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertEqual(run("play", "--data", data, script).returncode, 1)
        self.assertEqual(run("verify", "--data", data).returncode, 0)

    def test_the_pack_is_whole(self):
        done = run("check", self.pack)
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, "", ""))

    def test_nothing_is_lost(self):
        with open(os.path.join(self.pack, "instrument.yaml"), encoding="utf-8") as file:
            pack = set(file.read().replace('"', " ").split())
        with open(os.path.join(SEEDS, NAME), encoding="utf-8") as file:
            words = set(file.read().split())
        self.assertEqual({word for word in words if word.rstrip(":") not in pack and word not in pack}, set())

    def test_it_says_what_it_found(self):
        self.assertIn("\nstatements: 87\nfor rektor: 48\nfor skolchef: 39\n", self.done.stdout)
        self.assertIn(": stämmer inte / stämmer till viss del / stämmer till stor del / stämmer\n", self.done.stdout)
        self.assertIn("\ntakes the place of: elevhalsa\n", self.done.stdout)


if __name__ == "__main__":
    if not os.path.isfile(os.path.join(SEEDS, NAME)):
        print(f"not run: SAMSYN_SEEDS names no folder with {NAME}")
        sys.exit(SKIP)
    unittest.main(verbosity=1)
