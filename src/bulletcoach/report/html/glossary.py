"""Glossary: what the verdicts mean, and what each rule that found something says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bulletcoach.report.html.advice import severity
from bulletcoach.report.html.elements import Html, element
from bulletcoach.report.html.verdicts import VERDICTS, badge
from bulletcoach.rules import RULES
from bulletcoach.rules.rule import Rule


def glossary(codes: Iterable[str]) -> Html:
    """The verdicts, and the rules with these codes."""
    wanted = set(codes)
    rules = [_rule(rule) for rule in RULES if rule.code in wanted]
    return element(
        "section",
        element("h2", "What the words mean"),
        element("h3", "The verdicts"),
        element("div", *_verdicts(), class_="entries"),
        element("h3", "The rules that spoke up") if rules else None,
        element("div", *rules, class_="entries") if rules else None,
        class_="glossary",
    )


def _verdicts() -> Iterator[Html]:
    for verdict, shown in VERDICTS.items():
        example = element("p", "For instance: ", element("q", shown.example))
        yield element("div", element("h4", badge(verdict)), element("p", shown.meaning), example, class_="entry")


def _rule(rule: Rule) -> Html:
    return element(
        "div",
        element("h4", f"{rule.code} {rule.name} ", severity(rule.severity)),
        *(element("p", " ".join(paragraph.split())) for paragraph in rule.explanation.split("\n\n")),
        _examples("Instead of", rule.bad),
        _examples("Better", rule.good),
        element("p", element("b", "Exceptions: "), rule.unless) if rule.unless else None,
        class_="entry",
        id=rule.code,
    )


def _examples(label: str, bullets: Iterable[str]) -> Html | None:
    """The first example: it may be of several bullets."""
    first = next(iter(bullets), None)
    if first is None:
        return None
    return element("dl", element("dt", label), *(element("dd", line) for line in first.splitlines()), class_="example")
