#!/usr/bin/env python3
"""Includes point one way: base <- core <- {content, journal, report, join, ui} <- app <- main, base <- board <- main."""
import fnmatch
import re

import tree

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]')

# A layer, the files that it is made of, and the layers whose headers it may see. The first one that matches counts.
LAYERS = [
    ("base", r"firmware/base/.*", ["base"]),
    ("core", r"firmware/core/.*", ["base", "core"]),
    ("content", r"firmware/content/.*", ["base", "core", "content"]),
    ("journal", r"firmware/journal/.*", ["base", "core", "journal"]),
    ("report", r"firmware/report/.*", ["base", "core", "report"]),
    ("join", r"firmware/join/.*", ["base", "core", "join"]),
    ("app", r"firmware/app\w*\.[ch]", ["base", "core", "content", "journal", "report", "join", "ui", "app"]),
    ("main", r"firmware/[^/]*", ["base", "core", "content", "journal", "report", "join", "ui", "app", "board", "main"]),
    ("ui", r"ui/.*", ["base", "ui", "view"]),
    ("board", r"board/.*", ["base", "board"]),
]

# What of core the interface sees: these headers, and what they include.
VIEW = ["firmware/core/view.h", "firmware/core/command.h"]

# Libraries, and the only files that may know of them.
LIBRARIES = [
    (r"SDL.*|SDL2/.*", ["ui/render_sdl*.c", "board/*"]),
    (r"sqlite3.*", ["firmware/journal/*", "board/play/cut_vfs.c"]),
    (r"yaml\.h", ["firmware/content/*"]),
    (r"png\.h", ["ui/picture.c"]),
    (r"zip\.h|libxml/.*", ["firmware/content/import_docx*"]),
    (r"libintl\.h", ["ui/*", "firmware/*.[ch]"]),
]

# The C library and POSIX: free for all but core, which has neither files nor clocks.
SYSTEM = """assert ctype dirent errno fcntl float inttypes limits locale math poll setjmp signal spawn stdalign stdarg stdbool stddef
stdint stdio stdlib stdnoreturn string strings sys/mman sys/random sys/stat sys/statvfs sys/time sys/types sys/wait termios time
unistd""".split()
CORE_SYSTEM = "assert inttypes limits stdalign stdarg stdbool stddef stdint string".split()


def layer_of(path):
    for name, pattern, sees in LAYERS:
        if re.fullmatch(pattern, path):
            return name, sees
    return None, []


def includes(root, path):
    for number, line in enumerate(tree.read(root, path).split("\n"), 1):
        match = INCLUDE.match(line)
        if match:
            yield number, match.group(1) == "<", match.group(2)


def view_headers(root, headers):
    """VIEW and all of core that it includes."""
    todo, seen = list(VIEW), set()
    while todo:
        path = todo.pop()
        if path in seen or path not in headers or layer_of(path)[0] != "core":
            continue
        seen.add(path)
        todo += [name for _, system, name in includes(root, path) if not system]
    return seen


def wrong_library(path, layer, name):
    for pattern, places in LIBRARIES:
        if re.fullmatch(pattern, name):
            if any(fnmatch.fnmatchcase(path, place) for place in places):
                return None
            return f"<{name}> is for {', '.join(places)} only"
    bare = name[:-2] if name.endswith(".h") else name
    if bare not in SYSTEM:
        return f"<{name}> is a library that no layer has been given (tests/check/layers.py)"
    if layer == "core" and bare not in CORE_SYSTEM:
        return f"<{name}> in core, which is pure"
    return None


def wrong_header(path, layer, sees, name, headers, view):
    if name not in headers:
        return f'"{name}" is not a header of ours, named from the top of the repository'
    target, _ = layer_of(name)
    if target in sees or (target == "core" and "view" in sees and name in view):
        return None
    if target == "core":
        return f'{layer} sees no more of core than view.h, command.h and what they include, not "{name}"'
    return f'{layer} does not see {target} ("{name}")'


def main():
    root = tree.arguments().root
    sources = tree.files(root, "firmware/*.[ch]", "ui/*.[ch]", "board/*.[ch]")
    headers = {path for path in sources if path.endswith(".h")}
    view = view_headers(root, headers)
    findings = []
    for path in sources:
        layer, sees = layer_of(path)
        if layer is None:
            findings.append(f"{path}:1: belongs to no layer (tests/check/layers.py)")
        for line, system, name in includes(root, path):
            if system:
                wrong = wrong_library(path, layer, name)
            else:
                wrong = wrong_header(path, layer, sees, name, headers, view)
            if wrong:
                findings.append(f"{path}:{line}: {wrong}")
    tree.finish(findings)


main()
