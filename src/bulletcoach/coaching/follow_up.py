"""One question more: how it was done, or else what made it hard, where a bullet with act and result does not say.

    Answered calls, cutting handle time from 9 to 6 min          | by [doing what]
    Rewrote the macros, cutting reply time from 9 h to 3 h       | despite [what made it hard]

The blank stands behind the result, and only behind one that says what changed: “praised by the manager by …” is no
sense.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec.structs import replace

from bulletcoach.coaching.manuscript import Trial
from bulletcoach.coaching.phrasing import is_gerund
from bulletcoach.coaching.talk import Talk
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.finding import Severity
from bulletcoach.model.judgement import Judged, Verdict
from bulletcoach.model.rewrite import Origin, Part, Rewrite, Slot, Wanted

_BY, _THROUGH, _DESPITE = " by ", " through ", " despite "


def follow_up(talk: Talk, judged: Judged | None, lexicon: Lexicon) -> Rewrite | None:
    """The rewrite in hand with the blank that is still worth asking for; None where there is none.

    `judged` is the bullet with all answers so far: it has to be an achievement already.
    """
    rewrite = talk.rewrite
    if rewrite is None or talk.own is not None or judged is None:
        return None
    last = len(rewrite.slots) - 1
    answer = talk.answers.get(last)
    place = next((place for place, part in reversed(list(enumerate(rewrite.parts))) if part.slot is not None), 0)
    is_last = not "".join(part.text for part in rewrite.parts[place + 1 :]).strip(" .!")
    if answer is None or rewrite.slots[last].wants is not Wanted.RESULT or not is_last:
        return None
    if judged.judgement.verdict is not Verdict.ACHIEVEMENT or not is_gerund(answer.text, lexicon):
        return None
    parts = _parts(judged, answer.text, {slot.wants for slot in rewrite.slots}, lexicon)
    return replace(rewrite, parts=(*rewrite.parts[: place + 1], *parts, *rewrite.parts[place + 1 :])) if parts else None


def spoils(trial: Trial, before: Trial, number: int) -> bool:
    """Whether a bullet is worse off with the answer: no achievement any more, or with a new warning."""
    if trial.judged is None or trial.judged.judgement.verdict is not Verdict.ACHIEVEMENT:
        return True
    return not _warnings(trial, number) <= _warnings(before, number)


def _parts(judged: Judged, result: str, wanted: Iterable[Wanted], lexicon: Lexicon) -> tuple[Part, ...]:
    """The blank with the word before it."""
    story = judged.judgement.story
    if not story.method and Wanted.METHOD not in wanted:
        return _blank("method", Wanted.METHOD, _THROUGH if _BY in result else _BY, lexicon)
    if story.method and not story.problem and Wanted.PROBLEM not in wanted:
        return _blank("problem", Wanted.PROBLEM, _DESPITE, lexicon)
    return ()


def _blank(name: str, wants: Wanted, lead: str, lexicon: Lexicon) -> tuple[Part, ...]:
    entry = lexicon.blanks[name]
    slot = Slot(wants, entry.text, entry.ask, entry.example)
    return Part(lead, Origin.GRAMMAR, tied=True), Part(f"[{slot.text}]", Origin.SLOT, slot=slot)


def _warnings(trial: Trial, number: int) -> set[str]:
    findings = trial.result.findings if trial.result else ()
    return {each.code for each in findings if each.bullet == number and each.severity.rank >= Severity.WARNING.rank}
