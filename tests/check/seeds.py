#!/usr/bin/env python3
"""Our own words: no run of eight words in assets/ stands in the source texts (SAMSYN_SEEDS, a folder of text files).
Scale labels, names and titles are exempt; they stand in allow/seeds.txt, one a line."""
import os
import re
import sys

import tree

RUN = 8
WORD = re.compile(r"[^\W_]+")
YAML_KEY = re.compile(r"(?:^\s*(?:- )*|[{,]\s*)[\w.-]+:(?=\s|$)")
KEY = " 0key0 "  # a word that no text holds


def words(text, yaml=False):
    """(word, line) in order, without case and punctuation. A key of YAML ends a run."""
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        for match in WORD.finditer(YAML_KEY.sub(KEY, line) if yaml else line):
            found.append((match.group().casefold(), number))
    return found


def runs(listed):
    return [tuple(word for word, _ in listed[i : i + RUN]) for i in range(len(listed) - RUN + 1)]


def source_runs(folder):
    found = {}
    for name in sorted(os.listdir(folder)):
        if name.endswith(".txt"):
            for run in runs(words(tree.read(folder, name))):
                found.setdefault(run, name)
    return found


def exempt(root):
    """For each exempt phrase its words; a run that lies inside one is fine."""
    path = os.path.join(root, "tests", "check", "allow", "seeds.txt")
    if not os.path.exists(path):
        return []
    lines = [line.split("#")[0] for line in open(path, encoding="utf-8")]
    return [tuple(word for word, _ in words(line)) for line in lines if line.strip()]


def inside(run, phrase):
    return any(phrase[i : i + RUN] == run for i in range(len(phrase) - RUN + 1))


def main():
    root = tree.arguments().root
    folder = os.environ.get("SAMSYN_SEEDS", "")
    if not os.path.isdir(folder):
        print("not run: SAMSYN_SEEDS names no folder of source texts")
        sys.exit(tree.SKIP)
    sources, phrases, findings = source_runs(folder), exempt(root), []
    if not sources:
        sys.exit(f"{folder}:1: holds no texts")
    for path in tree.files(root, "assets/*"):
        listed, told = words(tree.read(root, path), path.endswith(".yaml")), -RUN
        for i, run in enumerate(runs(listed)):
            if run in sources and i >= told + RUN and not any(inside(run, phrase) for phrase in phrases):
                findings.append(f"{path}:{listed[i][1]}: \"{' '.join(run)}\" stands in {sources[run]}")
                told = i
    tree.finish(findings)


main()
