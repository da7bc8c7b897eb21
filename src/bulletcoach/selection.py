"""Selection: which findings count, by rule code, family, slug or ALL."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import Protocol, TypeVar

from msgspec import Struct

from bulletcoach.errors import ConfigError
from bulletcoach.model.finding import Severity

ALL = "ALL"
_PREFIX = "BC"
_CODE = len("BC101")
_NEAR = 70  # of 100: how alike a name must be to be offered in the place of a wrong one


class Coded(Protocol):
    """What carries a rule's code and slug: the rule itself, and its findings."""

    @property
    def code(self) -> str: ...

    @property
    def name(self) -> str: ...


R = TypeVar("R", bound=Coded)


class Selection(Struct, frozen=True):
    """Which rules count. The more exact selector wins (a code over its family, a family over ALL); at a tie, `ignore`.

    What `never` names does not count, however exactly it was selected. All hold selectors as `parse_selector` returns
    them.
    """

    select: tuple[str, ...] = (ALL,)
    ignore: tuple[str, ...] = ()
    never: tuple[str, ...] = ()

    def counts(self, rule: Coded) -> bool:
        """Whether the findings of this rule (or this finding) are to be reported."""
        return not _exactness(self.never, rule) and _exactness(self.select, rule) > _exactness(self.ignore, rule)


def severity_of(rule: Coded, severities: Iterable[tuple[str, Severity]]) -> Severity | None:
    """The severity that the most exact of these selectors gives to a rule's findings; None for their own."""
    found = max(
        ((_match(selector, rule), severity) for selector, severity in severities), key=itemgetter(0), default=None
    )
    return found[1] if found and found[0] else None


def parse_selectors(values: Iterable[str], rules: Sequence[Coded]) -> tuple[str, ...]:
    """Comma lists of selectors, taken apart and checked. Raises ConfigError for one that no rule answers to."""
    names = (name.strip() for value in values for name in value.split(","))
    return tuple(parse_selector(name, rules) for name in names if name)


def parse_selector(name: str, rules: Sequence[Coded]) -> str:
    """The selector in its usual spelling: `bc101` → `BC101`, `Duty-Opener` → `duty-opener`.

    Raises ConfigError, naming the nearest valid one, where no rule answers to it.
    """
    code, slug = name.upper(), name.lower()
    if code == ALL or (code and any(rule.code.startswith(code) for rule in rules)):
        return code
    if any(rule.name == slug for rule in rules):
        return slug
    raise _unknown(name, rules)


def by_code(selector: str, rules: Sequence[Coded]) -> str:
    """A selector with the rule's code in the place of its slug, so that two for the same rule are the same."""
    return next((rule.code for rule in rules if rule.name == selector), selector)


def find_rule(name: str, rules: Sequence[R]) -> R:
    """The one rule with this code or slug. Raises ConfigError, naming the nearest one, where there is none."""
    for rule in rules:
        if name.upper() == rule.code or name.lower() == rule.name:
            return rule
    raise _unknown(name, rules)


def find_rules(name: str, rules: Sequence[R]) -> tuple[R, ...]:
    """All rules of a family, else the one with this code or slug. Raises ConfigError where there is none."""
    family = tuple(rule for rule in rules if rule.code.startswith(name.upper()))
    return family if family and name else (find_rule(name, rules),)


def _unknown(name: str, rules: Sequence[Coded]) -> ConfigError:
    from rapidfuzz import fuzz, process, utils

    if name.upper().startswith(_PREFIX) and len(name) < _CODE:
        families = sorted({rule.code[: len(_PREFIX) + 1] for rule in rules})
        return ConfigError(f"unknown rule “{name}”; known families: {', '.join(families)}")
    known = (*(rule.code for rule in rules), *(rule.name for rule in rules))
    best = process.extractOne(name, known, scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=_NEAR)
    hint = f"did you mean “{best[0]}”?" if best else "“bulletcoach rule --all” explains all"
    return ConfigError(f"unknown rule “{name}”; {hint}")


def _exactness(selectors: Sequence[str], rule: Coded) -> int:
    """How exactly the closest of the selectors names the rule; 0 where none does."""
    return max([_match(selector, rule) for selector in selectors], default=0) if selectors else 0


def _match(selector: str, rule: Coded) -> int:
    if selector == ALL:
        return 1
    if selector == rule.name:
        return 1 + len(rule.code)
    return 1 + len(selector) if rule.code.startswith(selector) else 0
