#!/usr/bin/env python3
"""The program from outside, as a shell sees it: program.py SAMSYN. Usage, lists, verify, play's exit codes, a kiosk in trouble."""
import glob
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import unittest

SAMSYN = os.path.abspath(sys.argv.pop(1))
TOP = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
NOWHERE = "/proc/samsyn"
PLAIN = "lang sv\ntap \"Starta dagens möte\"\ntap \"Börja\"\nwait 20s\n"
STATEMENTS = {
    "rektor": {"utbildning": 15, "organisation": 16, "kvalitetsarbete": 8, "ledarskap": 9},
    "skolchef": {"utbildning": 9, "organisation": 16, "kvalitetsarbete": 6, "ledarskap": 8},
}


def run(*arguments, **options):
    environment = dict(os.environ, SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy", XDG_RUNTIME_DIR="/tmp")
    return subprocess.run([SAMSYN, *arguments], capture_output=True, text=True, timeout=60, env=environment, cwd=TOP, **options)


def rows(text):
    lines = text.rstrip("\n").split("\n")
    return lines[0].split("\t"), [line.split("\t") for line in lines[1:]]


class Usage(unittest.TestCase):
    def test_wrong_usage_is_one_line_and_2(self):
        for line in ["--nonsense", "nonsense", "play", "play one two", "play --shots", "list", "list things", "check", "verify more",
                     "--window", "--window 12", "--window 1280x", "--window 100x100", "--window 9000x9000", "--window 4294968576x720", "--window +800x480", "--lang", "--lang de",
                     "--turn 45", "--turn x", "--width-mm 10", "--width-mm 0", "--width-mm -344", "--packs", "--shots here", "--audience rektor", "-x",
                     "list statements --audience nobody", "list statements --area nowhere", "list forms --data here",
                     "list forms --audience rektor", "list agendas more", "verify --lang sv", "play --dark script", "--help more",
                     "--version more", "check --data here", "import", "import one", "import one two --out here", "import --out here", "import one --out",
                     "import one --out here --lang de", "import one --out here --data there", "check --force one", "list forms --out here"]:
            with self.subTest(line):
                done = run(*line.split())
                self.assertEqual(done.returncode, 2, done)
                self.assertEqual(done.stdout, "")
                self.assertRegex(done.stderr, r"\Asamsyn: [^\n]+\n\Z")

    def test_help(self):
        done = run("--help")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        for word in ["--window", "--data", "--packs", "--lang", "--turn", "--width-mm", "--dark", "--large-text", "play", "check",
                     "list statements", "verify", "--shots", "--version", "import", "--out", "--name", "--force"]:
            self.assertIn(word, done.stdout)

    def test_the_manual_tells_everything(self):
        """Every option and command of --help, and every step that a script may have, as the program's own table names them."""
        with open(os.path.join(TOP, "firmware", "samsyn.1"), encoding="utf-8") as file:
            manual = re.sub(r"\\f[A-Z]", "", file.read().replace("\\-", "-"))
        for option in re.findall(r"--[a-z-]+", run("--help").stdout):
            self.assertIn(option, manual)
        with open(os.path.join(TOP, "board", "play", "script.c"), encoding="utf-8") as file:
            steps = re.findall(r'\{"([a-z]+)", PLAY_', file.read())
        self.assertGreater(len(steps), 20)
        scripts = manual[manual.index(".SH SCRIPTS"):manual.index(".SH EXIT STATUS")]
        for step in steps:
            self.assertRegex(scripts, rf'(?m)(^|, ){step}( |$)', step)

    def test_version(self):
        done = run("--version")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertRegex(done.stdout, r"\Asamsyn \d+\.\d+\.\d+\n\Z")


class Lists(unittest.TestCase):
    def test_statements(self):
        seen = {}
        for lang in ["sv", "en"]:
            done = run("list", "statements", "--lang", lang)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            head, table = rows(done.stdout)
            self.assertEqual(head, ["id", "audience", "area", "theme", "text"])
            self.assertEqual(len({row[0] for row in table}), len(table))
            for row in table:
                self.assertEqual(len(row), 5, row)
                self.assertRegex(row[0], rf"\A{row[1]}\.{row[2]}\.\d+\.\d+\Z")
                self.assertTrue(row[3] and row[4])
            seen[lang] = table
        self.assertEqual([row[:3] for row in seen["sv"]], [row[:3] for row in seen["en"]])
        self.assertFalse({row[4] for row in seen["sv"]} & {row[4] for row in seen["en"]})

    def test_counts(self):
        for lang in ["sv", "en"]:
            for audience, areas in STATEMENTS.items():
                if audience != "rektor" and f"\t{audience}\t" not in run("list", "statements").stdout:
                    continue
                done = run("list", "statements", "--lang", lang, "--audience", audience)
                self.assertEqual(len(rows(done.stdout)[1]), sum(areas.values()))
                for area, count in areas.items():
                    done = run("list", "statements", "--lang", lang, "--audience", audience, "--area", area)
                    self.assertEqual(len(rows(done.stdout)[1]), count, (audience, area))

    def test_forms_and_agendas(self):
        for what, wanted in [("forms", "id name minutes smallest largest"), ("agendas", "id name moment minutes smallest largest")]:
            names = {}
            for lang in ["sv", "en"]:
                done = run("list", what, "--lang", lang)
                self.assertEqual((done.returncode, done.stderr), (0, ""))
                head, table = rows(done.stdout)
                self.assertEqual(head, wanted.split())
                self.assertTrue(table)
                for row in table:
                    self.assertEqual(len(row), len(head), row)
                    self.assertLessEqual(3, int(row[-2]))
                    self.assertLessEqual(int(row[-2]), int(row[-1]))
                    self.assertLessEqual(int(row[-1]), 40)
                names[lang] = [row[0] for row in table]
            self.assertEqual(names["sv"], names["en"])
        self.assertIn("sjalvvardering-tema", names["sv"])

    def test_a_broken_pack_is_told_and_left_out(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "pack.yaml"), "w", encoding="utf-8") as file:
                file.write("id: [no\n  pack: \"at all\n")
            done = run("list", "statements", "--audience", "rektor", "--packs", folder)
            self.assertEqual(done.returncode, 0)
            self.assertEqual(len(rows(done.stdout)[1]), 48)
            self.assertRegex(done.stderr, r"pack\.yaml:\d+:\d+: ")
            self.assertEqual(run("check", folder).returncode, 1)
        self.assertEqual(run("check", "assets/packs/elevhalsa").returncode, 0)


