"""Reading XPath expressions of forms: syntax, functions, what they refer to, and how lxml is to evaluate them.

lxml evaluates XPath 1.0, where a date is a mere text. ODK compares and calculates with dates as days since 1970, and
rounds half up. So an expression is read into a tree here and written out again with dates turned to days where a
number is wanted, and with `round` and `sum` under names of ours, since lxml's own cannot be replaced.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

__all__ = ["BadExpression", "Node", "absolute", "anchored", "calls", "parse", "paths", "write"]


class BadExpression(ValueError):
    """An expression that is not XPath, with what was found where."""


@dataclass(frozen=True, slots=True)
class Node:
    """A part of an expression. `kind`: number, text, path, call, operator, negation or filter."""

    kind: str
    value: str = ""
    parts: tuple["Node", ...] = ()


_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d*)?|\.\d+)|(?P<text>\"[^\"]*\"|'[^']*')"
    r"|(?P<op>!=|<=|>=|//|\.\.|::|[-+=<>|/.@\[\](),*])"
    r"|(?P<name>[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?))"
)
_LEVELS = (
    ("or",),
    ("and",),
    ("=", "!="),
    ("<", "<=", ">", ">="),
    ("+", "-"),
    ("*", "div", "mod"),
    ("|",),
)
_NUMERIC = {"<", "<=", ">", ">=", "+", "-", "*", "div", "mod"}
_WORDS = {"or", "and", "div", "mod"}
_ENDS_OPERAND = re.compile(r"^(?:[\])]|\.\.?|\*)$")
MOST_LENGTH, MOST_DEPTH = 10_000, 60


def parse(text: str) -> Node:
    """The tree of an expression; raises BadExpression."""
    if len(text) > MOST_LENGTH:
        raise BadExpression("too long")
    reader = _Reader(_tokens(text))
    tree = reader.expression(0, 0)
    if reader.peek():
        raise BadExpression(reader.peek())
    return tree


def _tokens(text: str) -> list[str]:
    tokens: list[str] = []
    place = 0
    stripped = text.rstrip()
    while place < len(stripped):
        match = _TOKEN.match(stripped, place)
        if match is None:
            raise BadExpression(stripped[place : place + 20].strip())
        tokens.append(match.group().strip())
        place = match.end()
    return tokens


class _Reader:
    """Reads tokens by precedence; names such as `div` are operators only after an operand, as XPath says."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens
        self.at = 0

    def peek(self, ahead: int = 0) -> str:
        place = self.at + ahead
        return self.tokens[place] if place < len(self.tokens) else ""

    def take(self, expected: str = "") -> str:
        token = self.peek()
        if not token or (expected and token != expected):
            raise BadExpression(token or "end of expression")
        self.at += 1
        return token

    def expression(self, level: int, depth: int) -> Node:
        if depth > MOST_DEPTH:
            raise BadExpression("too deep")
        if level == len(_LEVELS):
            return self.operand(depth + 1)
        left = (
            self.negated(level, depth)
            if level == len(_LEVELS) - 1
            else self.expression(level + 1, depth)
        )
        while self.peek() in _LEVELS[level]:
            operator = self.take()
            right = (
                self.negated(level, depth)
                if level == len(_LEVELS) - 1
                else self.expression(level + 1, depth)
            )
            left = Node("operator", operator, (left, right))
        return left

    def negated(self, level: int, depth: int) -> Node:
        if self.peek() == "-":
            self.take()
            return Node("negation", "-", (self.negated(level, depth + 1),))
        return self.operand(depth + 1)

    def operand(self, depth: int) -> Node:
        token = self.peek()
        if not token:
            raise BadExpression("end of expression")
        if token[0].isdigit() or (token[0] == "." and token[1:2].isdigit()):
            return Node("number", self.take())
        if token[0] in "\"'":
            return Node("text", self.take())
        if token == "(":  # noqa: S105  # a token of XPath, no secret
            self.take()
            inner = self.expression(0, depth + 1)
            self.take(")")
            return self.rest_of_path(Node("filter", "", (inner,)), depth)
        if (
            self.peek(1) == "("
            and (token[0].isalpha() or token[0] == "_")
            and token not in {"node", "text"}
        ):
            return self.rest_of_path(self.call(depth), depth)
        return self.path(depth)

    def call(self, depth: int) -> Node:
        name = self.take()
        self.take("(")
        arguments: list[Node] = []
        while self.peek() != ")":
            arguments.append(self.expression(0, depth + 1))
            if self.peek() == ",":
                self.take()
                if self.peek() == ")":
                    raise BadExpression(")")
            elif self.peek() != ")":
                raise BadExpression(self.peek() or "end of expression")
        self.take(")")
        return Node("call", name, tuple(arguments))

    def rest_of_path(self, start: Node, depth: int) -> Node:
        if self.peek() not in {"/", "//", "["}:
            return start
        steps, predicates = self.steps(depth, after_operand=True)
        return Node("filter", steps, (start, *predicates))

    def path(self, depth: int) -> Node:
        steps, predicates = self.steps(depth, after_operand=False)
        return Node("path", steps, predicates)

    def steps(self, depth: int, *, after_operand: bool) -> tuple[str, tuple[Node, ...]]:
        """A location path as text, with `[]` where each of the predicates stands."""
        text, predicates, wants_step = "", [], not after_operand
        while True:
            token = self.peek()
            if token == "[":  # noqa: S105  # a token of XPath, no secret
                self.take()
                predicates.append(self.expression(0, depth + 1))
                self.take("]")
                text += "[]"
                continue
            if token in {"/", "//"}:
                text += self.take()
                wants_step = True
                continue
            if not wants_step:
                return text, tuple(predicates)
            if text == "/" and not self.is_step():
                return text, tuple(predicates)
            text += self.step()
            wants_step = False

    def is_step(self) -> bool:
        token = self.peek()
        return token in {".", "..", "@", "*"} or bool(re.match(r"[A-Za-z_]", token))

    def step(self) -> str:
        if not self.is_step():
            raise BadExpression(self.peek() or "end of expression")
        text = self.take()
        if text == "@":
            return text + self.take()
        if self.peek() == "::":
            text += self.take() + self.take()
        if self.peek() == "(" and text.split("::")[-1] in {"node", "text"}:
            text += self.take("(") + self.take(")")
        return text


