#!/usr/bin/env python3
"""Every word that the program says is said in every language: nothing missing, fuzzy, obsolete, said twice or by nobody."""
import ast
import os
import re
import subprocess

import tree

KEYWORDS = ["_", "N_", "ngettext:1,2", "pgettext:1c,2", "C_:1c,2"]
FIELD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s+(".*")$')


class Entry:
    def __init__(self, line):
        self.line, self.fields, self.flags, self.places, self.obsolete = line, {}, set(), [], False

    def key(self):
        return self.fields.get("msgctxt", ""), self.fields.get("msgid", "")


def entries(text):
    """The entries of a .po or .pot file, without its header."""
    found, entry, field = [], None, None
    for number, line in enumerate(text.split("\n") + [""], 1):
        if not line.strip():
            if entry and (entry.fields or entry.obsolete):
                found.append(entry)
            entry, field = None, None
            continue
        entry = entry or Entry(number)
        match = FIELD.match(line)
        if line.startswith("#~"):
            entry.obsolete = True
        elif line.startswith("#,"):
            entry.flags |= {flag.strip() for flag in line[2:].split(",")}
        elif line.startswith("#:"):
            entry.places += line[2:].split()
        elif match:
            field = match.group(1)
            if field in ("msgid", "msgctxt"):
                entry.line = number
            entry.fields[field] = ast.literal_eval(match.group(2))
        elif line.startswith('"') and field:
            entry.fields[field] += ast.literal_eval(line)
    return [entry for entry in found if entry.obsolete or entry.key() != ("", "")]


def said(root):
    """(context, msgid) -> (file:line, whether it has a plural) of all that the sources say."""
    sources = tree.files(root, "firmware/*.[ch]", "ui/*.[ch]", "board/*.[ch]")
    if not sources:
        return {}
    command = ["xgettext", "--language=C", "--from-code=UTF-8", "--keyword", "--output=-"] + [f"--keyword={word}" for word in KEYWORDS]
    result = subprocess.run(command + ["--files-from=-"], input="\n".join(sources), cwd=root, check=True, capture_output=True, text=True)
    return {entry.key(): (entry.places[0] if entry.places else "?:1", "msgid_plural" in entry.fields) for entry in entries(result.stdout)}


def judge(path, entry, wanted, seen):
    where, text = f"{path}:{entry.line}", entry.fields.get("msgid", "")
    if entry.obsolete:
        yield f"{where}: an obsolete entry"
        return
    if "fuzzy" in entry.flags:
        yield f'{where}: "{text}" is fuzzy'
    if any(not value for field, value in entry.fields.items() if field.startswith("msgstr")):
        yield f'{where}: "{text}" is not translated'
    if entry.key() not in wanted:
        yield f'{where}: nothing says "{text}"'
    elif wanted[entry.key()][1] and "msgstr[1]" not in entry.fields:
        yield f'{where}: "{text}" lacks its plural'
    if seen.get(entry.key(), entry.fields) != entry.fields:
        yield f'{where}: "{text}" is translated in another way in another file'


def main():
    root = tree.arguments().root
    wanted, findings = said(root), []
    locale = os.path.join(root, "assets", "locale")
    for lang in sorted(os.listdir(locale)) if os.path.isdir(locale) else []:
        seen = {}
        for path in tree.files(root, f"assets/locale/{lang}/*.po"):
            for entry in entries(tree.read(root, path)):
                findings += judge(path, entry, wanted, seen)
                seen.setdefault(entry.key(), entry.fields)
        for key in sorted(set(wanted) - set(seen)):
            findings.append(f'{wanted[key][0]}: "{key[1]}" has no entry in assets/locale/{lang}')
    if wanted and not os.path.isdir(os.path.join(locale, "sv")):
        findings.append("assets/locale/sv:1: is missing")
    tree.finish(findings)


main()
