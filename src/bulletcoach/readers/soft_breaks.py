"""Line breaks in running text that mean nothing to the typesetter, but may to the writer.

Several markup languages join the lines of a paragraph. Where people write title, employer and dates on lines of
their own below one another, the break is kept all the same; where a sentence was wrapped, it is a space.
"""

from __future__ import annotations

from itertools import pairwise

from msgspec.structs import replace

from bulletcoach.readers.headers import entry_dates, is_header, is_strong_header
from bulletcoach.readers.labels import labelled
from bulletcoach.readers.rendering import Rendering
from bulletcoach.readers.shapes import ends_open, is_contact, is_sentence, opens_like_bullet
from bulletcoach.readers.words import ResumeWords

SOFT = "\v"
"""What a renderer says for such a break."""


def settled(rendering: Rendering, words: ResumeWords) -> Rendering:
    """`rendering` with a line break or a space for each soft break in it."""
    if SOFT not in rendering.text:
        return rendering
    text = "\n".join(_joined(line, words) for line in rendering.text.split("\n"))
    return replace(rendering, text=text)


def _joined(text: str, words: ResumeWords) -> str:
    """One line of the typesetter, with the breaks of its writer that mean something."""
    parts = text.split(SOFT)
    joined = parts[0]
    for left, right in pairwise(parts):
        joined += ("\n" if _is_meant(left.strip(), right.strip(), words) else " ") + right
    return joined


def _is_meant(left: str, right: str, words: ResumeWords) -> bool:
    if not left or not right:
        return True
    if is_contact(left, words) or is_contact(right, words) or labelled(right, words) is not None:
        return True
    if right[0].islower() or ends_open(left, words):
        return bool(entry_dates(right, words)) and is_header(right, words) and is_header(left, words)
    if is_header(left, words):
        return is_header(right, words) or is_sentence(right, words)
    if opens_like_bullet(left, words) and opens_like_bullet(right, words):
        return left.endswith((".", ";"))
    return is_strong_header(right, words) and bool(entry_dates(right, words))