class Import(unittest.TestCase):
    def test_a_document_becomes_a_pack_that_is_used(self):
        with tempfile.TemporaryDirectory() as folder:
            pack = os.path.join(folder, "pack")
            done = run("import", "tests/content/import/audiences.md", "--out", pack)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertIn("\nstatements: 10\n", done.stdout)
            self.assertIn("\ntests/content/import/audiences.md:63: References\n", done.stdout)
            self.assertEqual(run("check", pack).returncode, 0)
            head, table = rows(run("list", "statements", "--packs", pack, "--audience", "teachers").stdout)
            self.assertEqual(len(table), 6)
            again = run("import", "tests/content/import/audiences.md", "--out", pack)
            self.assertEqual((again.returncode, again.stdout), (1, ""))
            self.assertRegex(again.stderr, r"\Asamsyn: [^\n]+--force\n\Z")
            named = run("import", "tests/content/import/flat.txt", "--out", pack, "--force", "--name", "Vår enkät", "--lang", "sv")
            self.assertEqual(named.returncode, 0)
            self.assertIn("Vår enkät, in Swedish\n", named.stdout)


class ImportOnTheScreen(unittest.TestCase):
    def play(self, data, script):
        path = os.path.join(data, "script.play")
        with open(path, "w", encoding="utf-8") as file:
            file.write(script)
        return run("play", "--data", data, path)

    def test_a_document_is_looked_through_and_used_from_then_on(self):
        to_documents = 'tap "Inställningar"\nseek target "Hämta eget underlag"\ntap "Hämta eget underlag"\n'
        with tempfile.TemporaryDirectory() as data:
            os.mkdir(os.path.join(data, "import"))
            shutil.copy(os.path.join(TOP, "tests", "ui", "documents", "sv", "arbetsro.md"), os.path.join(data, "import"))
            done = self.play(data, to_documents + 'tap "arbetsro"\nexpect "2 områden · 3 teman · 6 påståenden"\n'
                             'seek target "Platserna är kända."\ntap "Platserna är kända."\nexpect "Vad är det här?"\n'
                             'tap "Används inte"\nexpect "5 påståenden"\nhold "Använd" 900ms\nexpect "Nu är det de här påståendena som gäller."\n'
                             'tap "Hem"\ntap "Inställningar"\nseek target "Arbetsro i klassrummet och i alla andra rum där vi lär oss något tillsammans"\n')
            self.assertEqual(done.returncode, 0, done.stdout)
            made = glob.glob(os.path.join(data, "packs", "*", "instrument.yaml"))
            self.assertEqual(len(made), 1)
            self.assertEqual(run("check", os.path.dirname(made[0])).returncode, 0)
            with open(made[0], encoding="utf-8") as file:
                text = file.read()
            self.assertIn('- {sv: "Vi hinner till alla."}', text)
            self.assertIn("- Platserna är kända.\n", text)
            self.assertEqual(self.play(data, to_documents).returncode, 0)
            self.assertEqual(run("verify", "--data", data).returncode, 0)

    def test_without_documents_it_says_where_to_lay_one(self):
        with tempfile.TemporaryDirectory() as data:
            done = self.play(data, 'tap "Inställningar"\nseek target "Hämta eget underlag"\ntap "Hämta eget underlag"\n'
                             f'expect "{data}/import"\n')
            self.assertEqual(done.returncode, 0, done.stdout)