def walk(node: Node) -> Iterator[Node]:
    """The node and everything below it."""
    yield node
    for part in node.parts:
        yield from walk(part)


def calls(node: Node) -> set[str]:
    """The functions an expression calls."""
    return {part.value for part in walk(node) if part.kind == "call"}


def paths(node: Node, start: str) -> set[str]:
    """The location paths an expression at `start` refers to, absolute and without predicates; empty for untold ones."""
    if node.kind == "path":
        place = absolute(node.value.replace("[]", ""), start) if start else ""
        if node.value.startswith("/"):
            place = node.value.replace("[]", "")
        return {place}.union(*(paths(part, place) for part in node.parts))
    if node.kind == "filter":
        # Where the steps after an operand lead cannot be told, nor what its predicates start from.
        first, *predicates = node.parts
        return paths(first, start).union(*(paths(part, "") for part in predicates))
    return set[str]().union(*(paths(part, start) for part in node.parts))


def absolute(path: str, start: str) -> str:
    """A location path from the node at `start`, as an absolute path; empty for what cannot be told."""
    if path.startswith("/"):
        return path
    steps = start.split("/")
    for step in path.removeprefix("current()/").split("/"):
        if step == "..":
            if len(steps) <= 1:
                return ""
            steps.pop()
        elif step not in {".", ""}:
            steps.append(step)
    return "/".join(steps)


def anchored(text: str) -> str:
    """The expression with the patterns of `regex()` made to fit the whole text: some clients look for a part of it."""
    if "regex" not in text:
        return text
    for node in walk(parse(text)):
        if node.kind == "call" and node.value == "regex" and len(node.parts) == 2:
            pattern = node.parts[1]
            if pattern.kind == "text" and not pattern.value[1:-1].startswith("^(?:"):
                quote, inner = pattern.value[0], pattern.value[1:-1]
                found = re.compile(r",(\s*)" + re.escape(pattern.value))
                whole = f"{quote}^(?:{inner})${quote}"
                text = found.sub(lambda match, whole=whole: f",{match[1]}{whole}", text)  # type: ignore[misc]
    return text


def write(node: Node, is_date: Callable[[str], bool], *, numeric: bool = False) -> str:
    """The expression for lxml. `is_date` tells of a path whether it leads to a date."""
    if node.kind == "operator":
        wants = node.value in _NUMERIC
        left, right = (write(part, is_date, numeric=wants) for part in node.parts)
        return f"({left} {node.value} {right})"
    if node.kind == "negation":
        return f"(- {write(node.parts[0], is_date, numeric=True)})"
    if node.kind == "call":
        return _write_call(node, is_date, numeric=numeric)
    if node.kind == "path":
        text = _fill(node.value, node.parts, is_date)
        return f"samsyn-days({text})" if numeric and is_date(node.value.replace("[]", "")) else text
    if node.kind == "filter":
        return f"({write(node.parts[0], is_date, numeric=numeric)})" + _fill(
            node.value, node.parts[1:], is_date
        )
    if (
        node.kind == "text"
        and numeric
        and re.fullmatch(r"['\"]\d{4}-\d\d-\d\d(?:T[^'\"]*)?['\"]", node.value)
    ):
        return f"samsyn-days({node.value})"
    return node.value


_RENAMED = {
    "round": "samsyn-round",
    "sum": "samsyn-sum",
    "concat": "samsyn-concat",
    "number": "samsyn-number",
    "jr:choice-name": "samsyn-choice-name",
}
_GIVES_DATE = {"today", "now", "date", "date-time"}
_WANTS_NUMBERS = {
    "int",
    "abs",
    "round",
    "pow",
    "sqrt",
    "floor",
    "ceiling",
    "min",
    "max",
    "number",
    "date",
}


def _write_call(node: Node, is_date: Callable[[str], bool], *, numeric: bool) -> str:
    wants = node.value in _WANTS_NUMBERS and any(part.kind == "operator" for part in node.parts)
    arguments = ", ".join(write(part, is_date, numeric=wants) for part in node.parts)
    name = "samsyn-position" if node.value == "position" and node.parts else node.value
    text = f"{_RENAMED.get(name, name)}({arguments})"
    return f"samsyn-days({text})" if numeric and node.value in _GIVES_DATE else text


def _fill(text: str, predicates: tuple[Node, ...], is_date: Callable[[str], bool]) -> str:
    for predicate in predicates:
        text = text.replace("[]", f"[{write(predicate, is_date)}]", 1)
    return text
