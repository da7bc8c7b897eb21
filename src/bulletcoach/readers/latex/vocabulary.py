"""What the commands and environments of a file stand for: by the lexicon, or by the file's own definitions."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Struct, field

from bulletcoach.lexicon.records import MacroEntry
from bulletcoach.readers.words import ResumeWords


class Role(StrEnum):
    """What a command or environment is for; explained in lexicons/latex.toml."""

    ITEM = "item"
    BULLET = "bullet"
    LABELLED = "labelled"
    HEADING = "heading"
    ENTRY = "entry"
    HEADER = "header"
    SENTENCE = "sentence"
    TEXT = "text"
    HIDDEN = "hidden"
    HEAD = "head"
    BREAK = "break"
    TAB = "tab"
    GAP = "gap"
    SPACE = "space"
    SYMBOL = "symbol"
    ACCENT = "accent"
    LIST_START = "list-start"
    LIST_END = "list-end"
    DEFINE = "define"
    INCLUDE = "include"
    TONGUE = "tongue"
    SWITCH = "switch"
    CHOICE = "choice"
    CONDITION = "condition"
    OTHERWISE = "otherwise"
    BEGIN = "begin"
    END = "end"
    FORMULA = "formula"
    PLAIN = "plain"
    UNKNOWN = "unknown"
    NOTHING = "nothing"


TEXT, LABEL, HIDDEN, BODY, ADDRESS, ASIDE, POINT = "text", "label", "hidden", "body", "address", "aside", "bullet"
"""Kinds of arguments that are no names or dates."""
IN_ROWS = ("title", "dates", "employer", "place")
"""The order of names that stand in two rows of two columns; the rows may be swapped."""
ITSELF = "="
"""The text of a symbol that stands for its own sign."""
_HEADER_TAKES = 2  # arguments of a line below an entry's first one; more name an entry
_VAGUE = frozenset({Role.HEADER, Role.HEAD, Role.LABELLED, Role.SENTENCE, Role.TONGUE})
_TELLING = frozenset({Role.ENTRY, Role.HEADING, Role.BULLET, Role.ITEM, Role.LIST_START, Role.LIST_END, Role.SYMBOL})


class Command(Struct, frozen=True):
    """A command or environment: its role, the kinds of its arguments in order, the text of a symbol.

    `takes` is how many arguments it has at most, None where nobody knows.
    """

    role: Role
    arguments: tuple[str, ...] = ()
    text: str = ""
    takes: int | None = None

    def gives_way_to(self, own: Command) -> bool:
        """Whether its name has many meanings, and a file's `own` definition of it says more."""
        if self.role is Role.HEADER and own.role is Role.ENTRY and (own.takes or 0) <= _HEADER_TAKES:
            return False
        is_vague = self.role in _VAGUE or (self.role is Role.ENTRY and not set(self.arguments) - {TEXT})
        return is_vague and own.role in _TELLING

    @classmethod
    def of(cls, entry: MacroEntry) -> Command:
        """Raises ValueError for a role that does not exist."""
        return cls(Role(entry.role), entry.arguments, entry.text, len(entry.arguments))


class Vocabulary(Struct, frozen=True):
    """The commands and environments that have a meaning, by name. What a file defines itself comes second, unless the
    name is a vague one. `met` are the commands of the lexicons that a file has had.
    """

    commands: Mapping[str, MacroEntry]
    environments: Mapping[str, MacroEntry]
    own_commands: dict[str, Command] = field(default_factory=dict)
    own_environments: dict[str, Command] = field(default_factory=dict)
    met: dict[str, Command] = field(default_factory=dict)

    @classmethod
    def of(cls, words: ResumeWords) -> Vocabulary:
        """That of the lexicons."""
        return cls(words.macros.get("latex", {}), words.macros.get("latex-environment", {}))

    def takes_address(self, name: str) -> bool:
        """Whether a web address stands behind the command called `name`."""
        entry = self.commands.get(name)
        return entry is not None and entry.arguments[:1] == (ADDRESS,)

    def command(self, name: str) -> Command | None:
        own = self.own_commands.get(name)
        known = self._known(name)
        if known is None:
            return own
        return own if own is not None and known.gives_way_to(own) else known

    def role(self, name: str) -> Role | None:
        """What the command called `name` is for."""
        command = self.command(name)
        return command.role if command is not None else None

    def environment(self, name: str) -> Command | None:
        entry = self.environments.get(name)
        return Command.of(entry) if entry is not None else self.own_environments.get(name)

    def _known(self, name: str) -> Command | None:
        """What the lexicons say of a command."""
        known = self.met.get(name)
        if known is None and (entry := self.commands.get(name)) is not None:
            known = self.met[name] = Command.of(entry)
        return known

    def add(self, name: str, command: Command | None, *, is_environment: bool) -> None:
        """Learn what a file defines."""
        if name and command is not None:
            (self.own_environments if is_environment else self.own_commands)[name] = command
