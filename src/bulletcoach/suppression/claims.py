"""Claims: what a directive, or a table of the configuration, means to silence, rule by rule."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from bulletcoach.config.options import Suppress
from bulletcoach.errors import ConfigError
from bulletcoach.rules import RULES
from bulletcoach.rules.suppressions import FAMILY
from bulletcoach.selection import ALL, parse_selector
from bulletcoach.suppression.directives import Directive, Fault, in_brief


class Claim(Struct, frozen=True, eq=False):
    """One rule, family or name of a directive, with the codes it stands for; each is used or unused by itself.

    `name` is empty where the directive names none, which means all of them.
    """

    origin: Directive | Suppress
    name: str
    codes: frozenset[str]


def claims_of(directive: Directive) -> Iterator[Claim | Fault]:
    """What a directive claims, and a fault for each name that stands for nothing it could silence."""
    if not directive.names:
        yield Claim(directive, "", codes_of(ALL))
    for name in directive.names:
        try:
            codes = codes_of(in_brief(name))
        except ConfigError as error:
            what, _, hint = str(error).partition("; ")
            message = f"“{in_brief(directive.shown)}”: {what} ({hint})"
            yield Fault(directive.comment, message, "It silences nothing by that name.")
            continue
        if codes:
            yield Claim(directive, name, codes)
        else:
            message = f"“{in_brief(directive.shown)}”: {in_brief(name)} is about the checks themselves"
            yield Fault(directive.comment, message, "No comment silences it; --ignore and the key “ignore” do.")


def claims_in(table: Suppress) -> Iterator[Claim]:
    """What a table [[suppress]] claims. Its rules were checked when it was read."""
    for name in table.rules:
        yield Claim(table, name, codes_of(name))


@cache
def codes_of(name: str) -> frozenset[str]:
    """The codes of the rules that a code, family or name stands for, but for those about the checks themselves.

    Raises ConfigError, naming the nearest valid one, where there is none.
    """
    selector = parse_selector(name, RULES)
    return frozenset(
        rule.code
        for rule in RULES
        if not rule.code.startswith(FAMILY) and (selector in (ALL, rule.name) or rule.code.startswith(selector))
    )
