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
    (r"expected ',' or", "a bracket is not closed, or a comma is missing", "put it in"),
    (r"expected <block end>", "this line does not stand as those above it", "indent it like them, or quote all of it"),
    (r"sequence entries are not allowed", "a “- ” where no list may stand", "put the list on lines of its own"),
    (r"expected alphabetic", "a text cannot begin with * or & here", "put it in quotes"),
    (r"document start|document end", "something stands behind the end of a document", "take it out, or indent it"),
    (r"tag|directive|anchor", "a tag, anchor or directive that YAML does not know", "put the text in quotes"),
)  # fmt: skip


def told(error: yaml.MarkedYAMLError, source: Source) -> InputError:
    """The error of the parser as one of a user's file."""
    mark = error.problem_mark or error.context_mark
    place = ""
    if mark is not None:
        line, column = LineIndex(source.text).position(min(mark.index, len(source.text)))
        place = f"{line}:{column}: "
    problem = error.problem or error.context or ""
    for pattern, what, advice in _ADVICE:
        if re.search(pattern, problem):
            return InputError(f"{source.path}:{place}not valid YAML: {what}; {advice}")
    return InputError(
        f"{source.path}:{place}not valid YAML: {' '.join(problem.split())}; mend this line or the one above"
    )
