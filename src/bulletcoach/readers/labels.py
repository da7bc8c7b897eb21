"""Header lines that say themselves what they are: “Client: …”, “Role: …”, “Duration: …”.

The labels are the uses “field-…” of lexicons/resume.toml.
"""

from __future__ import annotations

import re

from msgspec import Struct

from bulletcoach.readers.once import once
from bulletcoach.readers.shapes import has_employer, has_title, is_title_case, label_of, opens_like_bullet, word_count
from bulletcoach.readers.words import ResumeWords

_NUMBERED = r"\s*(?:#|no\.?\s*)?\d{1,2}$"  # “Project #2: …”; rare: compiled where it may stand
_MOST_WORDS = 10


class Labelled(Struct, frozen=True):
    """A label without its number, the field that it names (“title”, “employer”, …), and what stands behind it."""

    label: str
    field: str
    value: str


def labelled(text: str, words: ResumeWords) -> Labelled | None:
    """The field of a line, if its label is one of them and a name or dates stand behind it, not a sentence."""
    return _labelled(text, words) if ":" in text else None


@once
def _labelled(text: str, words: ResumeWords) -> Labelled | None:
    label = label_of(text)
    if label is None:
        return None
    label = label if label in words.fields else re.sub(_NUMBERED, "", label)
    field = words.fields.get(label)
    value = text.split(":", 1)[1].strip(" \t*_")
    if field == "employer-address":
        field, value = "employer", value.partition(",")[0]
    if field is None or not value or word_count(value) > _MOST_WORDS:
        return None
    is_title = field == "title" and has_title(value, words) and not opens_like_bullet(value, words)
    is_employer = field == "employer" and has_employer(value, words) and value[0].isupper()
    is_name = is_title or is_employer or is_title_case(value, words) or bool(words.dates.find(value))
    return Labelled(label, field, value) if is_name else None
