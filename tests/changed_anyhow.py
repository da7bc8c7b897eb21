"""A property for each format with light markup: whatever changes is read again as wanted, and nothing else does."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from inline_resumes import texts_of
from spliced_bytes import spliced

from bulletcoach.editing import apply, verified
from bulletcoach.errors import EditError
from bulletcoach.readers import ResumeWords, decode, read, spoken

VERBS = ("Answered", "Resolved", "Rebuilt", "Trained", "Moved")
NOUNS = ("calls", "customers", "refunds", "98%", "and", "with", "the", "self-service", "orders,", "desk's", "team")
SIGNS = (
    "C#",
    "C++",
    "$4K",
    "~20%",
    "A*B",
    "snake_case",
    "[beta]",
    "--",
    "...",
    "#1",
    "<5",
    "a/b",
    "&",
    "`ls`",
    "\\n",
    "|",
    "::",
    "{x}",
    "x^2",
    "*this*",
    "_why_",
    "=v=",
    "+s+",
    "/it/",
    "**b**",
    "-",
    "+",
    "=",
    "1.",
    '"so"',
    "->",
    "(C)",
    "'80s",
    "//",
    "/*",
    "@all",
    "<tag>",
    "$x$",
    "[[l]]",
    "word_",
    "~t~",
    "^u^",
    "`a <b>`_",
    ";",
    "#h#",
    ":role:`x`",
    "[1]_",
    "+++",
)
"""What means something in one format or another."""


@dataclass(frozen=True)
class Style:
    """How a format writes a bullet: what may stand round a few words in it, its markers, and its line breaks."""

    wraps: tuple[tuple[str, str], ...]
    markers: tuple[str, ...]
    breaks: tuple[str, ...]
    literals: tuple[str, ...]
    head: str
    tail: str


def sentences(signs: tuple[str, ...] = SIGNS, longest: int = 8) -> st.SearchStrategy[str]:
    """A new text with a few signs among its words."""
    more = st.lists(
        st.one_of(st.sampled_from(NOUNS), st.sampled_from(NOUNS), st.sampled_from(signs)), min_size=2, max_size=longest
    )
    return st.builds(lambda verb, rest: " ".join([verb, *rest]), st.sampled_from(VERBS), more)


@st.composite
def bullets(draw: st.DrawFn, style: Style) -> str:
    words = [
        draw(st.sampled_from(VERBS)),
        *draw(st.lists(st.sampled_from((*NOUNS, *style.literals)), min_size=2, max_size=9)),
    ]
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, min(first + 2, len(words) - 1)))
    opening, closing = draw(st.sampled_from((("", ""), *style.wraps)))
    if all(word[:1].isalnum() and word[-1:].isalnum() for word in words[first : last + 1]):
        words[first], words[last] = opening + words[first], words[last] + closing
    blanks = [draw(st.sampled_from((" ", " ", " ", *style.breaks))) for _ in words[1:]]
    text = words[0] + "".join(blank + word for blank, word in zip(blanks, words[1:], strict=True))
    return draw(st.sampled_from(style.markers)) + text + draw(st.sampled_from(("", ".")))


@st.composite
def files(draw: st.DrawFn, style: Style) -> str:
    newline = draw(st.sampled_from(("\n", "\n", "\r\n")))
    lines = draw(st.lists(bullets(style), min_size=1, max_size=4))
    return (style.head + "\n".join(lines) + style.tail).replace("\n", newline)


@dataclass
class Tally:
    """How many changes were tried, and those that were refused."""

    tried: int = 0
    refused: list[tuple[str, str, str]] | None = None

    @property
    def share(self) -> float:
        return len(self.refused or ()) / max(1, self.tried)


def check_any_change(style: Style, name: str, words: ResumeWords, *, examples: int = 400) -> Tally:
    """Raises AssertionError for a change that does harm; tells how many were refused."""
    tally = Tally(refused=[])

    @settings(max_examples=examples, deadline=None, database=None, derandomize=True)
    @given(files(style), st.data())
    def holds(text: str, data: st.DataObject) -> None:
        document = read(decode(text.encode(), name), words)
        texts = texts_of(document)
        assume(texts)  # a short text beside an address is taken for contact details
        number = data.draw(st.integers(0, len(texts) - 1))
        new = spoken(data.draw(st.one_of(sentences(), _exchanged(texts[number]))))
        tally.tried += 1
        try:
            edits = verified(document, {number: new}, partial(read, words=words))
        except EditError as error:
            assert tally.refused is not None
            tally.refused.append((text, new, str(error)))
            return
        after = apply(document.source, edits)
        assert after.data == spliced(document.source, edits)
        again = read(decode(after.data, name), words)
        assert texts_of(again) == [*texts[:number], new, *texts[number + 1 :]]

    holds()
    return tally


def _exchanged(old: str) -> st.SearchStrategy[str]:
    """The old text with a few of its words exchanged."""
    found = old.split()

    def with_others(at: int, count: int, other: str) -> str:
        return " ".join([*found[:at], *other.split()[1:3], *found[at + count :]])

    return st.builds(with_others, st.integers(1, max(1, len(found) - 1)), st.integers(0, 3), sentences(longest=3))
