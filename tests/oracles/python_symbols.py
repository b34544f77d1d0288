"""The declarations that CPython's own parser sees.

Paths come on standard input, one a line; each declaration goes out as path, line, column, kind and name with tabs between, lines and
columns from 1, columns in UTF-16 units. A file that CPython cannot parse goes out as path and `error`.
"""

import ast
import json
import re
import sys
import warnings

NAME = re.compile(r"(?:async[\s\\]+)?(?:def|class)[\s\\]+(\w+)")


class Declarations(ast.NodeVisitor):
    def __init__(self, path, text):
        self.path = path
        self.lines = re.split("\r\n|\r|\n", text)
        self.scopes = ["module"]

    def emit(self, line, byte_column, kind, name):
        before = self.lines[line - 1].encode()[:byte_column].decode()
        column = len(before.encode("utf-16-le")) // 2 + 1
        print(self.path, line, column, kind, json.dumps(name), sep="\t")

    def definition(self, node, kind, scope):
        # The tree tells where the statement begins, not where its name stands.
        head = self.lines[node.lineno - 1].encode()[node.col_offset :].decode()
        rest = "\n".join([head, *self.lines[node.lineno : node.lineno + 5]])
        before = rest[: NAME.match(rest).start(1)]
        line = node.lineno + before.count("\n")
        start = node.col_offset if "\n" not in before else 0
        self.emit(line, start + len(before.rpartition("\n")[2].encode()), kind, node.name)
        for part in node.decorator_list:
            self.visit(part)
        self.scopes.append(scope)
        for part in node.body:
            self.visit(part)
        self.scopes.pop()

    def visit_ClassDef(self, node):
        self.definition(node, "class", "class")

    def visit_FunctionDef(self, node):
        self.definition(node, "method" if self.scopes[-1] == "class" else "function", "function")

    visit_AsyncFunctionDef = visit_FunctionDef

    def visit_Assign(self, node):
        for target in node.targets:
            self.target(target)

    def visit_AnnAssign(self, node):
        self.target(node.target)

    def target(self, target):
        if isinstance(target, (ast.Tuple, ast.List)):
            for element in target.elts:
                self.target(element)
        elif isinstance(target, ast.Starred):
            self.target(target.value)
        elif isinstance(target, ast.Name) and self.scopes[-1] != "function":
            self.emit(target.lineno, target.col_offset, self.kind(target.id), target.id)

    def kind(self, name):
        if self.scopes[-1] == "class":
            return "field"
        return "constant" if re.fullmatch(r"_*[A-Z][^a-z]*", name) else "variable"


warnings.simplefilter("ignore")
sys.setrecursionlimit(10000)
for path in sys.stdin.read().splitlines():
    with open(path, encoding="utf-8-sig", newline="") as file:
        text = file.read()
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        print(path, "error", sep="\t")
        continue
    Declarations(path, text).visit(tree)
