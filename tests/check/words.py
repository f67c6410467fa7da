#!/usr/bin/env python3
"""What must not stand in any file: paths of one machine, addresses of package registries, marks of things left undone."""
import re

import tree

# Split, so that this file does not find itself.
RULES = [
    (r"(?<![\w.<$}])/(?:wo" r"rk|ro" r"ot|ho" r"me|Us" r"ers)/", "a path of one machine"),
    (r"\b(?:deb\.deb" r"ian\.org|security\.deb" r"ian\.org|archive\.rasp\w*\.\w+|pypi\.o" r"rg|registry\.np" r"mjs|crates\.i" r"o\b|"
     r"proxy\.gol" r"ang|rubygems\.o" r"rg|ghcr\.i" r"o|docker\.i" r"o|quay\.i" r"o)", "the address of a package registry"),
    (r"\b(?:TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK)\b", "left undone"),
]
BINARY = (".png", ".wav", ".otf", ".ttf", ".db", ".ico", ".bin", ".mo", ".gz")


def main():
    root = tree.arguments().root
    rules = [(re.compile(pattern), why) for pattern, why in RULES]
    findings = []
    for path in tree.files(root, "*"):
        if path.endswith(BINARY):
            continue
        for number, line in enumerate(tree.read(root, path).split("\n"), 1):
            for pattern, why in rules:
                match = pattern.search(line)
                if match:
                    findings.append(f"{path}:{number}: {match.group()}: {why}")
    tree.finish(findings)


main()
