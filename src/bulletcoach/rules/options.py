"""Options of rules: whole numbers that a user may set, declared as a small struct beside the rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from bulletcoach.errors import ConfigError
from bulletcoach.tomlfile import did_you_mean

if TYPE_CHECKING:
    from bulletcoach.rules.rule import Rule


class Option(Struct, frozen=True):
    """One option: its name in TOML, its usual value, what it is for, and its range."""

    name: str
    default: int
    about: str
    least: int
    most: int

    def check(self, value: int) -> None:
        """Raise ValueError for a value out of range."""
        if not self.least <= value <= self.most:
            raise ValueError(f"“{self.name}” must be {self.least} to {self.most}, found {value}")


class Number(Struct, frozen=True):
    """What a field is about in the struct that holds a rule's options, and its range."""

    about: str
    least: int = 1
    most: int = 1000


def options_of(rule: Rule) -> Iterator[Option]:
    """The options of a rule, in the order of its struct; none for most."""
    for field in structs.fields(rule.options) if rule.options is not None else ():
        (number,) = field.type.__metadata__
        yield Option(field.name.replace("_", "-"), field.default, number.about, number.least, number.most)


def option_of(rule: Rule, name: str, rules: Sequence[Rule]) -> Option:
    """The option of a rule with this name. Raises ConfigError, naming the nearest one, where there is none."""
    options = {option.name: option for option in options_of(rule)}
    if not options:
        others = ", ".join(other.name for other in rules if other.options is not None)
        raise ConfigError(f"{rule.code} {rule.name} has no options; those that have some: {others}")
    if name not in options:
        known = ", ".join(options)
        raise ConfigError(f"{rule.name} has no option “{name}”{did_you_mean(name, options)}; known: {known}")
    return options[name]
