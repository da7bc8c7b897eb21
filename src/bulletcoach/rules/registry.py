"""Every rule there is, family by family."""

from __future__ import annotations

from bulletcoach.model.judgement import Judged
from bulletcoach.rules import (
    duty,
    entry,
    figures,
    form,
    layout,
    length,
    metrics,
    spacing,
    story,
    suppressions,
    tense,
    vanity,
    verbs,
    wording,
)
from bulletcoach.rules.resume import Resume
from bulletcoach.rules.rule import Check, Rule

BULLET_CHECKS: tuple[Check[Judged], ...] = (
    *duty.CHECKS,
    *form.CHECKS,
    *verbs.CHECKS,
    *tense.CHECKS,
    *metrics.CHECKS,
    *vanity.CHECKS,
    *figures.CHECKS,
    *story.CHECKS,
    *wording.CHECKS,
    *length.CHECKS,
)

RESUME_CHECKS: tuple[Check[Resume], ...] = (
    *tense.RESUME_CHECKS,
    *story.RESUME_CHECKS,
    *layout.RESUME_CHECKS,
    *spacing.RESUME_CHECKS,
    *entry.RESUME_CHECKS,
)

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (*(check.rule for check in BULLET_CHECKS), *(check.rule for check in RESUME_CHECKS), *suppressions.RULES),
        key=lambda rule: rule.code,
    )
)
