#!/usr/bin/env python3
"""The top of the repository is a map of it, and stays one."""
import os

import tree

ALLOWED = {"firmware", "ui", "assets", "board", "tests", "build", "CMakeLists.txt", "CMakePresets.json", "README.md", "LICENSE"}


def main():
    root = tree.arguments().root
    names = sorted(name for name in os.listdir(root) if name not in ALLOWED and not name.startswith("."))
    tree.finish([f"{name}:1: does not belong at the top of the repository" for name in names])


main()
