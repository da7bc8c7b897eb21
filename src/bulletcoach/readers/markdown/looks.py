"""What a paragraph is by its look: a line that is strong as a whole heads something, a strong name opens an entry."""

from __future__ import annotations

import re

from bulletcoach.readers.headers import is_header
from bulletcoach.readers.markdown.passage import Passage
from bulletcoach.readers.rendering import Rendering
from bulletcoach.readers.shapes import is_title_case, label_of, word_count
from bulletcoach.readers.titles import is_sub_heading, kind_of
from bulletcoach.readers.words import ResumeWords, folded

_STRONG = ("**", "__")
_BEHIND_NAME = re.compile(r"\s*[–—|:(-]\s*\S[^\n]{0,120}\Z")
_LONGEST_NAME = 8  # words


def is_section(text: str, words: ResumeWords) -> bool:
    """Whether a line says what its section is about."""
    return kind_of(text, words) is not None and not is_sub_heading(text, words)


def is_strong(rendering: Rendering, source: str) -> bool:
    """Whether one pair of strong marks stands round the whole of a line."""
    runs = rendering.source_map.runs
    first, last = runs[0].source.start, runs[-1].source.end
    return "\n" not in rendering.text and any(
        pair.opening.of(source) in _STRONG and pair.opening.end <= first and last <= pair.closing.start + 1
        for pair in rendering.marks
    )


def opens_with_name(rendering: Rendering, passage: Passage, source: str, words: ResumeWords) -> bool:
    """“**Larkbot** – a bot for chats”: a strong name, and what it is; no header by its words."""
    span = passage.span
    strong = next((pair for pair in rendering.marks if pair.opening.of(source) in _STRONG), None)
    if strong is None or strong.opening.start != span.start or is_header(rendering.text, words):
        return False
    return _BEHIND_NAME.match(source, strong.closing.end, span.end) is not None


def names_employer(rendering: Rendering, source: str, words: ResumeWords) -> bool:
    """“**Municipal Library of Gaia:**”, as the templates for pandoc have it; “**Duties:**” is a label."""
    text = rendering.text
    return text.endswith(":") and word_count(text) > 1 and is_strong(rendering, source) and is_name(text, words)


def is_name(text: str, words: ResumeWords) -> bool:
    """Whether a short line has a name's capitals and is no label, such as “Tools” or “Key Duties”."""
    label = label_of(text) or folded(text)
    is_label = is_sub_heading(text, words) or label in words.list_labels
    return word_count(text) <= _LONGEST_NAME and is_title_case(text, words) and not is_label
