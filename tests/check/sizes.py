#!/usr/bin/env python3
"""A file of at most 500 lines, a function of at most 70: what passes that is asking to be two."""
import tree

FILE_LINES = 500
FUNCTION_LINES = 70


def functions(text):
    """(name, line, lines) of every function: from its first brace to its last, both counted."""
    depth, name, start, found, last = 0, "", 0, [], None
    parens = 0
    for token in tree.tokens(text):
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


def main():
    root = tree.arguments().root
    exceptions, used, findings = tree.allowed(root, "sizes"), set(), []
    for path in tree.files(root, "*.[ch]", "*.py", "*.cmake", "*CMakeLists.txt", "*.sh", "*/run"):
        text = tree.read(root, path)
        lines = text.count("\n")
        if lines > FILE_LINES:
            if (path, "") in exceptions:
                used.add((path, ""))
            else:
                findings.append(f"{path}:{FILE_LINES + 1}: the file has {lines} lines, {FILE_LINES} are the most")
        for name, line, count in functions(text) if path.endswith((".c", ".h")) else []:
            if count > FUNCTION_LINES:
                if (path, name) in exceptions:
                    used.add((path, name))
                else:
                    findings.append(f"{path}:{line}: {name} has {count} lines, {FUNCTION_LINES} are the most")
    tree.finish(findings + tree.unused(exceptions, used, "sizes"))


main()
