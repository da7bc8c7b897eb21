"""Judgements of a line, each made once in a reading.

Whether a line is a header, a sentence or an address is asked for every line that it stands near, and each answer needs
the answers to simpler questions about the same text. `once` makes a function remember them, in the notebook of the
words that it is given: that of one reading, which ends with it (see `ResumeWords.for_one_reading`).
"""

from __future__ import annotations

from collections.abc import Callable, Sized
from functools import wraps
from typing import TypeVar

from bulletcoach.readers.words import ResumeWords

Question = TypeVar("Question", bound=Sized)
Answer = TypeVar("Answer")
_MOST_NOTES = 20_000  # far more than any résumé needs; lines so far apart are never weighed against each other
_LONGEST = 1_000  # characters; longer lines are few, and not worth the room
_UNKNOWN = object()


def once(judge: Callable[[Question, ResumeWords], Answer]) -> Callable[[Question, ResumeWords], Answer]:
    """`judge`, asked once for each text, or whatever it judges; its answer must depend on that and the words alone.

    What it answers is handed out again and again, so it must be nothing that can be changed.
    """

    @wraps(judge)
    def remembering(asked: Question, words: ResumeWords) -> Answer:
        notes = words.notes
        if notes is None:
            return judge(asked, words)
        known = notes.get((judge, asked), _UNKNOWN)
        if known is not _UNKNOWN:
            return known  # type: ignore[return-value]
        answer = judge(asked, words)
        if len(asked) <= _LONGEST:
            if len(notes) >= _MOST_NOTES:
                notes.clear()
            notes[judge, asked] = answer
        return answer

    return remembering
