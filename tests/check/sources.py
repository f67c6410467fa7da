#!/usr/bin/env python3
"""Every C file is built: a file that no list names is dead, and a test that no list names never runs."""
import json
import os

import tree


def main():
    options = tree.arguments()
    root = os.path.realpath(options.root)
    with open(os.path.join(options.build, "compile_commands.json"), encoding="utf-8") as file:
        entries = json.load(file)
    built = {os.path.relpath(os.path.realpath(os.path.join(root, entry["file"])), root) for entry in entries}
    exceptions, used, findings = tree.allowed(root, "sources"), set(), []
    for path in tree.files(root, "firmware/*.c", "ui/*.c", "board/*.c", "tests/*.c"):
        if path not in built:
            if (path, "") in exceptions:
                used.add((path, ""))
            else:
                findings.append(f"{path}:1: no list of CMakeLists.txt or tests/CMakeLists.txt names it")
    tree.finish(findings + tree.unused(exceptions, used, "sources"))


main()
