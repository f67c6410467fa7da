#!/usr/bin/env python3
"""Names that do not occur in Samsyn, or only where they belong; what firmware/base/banned.h cannot poison."""
import fnmatch
import re

import tree

NOWHERE = []
BOARD = ["board/*"]
MEMORY = ["firmware/base/*", "ui/render_*.c"]
# Functions that take and give back the memory of their module wherever they are.
OPENS = re.compile(r"\w+_(create|destroy|init|finish|open|close|read|main)|(create|destroy|open|close)_\w+")

# Names (regular expressions of whole identifiers), the files that may use them, and what to do instead.
BANNED = [
    (r"strcpy|strcat|strncpy|strncat|stpcpy|stpncpy|sprintf|vsprintf|gets|strtok|strtok_r|alloca", NOWHERE, "use firmware/base/str.h"),
    (r"atoi|atol|atoll|atof", NOWHERE, "hides errors; use strtol and look at the end"),
    (r"localtime|gmtime|ctime|asctime|ctime_r|asctime_r|tzset|strftime", NOWHERE, "use firmware/base/cal.h"),
    (r"rand|srand|random|srandom|rand_r|[dejlmn]rand48|s?rand48", NOWHERE, "chance is passed in"),
    (r"system|popen|exec[lv][pe]?e?|execlp|execvp|execvpe|posix_spawnp?|vfork", NOWHERE, "runs other programs"),
    (r"pthread_\w+|thrd_\w+|mtx_\w+|cnd_\w+|SDL_CreateThread\w*|SDL_(Create|Lock|Unlock|Destroy)Mutex|SDL_AddTimer|timer_create|setitimer|alarm",
     NOWHERE, "one thread; timers are deadlines"),
    (r"setjmp|longjmp|sigsetjmp|siglongjmp", NOWHERE, "errors are results"),
    (r"NDEBUG", NOWHERE, "asserts stay on"),
    (r"sleep|usleep|nanosleep|clock_nanosleep|pause|select|pselect|poll|ppoll|SDL_Delay\w*|SDL_PollEvent|SDL_WaitEvent\w*|SDL_PumpEvents",
     BOARD, "the board waits, in one place"),
    (r"time|clock|clock_gettime|gettimeofday|timespec_get|localtime_r|gmtime_r|mktime|difftime|SDL_GetTicks\w*|SDL_GetPerformance\w+",
     BOARD, "time is passed in"),
    (r"getrandom|getentropy|arc4random\w*", BOARD, "chance is passed in"),
    (r"malloc|calloc|realloc|free|strdup|strndup|asprintf|vasprintf|aligned_alloc|posix_memalign|getline|SDL_malloc|SDL_calloc|SDL_free",
     MEMORY, "memory comes from an arena, or is taken once by what opens a module and given back by what closes it"),
    (r"fork|kill|_exit|_Exit|quick_exit|atexit|on_exit", BOARD, "only the machine's side ends or starts programs"),
]
# These mean the function only where they are called or taken; `time`, `pause` and such are good names for other things.
COMMON = {"time", "clock", "pause", "select", "poll", "alarm", "system", "sleep", "free", "kill", "rand", "random"}

PLATFORM = re.compile(r"RPI|SIMULATOR|__linux__|__unix__|__arm__|__aarch64__|__x86_64__|_WIN32|__APPLE__")


def may(path, places):
    return any(fnmatch.fnmatchcase(path, place) for place in places)


def opens(functions, line):
    return any(first <= line < first + count and OPENS.fullmatch(name) for name, first, count in functions)


def uses(found, at):
    """Whether the name at this place is a call of the function, or its address taken: not a member, a declaration or a variable."""
    before = found[at - 1].text if at > 0 else ""
    after = found[at + 1].text if at + 1 < len(found) else ""
    if before in (".", "->") or (before == ">" and at > 1 and found[at - 2].text == "-"):
        return False
    if found[at].text in COMMON:
        declares = at > 0 and found[at - 1].kind == "name" and before not in ("return", "else", "do", "case")
        return after == "(" and not declares
    return True


def complaints(path, text):
    """(line, word, complaint) for each."""
    found, functions = tree.tokens(text), tree.functions(text)
    for at, token in enumerate(found):
        if token.kind != "name" or token.directive == "include":
            continue
        if token.directive in ("if", "ifdef", "ifndef", "elif") and PLATFORM.search(token.text) and not may(path, BOARD):
            yield token.line, token.text, "a platform is a file that CMake chooses, in board/"
        if token.text == "extern" and path.endswith(".c"):
            yield token.line, token.text, "declare it in a header"
        for names, places, why in BANNED:
            if not re.fullmatch(names, token.text) or may(path, places) or not uses(found, at):
                continue
            if places is not MEMORY or not opens(functions, token.line):
                yield token.line, token.text, why


def main():
    root = tree.arguments().root
    exceptions, used, findings = tree.allowed(root, "banned"), set(), []
    for path in tree.files(root, "firmware/*.[ch]", "ui/*.[ch]", "board/*.[ch]"):
        if path == "firmware/base/banned.h":
            continue
        for line, word, complaint in complaints(path, tree.read(root, path)):
            known = {(path, word), (path, "*")} & exceptions
            used |= known
            if not known:
                findings.append(f"{path}:{line}: {word}: {complaint}")
    tree.finish(findings + tree.unused(exceptions, used, "banned"))


main()