class Play(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.data = os.path.join(self.folder.name, "data")

    def tearDown(self):
        self.folder.cleanup()

    def play(self, script, *arguments):
        path = os.path.join(self.folder.name, "script.play")
        with open(path, "w", encoding="utf-8") as file:
            file.write(script)
        return run("play", *arguments, path)

    def test_exit_codes(self):
        done = self.play(PLAIN)
        self.assertEqual((done.returncode, done.stdout), (0, ""), done)
        done = self.play(PLAIN + "expect \"what nobody says\"\n")
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stdout, r"\A\S+script\.play:5: expected \"what nobody says\"\ntarget \"")
        for wrong in ["fly away\n", "tap\n", "wait 3\n", "expect \"unclosed\n", "clock yesterday\n", "tap \"a\" on \"b\"\n"]:
            done = self.play(wrong)
            self.assertEqual(done.returncode, 2, wrong)
            self.assertRegex(done.stdout, r"script\.play:1: ")
        done = self.play(PLAIN + "lang en\n")
        self.assertEqual(done.returncode, 2, done)
        self.assertRegex(done.stdout, r"script\.play:5: this stands before the first tap")
        self.assertEqual(run("play", "no/such/script").returncode, 2)

    def test_several_targets_of_a_name(self):
        setup = "tap \"Starta dagens möte\"\n"
        done = self.play(setup + "tap \"−\"\n")
        self.assertEqual(done.returncode, 1)
        self.assertIn('expected one target "−", found 2; "−" in "Hur många är ni?"; "−" in "Hur mycket tid har ni?"\n', done.stdout)
        self.assertEqual(self.play(setup + "refuse target \"−\"\n").returncode, 1)
        self.assertEqual(self.play(setup + "expect target \"−\" in \"Hur många är ni?\"\n").returncode, 0)
        self.assertEqual(self.play(setup + "refuse target \"−\" in \"Hur varmt är det?\"\n").returncode, 0)

    def test_same_script_same_pixels(self):
        pictures = []
        for turn in ["a", "b"]:
            shots = os.path.join(self.folder.name, turn)
            self.assertEqual(self.play(PLAIN + "shot here\n", "--shots", shots).returncode, 0)
            with open(os.path.join(shots, "here.png"), "rb") as file:
                pictures.append(file.read())
        self.assertEqual(pictures[0], pictures[1])

    def test_verify(self):
        self.assertEqual(self.play(PLAIN, "--data", self.data).returncode, 0)
        done = run("verify", "--data", self.data)
        self.assertEqual(done.returncode, 0, done)
        path = os.path.join(self.data, "samsyn.db")
        with open(path, "r+b") as file:
            file.seek(4096 + 100)
            file.write(b"\xa5" * 12000)
        done = run("verify", "--data", self.data)
        self.assertEqual(done.returncode, 1, done)
        self.assertTrue(done.stdout)

    def test_verify_after_journeys(self):
        for path in sorted(glob.glob(os.path.join(TOP, "tests", "journeys", "*.play"))):
            with self.subTest(path), tempfile.TemporaryDirectory() as folder:
                self.assertEqual(run("play", "--data", folder, path).returncode, 0)
                done = run("verify", "--data", folder)
                self.assertEqual(done.returncode, 0, done)

    def test_nothing_can_be_saved(self):
        done = self.play(PLAIN + "expect \"sparas inte\"\n", "--data", NOWHERE)
        self.assertEqual(done.returncode, 0, done)
        self.assertRegex(done.stderr, rf"\Asamsyn: [^\n]*{NOWHERE}[^\n]*\n\Z")


