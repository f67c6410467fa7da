"""What the checks share: finding files, reading C as tokens, and saying what is wrong as file:line."""
import argparse
import fnmatch
import os
import re
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
SKIPPED = {".git", "build", "bad", "__pycache__"}
SKIP = 77  # ctest's "not run"

TOKEN = re.compile(
    r"""(?P<comment>/\*.*?\*/|//[^\n]*)
      |(?P<string>(?:u8|[LuU])?"(?:\\.|[^"\\\n])*")
      |(?P<char>[LuU]?'(?:\\.|[^'\\\n])*')
      |(?P<number>\.?[0-9](?:[eEpP][+-]|[0-9A-Za-z_.])*)
      |(?P<name>[A-Za-z_][A-Za-z0-9_]*)
      |(?P<splice>\\\n)
      |(?P<newline>\n)
      |(?P<space>[ \t\r\f]+)
      |(?P<mark>.)""",
    re.VERBOSE | re.DOTALL,
)


class Token:
    def __init__(self, kind, text, line, directive):
        self.kind, self.text, self.line, self.directive = kind, text, line, directive


def tokens(text):
    """Names, numbers, strings, chars and marks of C, without comments; `directive` is the preprocessor line they stand in, or ''."""
    out, line, directive, fresh = [], 1, "", True
    for match in TOKEN.finditer(text):
        kind, word = match.lastgroup, match.group()
        if kind == "newline":
            directive, fresh = "", True
        elif kind in ("comment", "space", "splice"):
            pass
        elif word == "#" and fresh:
            directive, fresh = "#", False
        else:
            if directive == "#":
                directive = word
            out.append(Token(kind, word, line, directive))
            fresh = False
        line += word.count("\n")
    return out


def functions(text):
    """(name, line, lines) of every function: from its first brace to its last, both counted."""
    depth, name, start, found, last = 0, "", 0, [], None
    parens = 0
    for token in tokens(text):
        if token.directive:
            continue
        if token.text == "(":
            if depth == 0 and parens == 0 and last is not None and last.kind == "name" and last.text != "__attribute__":
                name = last.text
            parens += 1
        elif token.text == ")":
            parens -= 1
        elif token.text == "{" and parens == 0:
            if depth == 0 and last is not None and last.text == ")":
                start = token.line
            depth += 1
        elif token.text == "}" and parens == 0:
            depth -= 1
            if depth == 0 and start:
                found.append((name, start, token.line - start + 1))
                start = 0
        last = token
    return found


def arguments():
    """The tree to look at (the repository unless the self-test says otherwise) and the build folder, for checks of what was built."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--root", default=TOP)
    parser.add_argument("--build")
    return parser.parse_args()


def files(root, *patterns):
    """Paths from `root`, sorted, that match one of the patterns (* also matches /). What is generated or wrong on purpose is left out."""
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(f for f in folders if f not in SKIPPED)
        for name in sorted(set(names) - SKIPPED):   # .git is a file where the folder is a second work tree
            path = os.path.relpath(os.path.join(folder, name), root)
            if any(fnmatch.fnmatchcase(path, pattern) for pattern in patterns):
                found.append(path)
    return sorted(found)


def read(root, path):
    with open(os.path.join(root, path), encoding="utf-8", errors="replace") as file:
        return file.read()


def allowed(root, check):
    """The exceptions to a check: lines `path what # reason` of allow/<check>.txt, as a set of (path, what)."""
    path = os.path.join(root, "tests", "check", "allow", check + ".txt")
    pairs = set()
    if os.path.exists(path):
        for line in open(path, encoding="utf-8"):
            words = line.split("#")[0].split()
            if words:
                pairs.add((words[0], " ".join(words[1:])))
    return pairs


def unused(pairs, used, check):
    """Exceptions that nothing needs any more are wrong, too."""
    return [f"tests/check/allow/{check}.txt:1: nothing needs the exception '{' '.join(pair).strip()}' any more" for pair in sorted(pairs - used)]


def finish(findings):
    for finding in findings:
        print(finding)
    sys.exit(1 if findings else 0)
