"""Neighbours: the bullets of a résumé rewritten beside one another, so that they don't all open with the same verb."""

from __future__ import annotations

from collections.abc import Sequence

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.facts import Form
from bulletcoach.model.judgement import Judged, Verdict
from bulletcoach.model.rewrite import Rewrite
from bulletcoach.rewriting.rewriter import Rewriter


def rewritten(bullets: Sequence[Judged], rewriter: Rewriter, lexicon: Lexicon) -> dict[int, tuple[Rewrite, ...]]:
    """The rewrites of each bullet that has any, under its number.

    All follow the spelling of the whole. A bullet's rewrites avoid the verbs that the bullets beside it in its entry
    open with, the one before as it is rewritten.
    """
    spelling = rewriter.spelling_of(bullet.facts.text for bullet in bullets)
    found: dict[int, tuple[Rewrite, ...]] = {}
    for bullet, before, after in zip(bullets, (None, *bullets), (*bullets[1:], None), strict=False):
        beside = [before] if before is not None else []
        # The next one will be rewritten as well, unless it needs nothing.
        if after is not None and after.judgement.verdict is Verdict.ACHIEVEMENT:
            beside.append(after)
        entry = bullet.context.entry
        taken = {_opening(each, found, lexicon) for each in beside if each.context.entry is entry} - {""}
        if rewrites := rewriter.rewrites(bullet, spelling, taken):
            found[bullet.number] = rewrites
    return found


def _opening(bullet: Judged, found: dict[int, tuple[Rewrite, ...]], lexicon: Lexicon) -> str:
    """The lemma that a bullet opens with, as rewritten if it has been; empty where a blank or no verb stands there."""
    if rewrites := found.get(bullet.number):
        words = rewrites[0].parts[0].text.lower().split()
        first = words[0] if words else ""
        return next((lemma for lemma, form in lexicon.forms_of(first) if form is not Form.GERUND), "")
    return bullet.facts.head.lemma if bullet.facts.head else ""
