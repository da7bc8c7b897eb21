"""Who deals with which commands."""

from __future__ import annotations

from collections.abc import Mapping

from bulletcoach.readers.latex import bullets, entries, scopes, signs, switches
from bulletcoach.readers.latex.vocabulary import Role
from bulletcoach.readers.latex.walk import Handler

HANDLERS: Mapping[Role, Handler] = {
    Role.ITEM: bullets.item,
    Role.BULLET: bullets.braced,
    Role.LABELLED: bullets.labelled,
    Role.SENTENCE: bullets.sentence,
    Role.HEADING: entries.heading,
    Role.ENTRY: entries.entry,
    Role.HEADER: entries.header,
    Role.HEAD: entries.header,
    Role.UNKNOWN: entries.unknown,
    Role.TEXT: signs.inline,
    Role.HIDDEN: signs.hidden,
    Role.BREAK: signs.line_break,
    Role.TAB: signs.tab,
    Role.GAP: signs.gap,
    Role.SPACE: signs.space,
    Role.SYMBOL: signs.sign,
    Role.ACCENT: signs.accent,
    Role.FORMULA: signs.formula,
    Role.TONGUE: signs.tongue,
    Role.BEGIN: scopes.begin,
    Role.END: scopes.end,
    Role.LIST_START: scopes.list_start,
    Role.LIST_END: scopes.list_end,
    Role.DEFINE: scopes.define,
    Role.INCLUDE: scopes.include,
    Role.SWITCH: switches.switch,
    Role.CHOICE: switches.choice,
    Role.CONDITION: switches.condition,
    Role.OTHERWISE: switches.otherwise,
}
