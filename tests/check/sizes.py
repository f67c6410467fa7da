#!/usr/bin/env python3
"""A file of at most 500 lines, a function of at most 70: what passes that is asking to be two."""
import tree

FILE_LINES = 500
FUNCTION_LINES = 70


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
        for name, line, count in tree.functions(text) if path.endswith((".c", ".h")) else []:
            if count > FUNCTION_LINES:
                if (path, name) in exceptions:
                    used.add((path, name))
                else:
                    findings.append(f"{path}:{line}: {name} has {count} lines, {FUNCTION_LINES} are the most")
    tree.finish(findings + tree.unused(exceptions, used, "sizes"))


main()
