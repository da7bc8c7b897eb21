"""A judgement is made once in a reading, and forgotten with it."""

from __future__ import annotations

import pytest
from inline_resumes import Reader

from bulletcoach.readers import ResumeWords, once, shapes


class _Judge:
    """Says how long a text is, and counts how often it was asked."""

    __name__ = "length"

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, text: str, _words: ResumeWords) -> int:
        self.asked.append(text)
        return len(text)


@pytest.fixture
def judge() -> _Judge:
    return _Judge()


def test_a_reading_asks_once_for_each_text(words: ResumeWords, judge: _Judge) -> None:
    length, own = once.once(judge), words.for_one_reading()
    assert [length(text, own) for text in ("ab", "", "ab", "")] == [2, 0, 2, 0]
    assert judge.asked == ["ab", ""]


def test_judges_do_not_read_each_others_notes(words: ResumeWords, judge: _Judge) -> None:
    own, other = words.for_one_reading(), _Judge()
    assert [once.once(each)("ab", own) for each in (judge, other)] == [2, 2]
    assert judge.asked == other.asked == ["ab"]


def test_the_next_reading_asks_again(words: ResumeWords, judge: _Judge) -> None:
    length = once.once(judge)
    for _ in range(2):
        length("ab", words.for_one_reading())
    assert judge.asked == ["ab", "ab"]


def test_without_a_reading_nothing_is_kept(words: ResumeWords, judge: _Judge) -> None:
    length = once.once(judge)
    assert [length("ab", words) for _ in range(2)] == [2, 2]
    assert judge.asked == ["ab", "ab"]
    assert words.notes is None


def test_long_texts_are_not_kept(words: ResumeWords, judge: _Judge) -> None:
    own = words.for_one_reading()
    assert once.once(judge)("a" * 1_001, own) == 1_001
    assert own.notes == {}


def test_notes_do_not_grow_without_end(words: ResumeWords, judge: _Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(once, "_MOST_NOTES", 3)
    length, own = once.once(judge), words.for_one_reading()
    assert [length("a" * count, own) for count in range(8)] == list(range(8))
    assert own.notes is not None
    assert len(own.notes) <= 3


def test_reading_leaves_nothing_in_the_words(words: ResumeWords, reading: Reader) -> None:
    reading("EXPERIENCE\n\nAgent, Acme Ltd, 2019 – 2021\n- Answered calls\n")
    assert words.notes is None
    assert shapes.has_title("Agent", words)
