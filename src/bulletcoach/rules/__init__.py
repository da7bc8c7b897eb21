"""The rules: what bulletcoach has to say about bullets, posts and résumés.

`rule`        what a rule is            `registry`   all of them
`reference`   what they look things up in            `resume`     bullets gathered by post
`explained`   abbreviations that a résumé spells out itself
`policy`      final severities, and what a profile switches off
`questions`   the question that fits this very bullet         `advice`     the verb that does
`parts`, `phrases`   stretches of a bullet that rules point at or ask about

The rules themselves, a family or part of one a module:

BC1  duty language      `duty`, `form`
BC2  verbs              `verbs`, `tense`
BC3  metrics            `metrics`, `vanity`, `figures`
BC4  story              `story`
BC5  wording            `wording`, `length`, `layout` with `end_marks`, `spacing`
BC6  entry and résumé   `entry`, with `similarity`
BC9  the checks         `suppressions`: names and explanations; the package `suppression` finds them

A rule is a `Rule` with a name and examples, and a function marked `@checks(RULE)` that yields findings; its docstring
is the explanation that users read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from bulletcoach.model.document import Document
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.judgement import Judged
from bulletcoach.rules.length import unparsed_finding
from bulletcoach.rules.policy import applies, settle, with_severity
from bulletcoach.rules.reference import Reference
from bulletcoach.rules.registry import BULLET_CHECKS, RESUME_CHECKS, RULES
from bulletcoach.rules.resume import Resume, resume_of
from bulletcoach.rules.rule import Check, Rule

__all__ = ["RULES", "Reference", "Rule", "check", "unparsed_finding", "with_severity"]


def check(
    bullets: Sequence[Judged],
    reference: Reference,
    counts: Callable[[Rule, int], bool] = lambda *_: True,
    document: Document | None = None,
    severity: Callable[[Rule], Severity | None] = lambda _: None,
) -> list[Finding]:
    """All findings about the judged bullets of one résumé, with their final severities.

    `document` is what they were read from, for rules that look at the source itself. `severity` is the one that the
    user gave to a rule's findings in the place of their own; it is settled like theirs.

    `counts` tells whether a rule is wanted in the source of the document that has this number. Others are not run:
    severities are settled among the findings that will be seen, so that a rule which was switched off does not hush the
    next one.

    Sorted by bullet, then code, then place; findings about whole entries come last. `Finding.entry` counts the
    entries that have a judged bullet, in order, from 0.
    """
    by_bullet: dict[int, list[Finding]] = {bullet.number: [] for bullet in bullets}
    on_entries: list[Finding] = []
    for rule, finding in _found(resume_of(bullets, document), reference, counts):
        home = on_entries if finding.bullet is None else by_bullet[finding.bullet]
        home.append(with_severity(finding, severity(rule)))
    settled = [finding for bullet in bullets for finding in settle(by_bullet[bullet.number], bullet)]
    return [*settled, *sorted(on_entries, key=lambda finding: (finding.entry or 0, finding.code))]


def _found(resume: Resume, reference: Reference, counts: Callable[[Rule, int], bool]) -> Iterator[tuple[Rule, Finding]]:
    """What each rule finds in the sources where it is wanted."""
    bullets = tuple(resume.bullets)
    file_of = {bullet.number: bullet.bullet.file for bullet in bullets}
    files = {*file_of.values(), *(one.entry.file for one in resume.entries)}

    def wanted(rule: Rule) -> set[int]:
        return {file for file in files if counts(rule, file)} if applies(rule, reference.profile) else set()

    in_bullets = [(one, wanted(one.rule)) for one in BULLET_CHECKS]
    checks_in = {file: _by_need(one for one, where in in_bullets if file in where) for file in files}
    for bullet in bullets:  # one after the other, so that what is looked up for a bullet is looked up once
        its_reference = reference.of(bullet)
        for needs, checks in checks_in[bullet.bullet.file].items():
            if needs is not None and not needs(bullet):
                continue
            for one in checks:
                for finding in one.run(bullet, its_reference):
                    yield one.rule, finding
    for overall in RESUME_CHECKS:
        if where := wanted(overall.rule):
            for finding in overall.run(resume, reference):
                entry = resume.entries[finding.entry or 0].entry
                if (entry.file if finding.bullet is None else file_of[finding.bullet]) in where:
                    yield overall.rule, finding


def _by_need(checks: Iterable[Check[Judged]]) -> dict[Callable[[Judged], bool] | None, list[Check[Judged]]]:
    """The checks by what they need of a bullet."""
    found: dict[Callable[[Judged], bool] | None, list[Check[Judged]]] = {}
    for one in checks:
        found.setdefault(one.needs, []).append(one)
    return found