class Kiosk(unittest.TestCase):
    """On SDL's dummy display: it starts, says what is wrong, and ends when it is told to."""

    def kiosk(self, *arguments):
        environment = dict(os.environ, SDL_VIDEODRIVER="dummy", SDL_AUDIODRIVER="dummy", SDL_RENDER_DRIVER="software")
        process = subprocess.Popen([SAMSYN, "--window", "800x480", *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   text=True, env=environment, cwd=TOP)
        try:
            process.wait(timeout=1.5)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGTERM)
        out, err = process.communicate(timeout=20)
        return process.returncode, out, err

    def test_it_runs_until_it_is_told_to_end(self):
        with tempfile.TemporaryDirectory() as folder:
            code, out, err = self.kiosk("--data", os.path.join(folder, "data"))
            self.assertIn(code, (0, -signal.SIGTERM), err)
            self.assertEqual(out, "")
            self.assertEqual(run("verify", "--data", os.path.join(folder, "data")).returncode, 0)

    def test_trouble_is_told_and_the_kiosk_runs_on(self):
        code, _, err = self.kiosk("--data", NOWHERE)
        self.assertIn(code, (0, -signal.SIGTERM))
        self.assertTrue(re.search(rf"^samsyn: .*{NOWHERE}", err, re.MULTILINE), err)

    @unittest.skipIf(glob.glob("/dev/dri/card*"), "this machine has a screen that it would take")
    def test_without_a_screen_it_says_so_and_ends(self):
        with tempfile.TemporaryDirectory() as folder:
            environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY", "SDL_VIDEODRIVER")}
            environment.update(XDG_RUNTIME_DIR=folder, SDL_AUDIODRIVER="dummy")
            done = subprocess.run([SAMSYN, "--data", os.path.join(folder, "data")], capture_output=True, text=True, timeout=20,
                                  env=environment, cwd=TOP)
        self.assertEqual(done.returncode, 1, done)
        self.assertRegex(done.stderr, r"(?m)^samsyn: No screen")


if __name__ == "__main__":
    unittest.main(verbosity=1)
