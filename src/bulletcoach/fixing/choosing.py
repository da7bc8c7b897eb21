"""Choosing: which fixes are made in which bullet, this time round."""

from __future__ import annotations

from collections.abc import Container, Iterable

from bulletcoach.fixes import compatible, edited_text
from bulletcoach.model.finding import Applicability, Finding, Fix, TextEdit

Fixable = tuple[Finding, Fix]


def fixable(findings: Iterable[Finding], *, unsafe: bool) -> list[Fixable]:
    """The findings about bullets that have a fix, `unsafe` ones too or not."""
    wanted = tuple(Applicability) if unsafe else (Applicability.SAFE,)
    return [(each, each.fix) for each in findings if each.fix and each.fix.applicability in wanted]


def chosen(found: Iterable[Fixable], left: Container[int]) -> dict[int, list[Fix]]:
    """The fixes to make, by bullet; those of one bullet don't meet. Bullets in `left` are left alone.

    The larger one goes first: a new wording of the whole, then what small things still stand in it, next time.
    """
    by_bullet: dict[int, list[Fix]] = {}
    for finding, fix in sorted(found, key=_rank):
        if finding.bullet is not None and finding.bullet not in left:
            so_far = by_bullet.setdefault(finding.bullet, [])
            if len(compatible([*so_far, fix])) == sum(len(each.edits) for each in (*so_far, fix)):
                so_far.append(fix)
    return by_bullet


def new_text(text: str, fixes: Iterable[Fix]) -> tuple[str, tuple[TextEdit, ...]]:
    """The text of a bullet with fixes made in it, and their edits."""
    edits = compatible(fixes)
    return edited_text(text, edits), edits


def _rank(one: Fixable) -> tuple[int, int, str]:
    finding, fix = one
    return -sum(len(edit.span) for edit in fix.edits), fix.edits[0].span.start, finding.code
