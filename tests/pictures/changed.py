#!/usr/bin/env python3
"""changed.py SAMSYN COMPARE: the comparison of pictures finds one changed word, and finds nothing where nothing has changed."""
import os
import subprocess
import sys
import tempfile

SAMSYN, COMPARE = sys.argv[1:]
SCRIPT = 'fresh\ntap "Fortsätt"\ntap "Skriv ett namn" in "Skolans namn"\ntype "%s"\ntap "Klar"\nshot names\n'


def draw(folder, name):
    script = os.path.join(folder, "script.play")
    with open(script, "w", encoding="utf-8") as file:
        file.write(SCRIPT % name)
    subprocess.run([SAMSYN, "play", "--shots", folder, script], check=True)
    return folder


def compare(accepted, drawn):
    return subprocess.run([COMPARE, accepted, os.path.join(drawn, "names.png")], stdout=subprocess.PIPE, text=True, check=False)


def main():
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as same, tempfile.TemporaryDirectory() as other:
        draw(one, "Björkskolan")
        draw(same, "Björkskolan")
        draw(other, "Björkskolen")
        unchanged, changed = compare(one, same), compare(one, other)
        assert unchanged.returncode == 0 and unchanged.stdout == "", unchanged
        assert changed.returncode == 1 and changed.stdout.startswith("names.png: "), changed
        assert "pixels differ" in changed.stdout and " from " in changed.stdout, changed
        print(changed.stdout, end="")


main()
