"""The rules: what bulletcoach has to say about bullets, posts and résumés.

`rule`        what a rule is            `registry`   all of them
`reference`   what they look things up in            `resume`     bullets gathered by post
`policy`      final severities, and what a profile switches off
`questions`   the question that fits this very bullet         `advice`     the verb that does
`parts`, `phrases`   stretches of a bullet that rules point at or ask about

The rules themselves, a family or part of one a module:

BC1  duty language      `duty`, `form`
BC2  verbs              `verbs`, `tense`
BC3  metrics            `metrics`, `vanity`, `figures`
BC4  story              `story`
BC5  wording            `wording`, `length`, `layout`
BC6  entry and résumé   `entry`, with `similarity`

A rule is a `Rule` with a name and examples, and a function marked `@checks(RULE)` that yields findings; its docstring
is the explanation that users read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bulletcoach.model.finding import Finding
from bulletcoach.model.judgement import Judged
from bulletcoach.rules.length import unparsed_finding
from bulletcoach.rules.policy import applies, settle
from bulletcoach.rules.reference import Reference
from bulletcoach.rules.registry import BULLET_CHECKS, RESUME_CHECKS, RULES
from bulletcoach.rules.resume import resume_of
from bulletcoach.rules.rule import Rule

__all__ = ["RULES", "Reference", "Rule", "check", "unparsed_finding"]


def check(
    bullets: Sequence[Judged], reference: Reference, counts: Callable[[Rule], bool] = lambda _: True
) -> list[Finding]:
    """All findings about the judged bullets of one résumé, with their final severities.

    Only rules that `counts` lets through are run: severities are settled among the findings that will be seen, so that
    a rule which was switched off does not hush the next one.

    Sorted by bullet, then code, then place; findings about whole entries come last. `Finding.entry` counts the
    entries that have a judged bullet, in order, from 0.
    """
    by_bullet: dict[int, list[Finding]] = {bullet.number: [] for bullet in bullets}
    on_entries: list[Finding] = []
    for one in BULLET_CHECKS:
        if applies(one.rule, reference.profile) and counts(one.rule):
            for bullet in bullets:
                by_bullet[bullet.number].extend(one.run(bullet, reference.of(bullet)))
    resume = resume_of(bullets)
    for overall in RESUME_CHECKS:
        if applies(overall.rule, reference.profile) and counts(overall.rule):
            for finding in overall.run(resume, reference):
                home = on_entries if finding.bullet is None else by_bullet[finding.bullet]
                home.append(finding)
    settled = [finding for bullet in bullets for finding in settle(by_bullet[bullet.number], bullet)]
    return [*settled, *sorted(on_entries, key=lambda finding: (finding.entry or 0, finding.code))]
