"""The plan of a sitting: which bullets would gain most, worst first, and what is to be said of each."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.finding import Finding
from bulletcoach.model.judgement import Judged, Verdict
from bulletcoach.model.places import Place, Places
from bulletcoach.model.result import FileResult
from bulletcoach.model.rewrite import Rewrite, Wanted

# A few minutes' work.
SITTING = 6

_WORST_FIRST = {Verdict.DUTY: 0, Verdict.ACTION: 1, Verdict.ACHIEVEMENT: 2}


class Case(Struct, frozen=True):
    """A bullet to be coached.

    `rewrites` are those that can be written, the ones with blanks first; `splits` show how it could be two bullets.
    `missing` says in a sentence what it lacks; `place` is where it stands.
    """

    judged: Judged
    place: Place
    missing: str
    rewrites: tuple[Rewrite, ...] = ()
    splits: tuple[Rewrite, ...] = ()

    @property
    def number(self) -> int:
        return self.judged.number

    @property
    def text(self) -> str:
        return self.judged.bullet.text


def worth_coaching(result: FileResult) -> list[int]:
    """The numbers of the bullets that answers would improve, the neediest first; of equals the one that stands first.

    Bullets without a result come before those with one, and among them those with the graver findings.
    """
    open_ones = [
        bullet
        for bullet in result.bullets
        if not bullet.bullet.file  # one in an included file is for a sitting over that file
        and any(rewrite.slots and not rewrite.second for rewrite in result.rewrites.get(bullet.number, ()))
    ]
    return [bullet.number for bullet in sorted(open_ones, key=lambda bullet: _need(bullet, result.findings))]


def bullets_at(result: FileResult, line: int) -> list[int]:
    """The numbers of the judged bullets that stand on a line of the source."""
    if result.document is None:
        return []
    places = Places(result.document)
    return [bullet.number for bullet in result.bullets if line in range(*_lines(bullet, places))]


def lines_of(result: FileResult) -> list[int]:
    """The lines on which judged bullets begin."""
    places = Places(result.document) if result.document else None
    return [_lines(bullet, places)[0] for bullet in result.bullets if places and not bullet.bullet.file]


def case_of(number: int, result: FileResult, lexicon: Lexicon) -> Case | None:
    """The case of a bullet as the result has it; None for one that is not judged."""
    judged = next((bullet for bullet in result.bullets if bullet.number == number), None)
    if judged is None or result.document is None:
        return None
    rewrites = result.rewrites.get(number, ())
    writable = sorted((each for each in rewrites if not each.second), key=lambda each: not each.slots)
    return Case(
        judged,
        Places(result.document).of_bullet(judged.bullet),
        _missing(judged, writable[0] if writable else None, lexicon),
        tuple(writable),
        tuple(each for each in rewrites if each.second),
    )


def _lines(bullet: Judged, places: Places) -> tuple[int, int]:
    """The first line of a bullet, or the number of its paragraph, and the one after its last; none in other files."""
    place = places.of_bullet(bullet.bullet)
    first = place.line or place.paragraph or 0
    last = place.end_line or first
    return (first, last + 1) if not bullet.bullet.file else (0, 0)


def _need(bullet: Judged, findings: Iterable[Finding]) -> tuple[int, int, int]:
    gravest = max((finding.severity.rank for finding in findings if finding.bullet == bullet.number), default=0)
    return _WORST_FIRST[bullet.judgement.verdict], -gravest, bullet.number


def _missing(judged: Judged, rewrite: Rewrite | None, lexicon: Lexicon) -> str:
    """What the bullet lacks of problem, action and result."""
    lack = _lack(judged, {slot.wants for slot in rewrite.slots}) if rewrite else "unknown"
    entry = lexicon.questions.get(f"missing-{lack}")
    return entry.ask if entry else ""


def _lack(judged: Judged, wanted: set[Wanted]) -> str:
    """The name of what is missing most: what the blanks ask for, the weightiest first."""
    judgement = judged.judgement
    if Wanted.RESULT in wanted and not wanted & {Wanted.ACT, Wanted.PART}:
        if judgement.story.result:
            return "size"
        if judgement.scopes:
            return "result-of-scope"
        if judged.facts.opener is not None:
            return "result-of-task"
        return "result-of-duty" if judgement.verdict is Verdict.DUTY else "result"
    weightiest = (Wanted.ACT, Wanted.PART, Wanted.DETAIL, Wanted.SCOPE, Wanted.METHOD, Wanted.PROBLEM)
    return next((each.value for each in weightiest if each in wanted), "nothing")
