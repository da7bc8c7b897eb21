"""A file's own definitions: \\newcommand and its kin are not carried out, but what they are for can be seen.

“\\newcommand{\\job}[3]{\\textbf{#1} \\hfill #2 \\\\ \\emph{#3}}” names entries, “\\newcommand{\\duty}[1]{\\item #1}”
makes bullets. That is told by what is in the body, and by how many arguments there are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from bulletcoach.readers.latex.arguments import Arguments, Group, arguments, commands_in, name_in, past_blanks
from bulletcoach.readers.latex.tokens import Mark, Token
from bulletcoach.readers.latex.vocabulary import HIDDEN, IN_ROWS, LABEL, POINT, TEXT, Command, Role, Vocabulary

_PARAMETER = re.compile(r"#([1-9])")
_POINT = re.compile(r"\\item\b(?:\[[^\]]*\])?(?:\\small\b|[\s{])*#([1-9])")
_COUNT = re.compile(r"\s*([0-9])\s*")
_XPARSE = re.compile(r"(?P<braced>[mv])|[sotdrODREebgGu+!>](?:\s*\{[^{}]*\})*")
_GAP = r"[^#]*(?:&|\\hfill)[^#]*"
_BREAK = r"[^#]*(?:\\\\|\\newline|\\par\b)[^#]*"
_MODIFIERS = "+!>"  # of the parameter behind them
_PLAIN = re.compile(r"(?:[^\\{}$&#%]|\\[%&#$_]){1,60}")  # a name or sign; a longer body is neither
_RULED = frozenset({"hrule", "titlerule", "rule", "hrulefill"})  # what is drawn below headings
_PARTED = re.compile(r"\\(?:hfill|\\|newline|par\b|quad|begin\{tabular|begin\{minipage|dotfill)|&")
_ROWS = re.compile(rf"#1{_GAP}#2{_BREAK}#3{_GAP}#4", re.DOTALL)
_LIST = re.compile(r"\\begin\s*\{(?!tabular|minipage|center)")
_LIST_END = re.compile(r"\\end\s*\{(?!tabular|minipage|center)")


class Definition(Struct, frozen=True):
    """What is defined, and the index of the token behind it. `command` is None where nothing can be said of it."""

    name: str
    command: Command | None
    is_environment: bool
    end: int


class _Body(Struct, frozen=True):
    """The body of a definition: its source, the commands in it, and the numbers of the parameters that stand in braces
    where it is used."""

    source: str
    names: tuple[str, ...]
    places: tuple[int, ...]

    @property
    def count(self) -> int:
        return len(self.places)

    @property
    def used(self) -> frozenset[int]:
        return frozenset(int(number) for number in _PARAMETER.findall(self.source))


def definition(text: str, tokens: Sequence[Token], at: int, last: int, vocabulary: Vocabulary) -> Definition:
    """The definition that the command at `at` begins; of one that cannot be read only the end is said."""
    if tokens[at].name == "let":
        return _by_let(tokens, at, last, vocabulary)
    if tokens[at].name.endswith("def"):
        return _by_def(text, tokens, at, last, vocabulary)
    has_signature = "Document" in tokens[at].name
    is_environment = "nvironment" in tokens[at].name
    index = past_blanks(tokens, at + 1, last)
    wanted = 2 + has_signature + is_environment
    name = ""
    if index < last and tokens[index].mark is Mark.COMMAND:  # \newcommand\job, without braces
        name, index, wanted = tokens[index].name, index + 1, wanted - 1
    found = arguments(tokens, index, last, wanted, options_between=True)
    groups = found.groups
    if not name and groups:
        name, groups = name_in(text, tokens, groups[0]).lstrip("\\"), groups[1:]
    if len(groups) < 1 + has_signature:
        return Definition("", None, is_environment, max(found.end, at + 1))
    if has_signature:
        places = _braced(name_in(text, tokens, groups[0]))
    else:
        count, has_option = _count(text, tokens, found)
        places = tuple(range(1 + has_option, count + 1))
    body = _body(text, tokens, groups[int(has_signature)], places)
    made = _environment(body, vocabulary) if is_environment else _command(body, vocabulary)
    return Definition(name, made, is_environment, found.end)


def _by_def(text: str, tokens: Sequence[Token], at: int, last: int, vocabulary: Vocabulary) -> Definition:
    """\\def\\job#1#2{…}"""
    index = past_blanks(tokens, at + 1, last)
    if index >= last or tokens[index].mark not in (Mark.COMMAND, Mark.SYMBOL):
        return Definition("", None, False, index)
    name, index = tokens[index].name, index + 1
    begin = index
    while index < last and tokens[index].mark in (Mark.RUN, Mark.SPACE, Mark.BRACKET, Mark.UNBRACKET):
        index += 1
    if index >= last or tokens[index].mark is not Mark.OPEN or tokens[index].partner < 0:
        return Definition("", None, False, index)
    count = len(_PARAMETER.findall(text[tokens[begin].start : tokens[index].start]))
    group = Group(index, tokens[index].partner)
    body = _body(text, tokens, group, tuple(range(1, count + 1)))
    return Definition(name, _command(body, vocabulary), False, group.closing + 1)


