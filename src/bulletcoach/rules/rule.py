"""What a rule is: its name, its explanation and examples, and the check that finds what it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from inspect import cleandoc
from typing import Any, Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.model.finding import Finding, Fix, Severity
from bulletcoach.model.judgement import Judged
from bulletcoach.model.text import Span
from bulletcoach.rules.reference import Reference

Subject = TypeVar("Subject")


class Rule(Struct, frozen=True):
    """Everything there is to know about a rule but how it finds things.

    `severity` is the usual one; a check may give another where the explanation says so, and `rules.policy` has the
    last word. `summary` completes "flags …". `bad` and `good` are examples: each is the text of one bullet, or of
    several, one a line, of one post (an ended one, as a customer service representative, unless that is unknown).
    `unless` says when the advice does not apply, `source` where it comes from. `options` is the struct of what a
    user may set (see rules.options). `explanation` is the docstring of the check.
    """

    code: str
    name: str
    severity: Severity
    summary: str
    bad: tuple[str, ...]
    good: tuple[str, ...]
    unless: str
    source: str
    options: type[Any] | None = None
    explanation: str = ""

    def at(
        self,
        bullet: Judged,
        span: Span,
        message: str,
        advice: str,
        severity: Severity | None = None,
        fix: Fix | None = None,
    ) -> Finding:
        """A finding about the stretch `span` of a bullet."""
        severity = severity or self.severity
        return Finding(self.code, self.name, severity, message, advice, span, bullet.number, fix=fix)

    def on(self, entry: int, message: str, advice: str, severity: Severity | None = None) -> Finding:
        """A finding about the whole entry with that number."""
        return Finding(self.code, self.name, severity or self.severity, message, advice, entry=entry)


class Check(Struct, Generic[Subject], frozen=True):
    """A rule together with the function that looks for it in a subject: a bullet, or a whole résumé.

    `needs` tells whether a bullet has what the rule is about; in others there is nothing to find. It is asked once for
    all checks that need the same.
    """

    rule: Rule
    run: Callable[[Subject, Reference], Iterator[Finding]]
    needs: Callable[[Judged], bool] | None = None


def checks(
    rule: Rule,
    needs: Callable[[Judged], bool] | None = None,
) -> Callable[[Callable[[Subject, Reference], Iterator[Finding]]], Check[Subject]]:
    """Make a function the check of `rule`; its docstring becomes the rule's explanation."""

    def bind(run: Callable[[Subject, Reference], Iterator[Finding]]) -> Check[Subject]:
        return Check(replace(rule, explanation=cleandoc(run.__doc__ or "")), run, needs)

    return bind


def has_marks(bullet: Judged) -> bool:
    """Whether any word of a bullet is marked."""
    return bool(bullet.facts.marks)


def has_metrics(bullet: Judged) -> bool:
    """Whether a bullet has any metric."""
    return bool(bullet.judgement.metrics)
