"""JSON with the places of its values. Strict, as the tools that take these files are; errors say where and what to do.

The standard library's parser knows no positions.
"""

from __future__ import annotations

import re

from bulletcoach.errors import InputError
from bulletcoach.model.document import Comment, Source
from bulletcoach.model.text import LineIndex, Span
from bulletcoach.readers.json_directives import parted
from bulletcoach.readers.json_strings import QUOTING, read_string
from bulletcoach.readers.rendering import Rendering
from bulletcoach.readers.schema.nodes import MAX_DEPTH, Kind, Mapping, Node, Scalar, Sequence, last_of_each

_BLANKS = re.compile(r"[ \t\r\n]*")
_STRING = re.compile(r'"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*"')
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])", re.ASCII)
_WORD = re.compile(r"[^\W\d][\w$]{0,40}")
_CONSTANTS = {"null": Kind.NULL, "true": Kind.TRUE, "false": Kind.FALSE}
_IN_STRING = re.compile(r'[^\\"\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^\\"\x00-\x1f]*)*')
_OTHER_FORMAT = re.compile(r"[<=\\*%@&$|>]|-[ \t-]")  # “<html>”, “= Name”, “\documentclass”, “---”
_SHOWN = 40
_NOT_JSON = {"NaN": "null", "Infinity": "null", "None": "null", "undefined": "null", "True": "true", "False": "false"}


def scan(source: Source) -> tuple[Node, list[Comment]]:
    """The tree of a JSON file, and what it tells bulletcoach.

    Raises InputError, in one line with line and column, where it is no valid JSON.
    """
    scanner = _Scanner(source)
    return scanner.document(), scanner.comments


