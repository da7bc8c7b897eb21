"""Rules explained: the pages that `bulletcoach rule` prints."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from bulletcoach.rules.options import options_of
from bulletcoach.rules.rule import Rule
from bulletcoach.rules.suppressions import FAMILY

_COLUMNS = 80


def write_text(rules: Iterable[Rule], out: TextIO) -> None:
    """Write a page for each rule."""
    out.write("\n\n".join("\n".join(page_of(rule)) for rule in rules) + "\n")


def write_list(rules: Iterable[Rule], out: TextIO) -> None:
    """Write one line for each rule: what a family comes to."""
    for rule in rules:
        out.write(f"{rule.code} {rule.name} ({rule.severity}): {rule.summary}\n")


def write_json(rules: Iterable[Rule], out: TextIO, *, single: bool) -> None:
    """Write one object where `single`, a list of them otherwise."""
    described = [_object(rule) for rule in rules]
    json.dump(described[0] if single else described, out, indent=2)
    out.write("\n")


def silencing(rule: Rule) -> str:
    """How to be spared a rule's findings, at one bullet or everywhere."""
    everywhere = f'ignore = ["{rule.code}"] in bulletcoach.toml, or --ignore {rule.code}'
    if rule.code.startswith(FAMILY):  # the checks themselves: no comment silences these
        return everywhere
    return f"a comment at the bullet or post, “bulletcoach: ignore[{rule.code}] why”; everywhere {everywhere}"


def page_of(rule: Rule) -> Iterator[str]:
    """The lines that explain a rule, none wider than a terminal."""
    yield f"{rule.code} {rule.name} ({rule.severity})"
    yield ""
    if not says_the_same(rule):
        yield from textwrap.wrap(f"Flags {rule.summary}.", _COLUMNS)
        yield ""
    for paragraph in rule.explanation.split("\n\n"):
        yield from textwrap.wrap(" ".join(paragraph.split()), _COLUMNS)
        yield ""
    yield from _examples("Instead of", rule.bad)
    yield from _examples("Better", rule.good)
    yield from _labelled("Exceptions", rule.unless)
    yield from _options(rule)
    yield from _labelled("To silence it", silencing(rule))
    yield from _labelled("Source", rule.source)


def _options(rule: Rule) -> Iterator[str]:
    """What can be set for the rule, with its usual values."""
    options = list(options_of(rule))
    if options:
        yield f"Options, in [rules.{rule.name}]:"
    for option in options:
        line = f"{option.name} = {option.default}  # {option.about}"
        yield from textwrap.wrap(line, _COLUMNS, initial_indent="  ", subsequent_indent="    ")


def says_the_same(rule: Rule) -> bool:
    """Whether the explanation begins with the summary in other words: half of its longer words stand there."""
    first = _stems(rule.explanation.split("\n\n")[0])
    summary = _stems(rule.summary)
    return 2 * len(summary & first) >= len(summary)


def _stems(text: str) -> set[str]:
    return {word[:5] for word in re.findall(r"\w{4,}", text.lower())}


def _examples(label: str, bullets: Iterable[str]) -> Iterator[str]:
    yield f"{label}:"
    for bullet in bullets:
        for line in bullet.splitlines():
            yield from textwrap.wrap(line, _COLUMNS, initial_indent="  - ", subsequent_indent="    ")
    yield ""


def _labelled(label: str, text: str) -> Iterator[str]:
    if text:
        yield from textwrap.wrap(f"{label}: {' '.join(text.split())}", _COLUMNS, subsequent_indent="  ")


def _object(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "summary": rule.summary,
        "explanation": rule.explanation,
        "bad": list(rule.bad),
        "good": list(rule.good),
        "exceptions": rule.unless,
        "options": [
            {
                "name": option.name,
                "default": option.default,
                "least": option.least,
                "most": option.most,
                "description": option.about,
            }
            for option in options_of(rule)
        ],
        "silence": silencing(rule),
        "source": rule.source,
    }
