#!/usr/bin/env python3
"""Each check must find what is wrong in its own small bad tree, bad/<check>/, and nothing else there: the lines that it names
are held against the file `expected`. Two marks keep what is wrong out of the repository itself: `~~` is taken out of every file
before the check sees it, and a line `~~repeat N text` becomes N lines."""
import os
import re
import shutil
import subprocess
import sys
import tempfile

import tree


def unmask(text):
    lines = []
    for line in text.split("\n"):
        match = re.fullmatch(r"~~repeat (\d+) (.*)", line)
        lines += [match.group(2)] * int(match.group(1)) if match else [line.replace("~~", "")]
    return "\n".join(lines)


def lay_out(source, target):
    shutil.copytree(source, target)
    for folder, _, names in os.walk(target):
        for name in names:
            path = os.path.join(folder, name)
            with open(path, encoding="utf-8") as file:
                text = unmask(file.read())
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)


def build(root):
    """The bad tree's sources as libraries, one a folder, where a build would put them."""
    objects = {}
    for path in tree.files(root, "*.c"):
        target = os.path.join(root, path.replace("/", "_") + ".o")
        subprocess.run([os.environ.get("CC", "cc"), "-std=c11", "-g", "-fPIE", "-I", root, "-c", os.path.join(root, path), "-o", target], check=True)
        objects.setdefault(os.path.basename(os.path.dirname(path)), []).append(target)
    for layer, members in objects.items():
        subprocess.run(["ar", "rcs", os.path.join(root, f"libsamsyn_{layer}.a")] + members, check=True)


def judge(check, work):
    bad = os.path.join(tree.HERE, "bad", check)
    if not os.path.isdir(bad):
        return f"has no bad tree in tests/check/bad/{check}"
    root = os.path.join(work, check)
    lay_out(bad, root)
    with open(os.path.join(root, "expected"), encoding="utf-8") as file:
        expected = sorted(file.read().split())
    os.remove(os.path.join(root, "expected"))
    if check == "symbols":
        build(root)
    seeds = os.path.join(work, check + "_texts")
    if os.path.isdir(os.path.join(root, "texts")):
        shutil.move(os.path.join(root, "texts"), seeds)
    result = subprocess.run([sys.executable, "-B", os.path.join(tree.HERE, check + ".py"), "--root", root, "--build", root],
                            capture_output=True, text=True, env={**os.environ, "SAMSYN_SEEDS": seeds})
    found = sorted({":".join(line.split(":")[:2]) for line in result.stdout.splitlines()})
    if result.returncode != 1 or found != expected:
        return f"exit code {result.returncode}, expected {expected}, found {found}\n{result.stdout}{result.stderr}"
    return None


def main():
    checks = sorted(name[:-3] for name in os.listdir(tree.HERE) if name.endswith(".py") and name not in ("tree.py", "selftest.py"))
    failed = 0
    with tempfile.TemporaryDirectory() as work:
        for check in checks:
            wrong = judge(check, work)
            print(f"{check}: {wrong or 'finds what is wrong in its bad tree, and nothing else'}")
            failed += wrong is not None
    sys.exit(1 if failed else 0)


main()
