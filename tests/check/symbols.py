#!/usr/bin/env python3
"""What the libraries are really made of: core needs nothing but itself, nobody keeps mutable data, the program has no chance of its own."""
import os
import re
import subprocess
import sys

import tree

# What the compiler itself asks for.
OF_COMPILER = r"mem(cpy|move|set|cmp)|strlen|__assert_fail|__stack_chk_fail|__(asan|ubsan|lsan)_\w+|__sanitizer_\w+|_GLOBAL_OFFSET_TABLE_"
CHANCE = r"rand|random|srand|srandom|rand_r|[dejlmn]rand48|s?rand48"
SYMBOL = re.compile(r"^[0-9a-f]+ .{7} (\S+)\t[0-9a-f]+\s+(?:\.hidden )?(\S+)$")


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def place(root, text, fallback):
    """file:line from the end of a line of nm -l, from the top of the repository."""
    path, _, line = text.rpartition("\t")[2].rpartition(":")
    if not line.isdigit() or not path:
        return fallback
    return os.path.relpath(path, os.path.realpath(root)) + ":" + line


def places(root, library):
    """Symbol -> file:line of its definition, or of its first use where it is undefined."""
    found = {}
    for line in run("nm", "-l", library).splitlines():
        words = line.split("\t")[0].split()
        if len(words) >= 2 and "\t" in line:
            found.setdefault(words[-1], place(root, line, ""))
    return found


def defined(library):
    return {line.split()[-1] for line in run("nm", "--defined-only", library).splitlines() if len(line.split()) == 3}


def undefined(library):
    return {line.split()[-1] for line in run("nm", "-u", library).splitlines() if line.startswith(" ")}


def mutable(library):
    """Symbols in sections that can be written while the program runs: not .data.rel.ro, which is sealed once it is loaded."""
    for line in run("objdump", "-t", library).splitlines():
        match = SYMBOL.match(line)
        if match and re.match(r"\.(data|bss|tdata|tbss)|\*COM\*", match.group(1)) and not match.group(1).startswith(".data.rel.ro"):
            if match.group(1) != match.group(2) and not match.group(2).startswith(("__asan", "__ubsan", ".L")):
                yield match.group(2)


def main():
    options = tree.arguments()
    root, build = options.root, options.build
    libraries = {name: os.path.join(build, f"libsamsyn_{name}.a") for name in
                 ("base", "core", "content", "journal", "report", "join", "ui", "render", "app", "board_host", "board_play")}
    libraries = {name: path for name, path in libraries.items() if os.path.exists(path)}
    if "core" not in libraries or "base" not in libraries:
        sys.exit(f"{build}:1: holds no libsamsyn_base.a and libsamsyn_core.a: build first")
    exceptions, used, findings = tree.allowed(root, "symbols"), set(), []

    own = defined(libraries["core"]) | defined(libraries["base"])
    where = places(root, libraries["core"])
    for name in sorted(undefined(libraries["core"]) - own):
        if not re.fullmatch(OF_COMPILER, name):
            findings.append(f"{where.get(name) or 'firmware/core:1'}: core needs {name}, but is pure")

    for library, path in libraries.items():
        where = places(root, path)
        for name in sorted(set(mutable(path))):
            if (library, name) in exceptions and library != "core":
                used.add((library, name))
            else:
                findings.append(f"{where.get(name) or library + ':1'}: {name.split('.')[0]} of {library} is data that can change; "
                                "state belongs to whoever calls")

    program = os.path.join(build, "samsyn")
    for path in list(libraries.values()) + ([program] if os.path.exists(program) else []):
        where = places(root, path)
        for name in sorted({symbol.split("@")[0] for symbol in undefined(path)}):
            if re.fullmatch(CHANCE, name):
                findings.append(f"{where.get(name) or os.path.basename(path) + ':1'}: {name}: chance is passed in")
    tree.finish(findings + tree.unused(exceptions, used, "symbols"))


main()
