"""What is wrong with a YAML file, in one line that says what to do."""

from __future__ import annotations

import re

import yaml

from bulletcoach.errors import InputError
from bulletcoach.model.document import Source
from bulletcoach.model.text import LineIndex

_ADVICE = (
    (r"'\\t'", "a tab stands where only spaces may", "indent with spaces"),
    (r"character '([%@`&*!|>])'|found character '(.)'", "a text cannot begin like this", "put it in quotes"),
    (r"mapping values are not allowed", "a colon where none may stand", "put a text that holds “: ” in quotes"),
    (r"could not find expected ':'", "a key without a colon", "put in “: ”, or indent the line"),
    (r"unexpected end of stream", "the file ends inside quotes", "close them"),
    (r"unknown escape character", "a backslash escape that YAML does not know", "write \\\\, or use single quotes"),
    (r"chomping or indentation|comment or a line break", "a text stands behind “|” or “>”", "put all in quotes"),
    (r"hexadecimal", "an escape that is cut short", "write all of its digits"),
    (r"document separator", "a “---” inside quotes", "close the quotes above it"),
    (r"found '<stream end>'", "the file ends inside brackets", "close them"),
    (r"expected the node content", "a value is missing", "put it in"),
    (r"expected ',' or", "a bracket is not closed, or a comma is missing", "put it in"),
    (r"expected <block end>", "this line does not stand as those above it", "indent it like them, or quote all of it"),
    (r"sequence entries are not allowed", "a “- ” where no list may stand", "put the list on lines of its own"),
    (r"expected alphabetic", "a text cannot begin with * or & here", "put it in quotes"),
    (r"document start|document end", "something stands behind the end of a document", "take it out, or indent it"),
    (r"tag|directive|anchor|'>'|incompatible", "a tag, anchor or directive YAML does not know", "put it in quotes"),
)  # fmt: skip
_CONFLICT = re.compile(r"^<{7}\s", re.MULTILINE)


def told(error: yaml.MarkedYAMLError, source: Source) -> InputError:
    """The error of the parser as one of a user's file."""
    mark = error.problem_mark or error.context_mark
    place = ""
    is_inside = False
    if mark is not None:
        above = max(source.text.rfind("\n", 0, mark.index), source.text.rfind("\r", 0, mark.index))
        is_inside = bool(source.text[above + 1 : mark.index].strip())
        line, column = LineIndex(source.text).position(min(mark.index, len(source.text)))
        place = f"{line}:{column}: "
    problem = error.problem or error.context or ""
    if _CONFLICT.search(source.text):
        return InputError(f"{source.path}:{place}not valid YAML: a merge conflict; keep one of its two sides")
    if is_inside and "expected <block end>" in problem:
        what = "a text goes on behind its closing quote or bracket; put all of it in quotes"
        return InputError(f"{source.path}:{place}not valid YAML: {what}")
    for pattern, what, advice in _ADVICE:
        if re.search(pattern, problem):
            return InputError(f"{source.path}:{place}not valid YAML: {what}; {advice}")
    return InputError(
        f"{source.path}:{place}not valid YAML: {' '.join(problem.split())}; mend this line or the one above"
    )
