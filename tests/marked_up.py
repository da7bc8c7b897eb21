"""Changes of bullets in files with markup, with words that mean something to some format."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from hypothesis import given, settings
from hypothesis import strategies as st
from inline_resumes import texts_of
from spliced_bytes import spliced

from bulletcoach.editing import apply, verified
from bulletcoach.errors import EditError
from bulletcoach.readers import ResumeWords, decode, read

PLAIN = [
    "calls",
    "chats",
    "customers",
    "tickets",
    "1,200",
    "98%",
    "and",
    "with",
    "from",
    "the",
    "self-service",
    "desk’s",
]
SIGNS = (
    "5 * 3", "2*3*4", "snake_case_name", "_private", "R&D", "AT&T;", "&amp;", "&copy;", "[X%]", "[a](b)", "[1]",
    "<b>", "a<b", "x > y", "C:\\temp", "back\\*slash", "`code`", "``", "*", "**", "__init__", "~5", "~~no~~", "#1",
    "C#", "C++", "50%", "$4K", "(see below)", "http://a.example/b_c", "<a@b.example>", "!", "![x]", "|", "a|b",
    "{x}", "{% x %}", "{{ y }}", ":tada:", "10:30", "it's", '"quoted"', "–", "—", "e\ufb03cient", "ä", "工", "1.",
    "-", "+", "=", "\\hfill",
)  # fmt: skip
NOUNS = st.sampled_from(["calls", "chats", "desks", "and", "of", "the", "40", "mails"])
VERBS = ("Answered", "Resolved", "Rebuilt", "Led", "Résolved")

_WORDS = st.one_of(st.sampled_from(PLAIN), st.sampled_from(PLAIN), st.sampled_from(SIGNS))


@dataclass(frozen=True)
class Change:
    """The words of a bullet from `start` to `end`, in thousandths of it, become `new`."""

    start: int
    end: int
    new: tuple[str, ...]

    def of(self, old: str) -> str:
        words = old.split()
        first, last = len(words) * self.start // 1000, len(words) * self.end // 1000
        text = " ".join([*words[:first], *self.new, *words[max(first, last) :]])
        return text[:1].upper() + text[1:]


_PART = st.builds(
    Change, st.integers(0, 1000), st.integers(0, 1000), st.lists(_WORDS, max_size=3).map(lambda words: tuple(words))
)
_WHOLE = st.builds(
    lambda verb, rest: Change(0, 1000, (verb, *rest)), st.sampled_from(VERBS), st.lists(_WORDS, min_size=2, max_size=10)
)
CHANGES = st.one_of(_PART, _WHOLE)
_REFUSED = 0.02
"""The most of the changes that may be refused."""


def check_any_change(files: st.SearchStrategy[str], name: str, words: ResumeWords, *, examples: int = 400) -> None:
    """Raises AssertionError for a change in a file called `name` that touches more than it should, and for too many
    changes that are refused."""
    tried: list[int] = []
    refused: list[str] = []

    @settings(max_examples=examples, deadline=None, database=None, derandomize=True)
    @given(files, st.integers(0, 9), CHANGES)
    def holds(text: str, number: int, change: Change) -> None:
        document = read(decode(text.encode(), name), words)
        texts = texts_of(document)
        number %= len(texts)
        wanted = change.of(texts[number])
        if len(wanted.split()) < 3 or not wanted[0].isalnum():
            return
        tried.append(number)
        try:
            edits = verified(document, {number: wanted}, partial(read, words=words))
        except EditError as error:
            refused.append(f"{texts[number]!r} -> {wanted!r}: {error}")
            return
        after = apply(document.source, edits)
        assert after.data == spliced(document.source, edits)

    holds()
    assert len(refused) <= _REFUSED * len(tried), "\n".join(refused)