class _Scanner:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._text = source.text
        self._at = 0
        self._open: list[int] = []  # where the brackets round this place stand
        self.comments: list[Comment] = []

    def document(self) -> Node:
        first = self._peek()
        if _OTHER_FORMAT.match(self._text, self._at):
            hint = "name the file after its format, or give the format with --input-format"
            raise self._error(self._at, f"it begins with {_shown(first)}", hint)
        tree = self._value()
        if found := self._peek():
            hint = "a file holds one value; put several into a list"
            raise self._error(self._at, f"{_shown(found)} behind the end of the JSON", hint)
        return tree

    def _value(self) -> Node:
        first = self._peek()
        if first == "{":
            return self._mapping()
        if first == "[":
            return self._sequence()
        if first == '"':
            return self._string()
        if match := _NUMBER.match(self._text, self._at):
            return self._scalar(match.end(), Kind.VALUE)
        word = _WORD.match(self._text, self._at)
        if word is not None and word[0] in _CONSTANTS:
            return self._scalar(word.end(), _CONSTANTS[word[0]])
        raise self._no_value(first, word[0] if word else "")

    def _mapping(self) -> Node:
        start = self._enter()
        pairs: list[tuple[Scalar, Node]] = []
        if self._peek() != "}":
            while True:
                if self._peek() != '"':
                    raise self._no_key()
                key = self._string()
                if self._peek() != ":":
                    raise self._error(
                        self._at, f"a colon is missing behind the key “{_in_brief(key.text)}”", "put it in"
                    )
                self._at += 1
                pairs.append((key, self._value()))
                if self._ends("}"):
                    break
        span = self._leave(start)
        own, comments = parted(last_of_each(pairs), span)
        self.comments += comments
        return Mapping(span, own)

    def _sequence(self) -> Node:
        start = self._enter()
        items: list[Node] = []
        if self._peek() != "]":
            while True:
                items.append(self._value())
                if self._ends("]"):
                    break
        return Sequence(self._leave(start), tuple(items))

    def _string(self) -> Scalar:
        match = _STRING.match(self._text, self._at)
        if match is None:
            raise self._broken_string()
        return self._scalar(match.end(), Kind.TEXT)

    def _scalar(self, end: int, kind: Kind) -> Scalar:
        span = Span(self._at, end)
        self._at = end
        return Scalar(span, kind, QUOTING if kind is Kind.TEXT else "", self._read)

    def _read(self, scalar: Scalar) -> Rendering:
        return read_string(self._source.text, scalar)

    def _enter(self) -> int:
        if len(self._open) >= MAX_DEPTH:
            hint = "no résumé is nested so deeply; give the résumé itself"
            raise self._error(self._at, f"more than {MAX_DEPTH} brackets in one another", hint)
        self._open.append(self._at)
        self._at += 1
        return self._open[-1]

    def _leave(self, start: int) -> Span:
        self._open.pop()
        self._at += 1
        return Span(start, self._at)

    def _ends(self, bracket: str) -> bool:
        """Whether the container ends here; else the comma before the next value is passed."""
        found = self._peek()
        if found == bracket:
            return True
        if found != ",":
            raise self._no_comma(found, bracket)
        comma = self._at
        self._at += 1
        if self._peek() == bracket:
            raise self._error(comma, f"a comma too many before the closing “{bracket}”", "take it out")
        return False

    def _peek(self) -> str:
        """The next character that is no blank, which becomes the place; empty at the end."""
        match = _BLANKS.match(self._text, self._at)
        self._at = match.end() if match else self._at
        return self._text[self._at : self._at + 1]

    def _no_value(self, found: str, word: str) -> InputError:
        if found == "":
            return self._cut_off()
        if found == "'":
            return self._error(self._at, "a text in single quotes", "JSON has double quotes only")
        if found == ",":
            return self._error(self._at, "a comma with no value before it", "take it out, or put in the value")
        if found in "]}":
            return self._error(self._at, f"“{found}” where a value should stand", "put in the value")
        if word in _NOT_JSON:
            return self._error(self._at, f"“{word}” is not JSON", f"write {_NOT_JSON[word]}")
        if word:
            return self._error(self._at, f"“{word}” without quotes", "put texts in double quotes")
        if found.isdigit() or found in "+-.":
            return self._error(self._at, "a number that JSON does not know", "put it in double quotes")
        return self._stray(found)

    def _no_key(self) -> InputError:
        found = self._peek()
        if found == "":
            return self._cut_off()
        if found == "'":
            return self._error(self._at, "a key in single quotes", "JSON has double quotes only")
        if found == ",":
            return self._error(self._at, "a comma too many", "take it out")
        if word := _WORD.match(self._text, self._at):
            return self._error(self._at, f"the key “{word[0]}” without quotes", "put keys in double quotes")
        return self._stray(found)

    def _no_comma(self, found: str, bracket: str) -> InputError:
        if found == "":
            return self._cut_off()
        if found in "]}":
            opened = self._place(self._open[-1])
            return self._error(self._at, f"“{found}” where “{bracket}” should close what {opened} opens", "mend it")
        if found in '"{[' or found.isalnum() or found == "-":
            return self._error(self._at, f"a comma is missing before {_shown(found)}", "put it in")
        if found == ":":
            return self._error(self._at, "a colon in a list", "put keys and values in braces")
        return self._stray(found)

    def _stray(self, found: str) -> InputError:
        if self._text.startswith(("//", "/*"), self._at) or found == "#":
            return self._error(self._at, "a comment, which JSON does not have", "take it out, or keep the file as YAML")
        if found in "“”„‘’":
            return self._error(self._at, f"{_shown(found)}, a typographic quote", 'write a straight one (")')
        return self._error(self._at, f"{_shown(found)} where JSON has nothing of the kind", "take it out")

    def _broken_string(self) -> InputError:
        match = _IN_STRING.match(self._text, self._at + 1)
        end = match.end() if match else self._at + 1
        found = self._text[end : end + 1]
        if found == "\\":
            escape = self._text[end : end + 2].strip()
            return self._error(end, f"“{escape}” is no escape that JSON knows", "write a backslash as \\\\")
        if found in ("\n", "\r"):
            return self._error(end, "a text is not closed on its line", 'put in the closing ", or \\n for a line break')
        if found:
            return self._error(end, f"a control character in a text ({_shown(found)})", "write \\t for a tab")
        return self._cut_off()

    def _cut_off(self) -> InputError:
        if not self._open:
            return self._error(len(self._text), "the file ends too early", "is it complete?")
        opened = self._open[-1]
        what = f"the “{self._text[opened]}” of {self._place(opened)} is not closed"
        return self._error(len(self._text), f"the file ends too early: {what}", "close it, or save the file anew")

    def _place(self, offset: int) -> str:
        line, column = LineIndex(self._text).position(offset)
        return f"line {line}, column {column}"

    def _error(self, offset: int, what: str, advice: str) -> InputError:
        line, column = LineIndex(self._text).position(offset)
        return InputError(f"{self._source.path}:{line}:{column}: not valid JSON: {what}; {advice}")


def _in_brief(text: str) -> str:
    """The head of a text, on one line."""
    return " ".join(text[:_SHOWN].split())


def _shown(character: str) -> str:
    return f"“{character}”" if character.isprintable() and character != " " else f"U+{ord(character):04X}"