def _by_let(tokens: Sequence[Token], at: int, last: int, vocabulary: Vocabulary) -> Definition:
    """\\let\\a\\b, \\let\\a=\\b"""
    names: list[str] = []
    index = at + 1
    while index < min(last, at + 6) and len(names) < 2:
        token = tokens[index]
        if token.mark in (Mark.COMMAND, Mark.SYMBOL):
            names.append(token.name)
        elif token.mark is not Mark.SPACE and not (token.mark is Mark.RUN and names):
            break
        index += 1
    if len(names) < 2:
        return Definition("", None, False, at + 1)
    return Definition(names[0], vocabulary.command(names[1]), False, index)


def _body(text: str, tokens: Sequence[Token], group: Group, places: tuple[int, ...]) -> _Body:
    source = text[tokens[group.opening].end : tokens[group.closing].start]
    return _Body(source, tuple(commands_in(tokens, group)), places)


def _command(body: _Body, vocabulary: Vocabulary) -> Command | None:
    """What a command with this body is for."""
    roles = {command.role for name in body.names if (command := vocabulary.command(name)) is not None}
    if not body.count:
        return _bare_command(body, roles)
    points = {int(number) for number in _POINT.findall(body.source)}
    shown = tuple(POINT if number in points else TEXT if number in body.used else HIDDEN for number in body.places)
    is_parted = _PARTED.search(body.source) is not None
    if roles & {Role.ITEM, Role.BULLET} and not (is_parted and body.count > 1) and body.count < 3:
        return Command(Role.BULLET, (LABEL,) * (body.count - 1) + (TEXT,), takes=body.count)
    if Role.HEADING in roles or (body.count == 1 and not _RULED.isdisjoint(body.names)):
        return Command(Role.HEADING, (TEXT,) + (HIDDEN,) * (body.count - 1), takes=body.count)
    if shown == (TEXT,) * len(IN_ROWS) and _ROWS.search(body.source):
        return Command(Role.ENTRY, IN_ROWS, takes=body.count)
    if Role.ENTRY in roles or body.count > 2 or (is_parted and body.count == 2):
        return Command(Role.ENTRY, shown, takes=body.count)
    if any(name in ("href", "hyperlink", "textcolor") for name in body.names) and body.count == 2:
        return Command(Role.TEXT, (HIDDEN, TEXT), takes=2)
    return Command(Role.TEXT, shown, takes=body.count)


def _bare_command(body: _Body, roles: set[Role]) -> Command | None:
    """A command without arguments: a list's beginning or end, a sign, another name for a command."""
    if _LIST.search(body.source) and not _LIST_END.search(body.source):
        return Command(Role.LIST_START, takes=0)
    if _LIST_END.search(body.source):
        return Command(Role.LIST_END, takes=0)
    if Role.ITEM in roles:
        return Command(Role.ITEM, takes=0)
    plain = _PLAIN.fullmatch(body.source.strip())
    if plain is not None:
        return Command(Role.SYMBOL, text=" ".join(body.source.replace("\\", "").split()), takes=0)
    return Command(Role.HIDDEN, takes=0) if not body.source.strip() else None


def _environment(body: _Body, vocabulary: Vocabulary) -> Command:
    """What an environment is for that begins with this."""
    roles = {command.role for name in body.names if (command := vocabulary.command(name)) is not None}
    is_shown = not body.used.isdisjoint(body.places)
    if body.count and (Role.HEADING in roles or (body.count == 1 and not _RULED.isdisjoint(body.names))):
        return Command(Role.HEADING, (TEXT,) * body.count, takes=body.count)
    if is_shown and ("\\textbf" in body.source or "\\bf" in body.source or body.count > 1):
        return Command(Role.ENTRY, (TEXT,) * body.count, takes=body.count)
    return Command(Role.PLAIN, (HIDDEN,) * body.count, takes=body.count)


def _count(text: str, tokens: Sequence[Token], found: Arguments) -> tuple[int, bool]:
    """How many parameters there are (`[3]`), and whether the first is an option (`[3][default]`)."""
    if not found.options:
        return 0, False
    number = _COUNT.fullmatch(name_in(text, tokens, found.options[0]))
    return int(number[1]) if number else 0, len(found.options) > 1


def _braced(signature: str) -> tuple[int, ...]:
    """The numbers of the parameters that stand in braces, of a signature such as “s m O{3pt} m”."""
    found = []
    number = 0
    for match in _XPARSE.finditer(signature):
        if match[0][0] in _MODIFIERS:
            continue
        number += 1
        if match["braced"]:
            found.append(number)
    return tuple(found)
