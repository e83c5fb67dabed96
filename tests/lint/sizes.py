"""Sizes of files and functions, and the shape of headers. Past the hard limit a check fails, past the wish it is told."""
import ast
import re

from common import code_only, files, line_of, read

FILE_WISH, FILE_HARD = 300, 500
FUNCTION_WISH, FUNCTION_HARD = 40, 80
EXEMPT = re.compile(r"(_tables?|_data|_generated)\.\w+$")  # tables and generated code, by name
NOT_FUNCTIONS = {"if", "for", "while", "switch", "catch", "namespace", "struct", "class", "enum", "union", "do", "else", "try"}


def sources():
    return [p for p in files(".hpp", ".cpp", ".js", ".mjs", ".py", ".css", ".html") if not EXEMPT.search(p.name)]


def length(path):
    return read(path).count("\n")


def check_files():
    """No file is longer than 500 lines"""
    for path in sources():
        if length(path) > FILE_HARD:
            yield f"{path}: {length(path)} lines"


def head_before(code, brace):
    """The text between the end of the last statement and an opening brace."""
    start = max(code.rfind(mark, 0, brace) for mark in ";{}")
    return code[start + 1:brace].strip()


def is_function(head):
    """A body belongs to a function when a parameter list stands before it; lambdas and initialisers count with theirs."""
    head = re.sub(r"^(#[^\n]*\n|\s|template\s*<[^{}]*?>\s|public:|private:|protected:|export|async)*", "", head)
    word = re.match(r"\w*", head)[0]
    if not head or word in NOT_FUNCTIONS or head.endswith(("=", ",", "(", "return")):
        return False
    return re.search(r"\)\s*(const|noexcept|override|final|mutable|->[^()]*|:[^{}]*)*$", head) is not None


def brace_functions(text):
    """(first line, number of lines) of the outermost functions of C++ or JavaScript."""
    code, stack, position = code_only(text), [], 0
    inside = 0
    for match in re.finditer(r"[{}]", code):
        position = match.start()
        if match[0] == "{":
            function = inside == 0 and is_function(head_before(code, position))
            inside += 1 if inside or function else 0
            stack.append((position, function))
        elif stack:
            opened, function = stack.pop()
            inside -= 1 if inside else 0
            if function:
                first, last = line_of(code, opened), line_of(code, position)
                yield first, last - first + 1


def python_functions(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.lineno, node.end_lineno - node.lineno + 1


def functions():
    for path in sources():
        if path.suffix in (".css", ".html") or path.parts[0] == "tests" and path.suffix != ".py":
            continue  # a test case may tell a long story
        for line, count in (python_functions if path.suffix == ".py" else brace_functions)(read(path)):
            yield path, line, count


def check_functions():
    """No function is longer than 80 lines"""
    for path, line, count in functions():
        if count > FUNCTION_HARD:
            yield f"{path}:{line}: {count} lines"


def check_headers():
    """Every header starts with #pragma once and says what it is for and what it must not know"""
    for path in files(".hpp", below="src"):
        lines = read(path).splitlines()
        head = []
        for line in lines[1:]:
            if not line.startswith("//"):
                break
            head.append(line)
        if lines[0] != "#pragma once" or len(head) < 2 or "must not know" not in " ".join(head).lower():
            yield str(path)


def notes():
    for path in sources():
        if FILE_WISH < length(path) <= FILE_HARD:
            yield f"{path}: {length(path)} lines, {FILE_WISH} are wished for"
    for path, line, count in functions():
        if FUNCTION_WISH < count <= FUNCTION_HARD:
            yield f"{path}:{line}: a function of {count} lines, {FUNCTION_WISH} are wished for"


CHECKS = (check_files, check_functions, check_headers)
