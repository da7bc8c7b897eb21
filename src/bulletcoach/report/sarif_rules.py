"""The rules as SARIF describes them: what a service shows beside a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from bulletcoach.model.finding import Severity
from bulletcoach.report.markdown_text import escaped
from bulletcoach.report.rules import page_of, silencing
from bulletcoach.rules.rule import Rule

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_FAMILY = len("BC1")


def descriptor(rule: Rule) -> dict[str, Any]:
    """A rule with its explanation, as text and as Markdown."""
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": message_text(f"Flags {rule.summary}.")},
        "fullDescription": {"text": message_text(_one_line(rule.explanation.split("\n\n")[0]))},
        "help": {
            "text": message_text("\n".join(page_of(rule))),
            "markdown": _braced("\n".join(_markdown(rule))),
        },
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": ["resume", rule.code[:_FAMILY]]},
    }


def message_text(text: str) -> str:
    """The text as a message of SARIF that says exactly it: braces are no placeholders, brackets no links."""
    if "](" in text:
        for sign in "\\[]":
            text = text.replace(sign, f"\\{sign}")
    return _braced(text)


def _braced(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")


def _markdown(rule: Rule) -> Iterator[str]:
    for paragraph in rule.explanation.split("\n\n"):
        yield escaped(_one_line(paragraph))
        yield ""
    yield from _examples("Instead of", rule.bad)
    yield from _examples("Better", rule.good)
    for label, text in (("Exceptions", rule.unless), ("To silence it", silencing(rule)), ("Source", rule.source)):
        if text:
            yield f"**{label}:** {escaped(_one_line(text))}"
            yield ""


def _examples(label: str, bullets: Iterable[str]) -> Iterator[str]:
    yield f"**{label}:**"
    yield ""
    for bullet in bullets:
        yield "- " + "\\\n  ".join(escaped(line) for line in bullet.splitlines())
    yield ""


def _one_line(text: str) -> str:
    return " ".join(text.split())
