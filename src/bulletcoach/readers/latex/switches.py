"""Switches: text that a file turns on and off, as in “\\iflong … \\else … \\fi” and “\\iftoggle{long}{…}{…}”.

What is off is not printed, so it is not read. Conditions that are not switches (“\\ifx\\a\\b”) are taken for true.
"""

from __future__ import annotations

import re

from bulletcoach.readers.latex.arguments import Group, arguments, past_blanks
from bulletcoach.readers.latex.tokens import Mark
from bulletcoach.readers.latex.vocabulary import Command
from bulletcoach.readers.latex.walk import Walk

_ASKED = re.compile(r"(?P<not>\\(?:NOT|not)\b\s*)?(?:\\(?:boolean|toggle)\s*\{\s*)?(?P<name>[\w-]+)\s*\}?")
_ON = "true"


def switch(walk: Walk, command: Command, index: int, last: int) -> int:
    """`\\newif\\iflong`, `\\longtrue`, `\\toggletrue{long}`, `\\setboolean{long}{true}`"""
    switches = walk.found.switches
    if not command.arguments:
        switches[walk.tokens[index].name.removesuffix(command.text)] = command.text == _ON
        return index + 1
    if command.arguments[0] == "condition":
        name = past_blanks(walk.tokens, index + 1, last)
        if name < last and walk.tokens[name].mark is Mark.COMMAND:
            switches.setdefault(walk.tokens[name].name.removeprefix("if"), command.text == _ON)
            return name + 1
        return index + 1
    found = arguments(walk.tokens, index + 1, last, command.takes)
    told = [walk.source_of(group) for group in found.groups]
    if told:
        switches[told[0]] = (told[1] if len(told) > 1 else command.text) == _ON
    return found.end


def condition(walk: Walk, _command: Command, index: int, last: int) -> int:
    """`\\iflong … \\else … \\fi`: the index from which to read on."""
    whole = walk.conditions[index]
    if walk.found.switches.get(walk.tokens[index].name.removeprefix("if"), True):
        return index + 1
    _note(walk, f"\\{walk.tokens[index].name}")
    return min(last, (whole.otherwise if whole.otherwise >= 0 else whole.end) + 1)


def otherwise(walk: Walk, _command: Command, index: int, last: int) -> int:
    """`\\else`, behind what was read: the index behind its `\\fi`."""
    whole = walk.conditions.get(index)
    return min(last, whole.end + 1) if whole is not None else index + 1


def choice(walk: Walk, command: Command, index: int, last: int) -> int:
    """`\\iftoggle{long}{…}{…}`, `\\ifthenelse{\\boolean{long}}{…}{…}`"""
    found = arguments(walk.tokens, index + 1, last, command.takes)
    parts: dict[str, Group] = dict(zip(command.arguments, found.groups, strict=False))
    asked = _ASKED.fullmatch(walk.source_of(parts["switch"])) if "switch" in parts else None
    is_on = walk.found.switches.get(asked["name"]) if asked else None
    if is_on is not None and asked and asked["not"]:
        is_on = not is_on
    order = ("else", "then") if is_on is False else ("then", "else")
    chosen, other = (parts.get(name) for name in order)
    if is_on is None and chosen is not None and not walk.source_of(chosen):
        chosen, other = other, chosen
    if chosen is not None:
        walk.inside(chosen)
    if other is not None and walk.source_of(other):
        _note(walk, f"\\{walk.tokens[index].name}")
    return found.end


def _note(walk: Walk, name: str) -> None:
    walk.found.notes[f"text that {name} turns off was left out"] = None
