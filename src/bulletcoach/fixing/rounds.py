"""Rounds: fixes made until nothing is left to fix, each time judged anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from bulletcoach.config import Settings
from bulletcoach.editing.checking import bullets_of
from bulletcoach.engine import Engine
from bulletcoach.fixing.attempts import attempt
from bulletcoach.fixing.choosing import chosen, fixable
from bulletcoach.model.document import Document, Source
from bulletcoach.model.finding import Applicability, Fix, Severity
from bulletcoach.model.judgement import Verdict
from bulletcoach.model.result import FileResult

# One takes out what overlapped in the one before; more than a few never have anything to do.
_MOST_ROUNDS = 12
_RANKS = {Verdict.DUTY: 0, Verdict.ACTION: 1, Verdict.ACHIEVEMENT: 2}

Sift = Callable[[FileResult], FileResult]


class Mended(Struct, frozen=True):
    """What is left, how many findings were fixed in each source of the document, and why other fixes were not made, a
    line for each bullet."""

    result: FileResult
    fixed: Counter[int]
    notes: tuple[str, ...]


def mended(engine: Engine, settings: Settings, result: FileResult, *, unsafe: bool, sift: Sift) -> Mended:
    """The result with its fixes made, in memory.

    `sift` takes out of a result what is not to be fixed, such as findings that a baseline knows. A fix after which a
    bullet would be judged worse is not made, nor one that would make an achievement of it: that takes a fact.
    """

    def read_again(sources: Sequence[Source]) -> Document:
        included = {one.file.resolve(): one for one in sources[1:] if one.file is not None}
        return engine.read(sources[0], settings, included)

    left: dict[int, str] = {}
    seen = {_texts(result.document)}
    fixed: Counter[int] = Counter()
    for _ in range(_MOST_ROUNDS):
        fixes = chosen(fixable(sift(result).findings, unsafe=unsafe), left)
        if not fixes or result.document is None:
            break
        tried = attempt(result.document, fixes, read_again)
        left.update(tried.refusals)
        if not tried.made:
            continue
        after = engine.check_read(tried.document, settings)
        if harmed := [number for number in sorted(tried.made) if _does_harm(number, fixes[number], result, after)]:
            left.update(dict.fromkeys(harmed, ""))
            continue
        if _texts(after.document) in seen:
            break
        seen.add(_texts(after.document))
        for number in tried.made:
            fixed[bullets_of(tried.document)[number].file] += len(fixes[number])
        result = after
    return Mended(result, fixed, tuple(note for _, note in sorted(left.items()) if note))


def _does_harm(number: int, fixes: Iterable[Fix], before: FileResult, after: FileResult) -> bool:
    """Whether a bullet says less than before, or more than it can, or is warned of something new though its wording is
    the old one."""
    was, now = _verdict(number, before), _verdict(number, after)
    if now < was or (now > was and now == _RANKS[Verdict.ACHIEVEMENT]):
        return True
    is_safe = all(fix.applicability is Applicability.SAFE for fix in fixes)
    return is_safe and not _warned(number, after) <= _warned(number, before)


def _verdict(number: int, result: FileResult) -> int:
    return next((_RANKS[bullet.judgement.verdict] for bullet in result.bullets if bullet.number == number), -1)


def _warned(number: int, result: FileResult) -> set[str]:
    least = Severity.WARNING.rank
    return {each.code for each in result.findings if each.bullet == number and each.severity.rank >= least}


def _texts(document: Document | None) -> tuple[str, ...]:
    return tuple(source.text for source in document.sources) if document else ()
