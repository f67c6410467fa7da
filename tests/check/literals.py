#!/usr/bin/env python3
"""Words for people go through gettext; sizes and colours come from the theme. Looks at ui/, and for numbers at ui/screens/."""
import re

import tree

# Inside these a string is translated, or is not for people.
TRANSLATED = {"_", "N_", "ngettext", "pgettext", "C_"}
NOT_SHOWN = {"assert", "_Static_assert", "static_assert"}
CONVERSION = re.compile(r"%[-+ #0]*[0-9*]*(?:\.[0-9*]+)?(?:hh|h|ll|l|z|j|t)?[a-zA-Z%]")
ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]+|[0-7]{1,3}|u[0-9a-fA-F]{4}|.)")
FILE_NAME = re.compile(r"[\w/-]*\.[a-z]{1,4}$")
COLOUR_MACROS = {"RGB", "RGBA"}


def for_people(literal):
    text = literal[literal.index('"') + 1 : -1]
    text = ESCAPE.sub("", CONVERSION.sub("", text))
    if FILE_NAME.fullmatch(text) or not any(c.isalpha() for c in text):
        return False
    return " " in text or text[0].isupper()


def plain_number(text):
    return re.fullmatch(r"[012][uUlL]*|[012]\.0?[fF]?", text) is not None


def look(path, text):
    """(line, word, complaint) for each."""
    calls, last = [], ""
    for token in tree.tokens(text):
        if token.directive in ("include", "pragma", "error", "if", "ifdef", "ifndef", "elif"):
            continue
        if token.text == "(":
            calls.append(last)
        elif token.text == ")" and calls:
            calls.pop()
        elif token.kind == "string" and for_people(token.text) and not (TRANSLATED | NOT_SHOWN) & set(calls):
            yield token.line, token.text[1:-1], f"{token.text} is for people: say it through _()"
        elif path.startswith("ui/screens/") and token.kind == "number" and not plain_number(token.text):
            yield token.line, token.text, f"{token.text}: a screen has no numbers or colours of its own; give it a name in the theme"
        elif path.startswith("ui/screens/") and token.text in COLOUR_MACROS:
            yield token.line, token.text, f"{token.text}: a screen has no colours of its own"
        last = token.text


def main():
    root = tree.arguments().root
    exceptions, used, findings = tree.allowed(root, "literals"), set(), []
    for path in tree.files(root, "ui/*.c", "ui/screens/*.[ch]"):
        for line, word, complaint in look(path, tree.read(root, path)):
            known = {(path, word), (path, "*")} & exceptions
            used |= known
            if not known:
                findings.append(f"{path}:{line}: {complaint}")
    tree.finish(findings + tree.unused(exceptions, used, "literals"))


main()
