"""What the commands and environments of a file stand for: by the lexicon, or by the file's own definitions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

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
    SPACE = "space"
    SYMBOL = "symbol"
    ACCENT = "accent"
    LIST_START = "list-start"
    LIST_END = "list-end"
    DEFINE = "define"
    INCLUDE = "include"
    TONGUE = "tongue"
    SKIP_TO = "skip-to"
    BEGIN = "begin"
    END = "end"
    FORMULA = "formula"
    PLAIN = "plain"
    UNKNOWN = "unknown"
    NOTHING = "nothing"


TEXT, LABEL, HIDDEN, BODY, ADDRESS = "text", "label", "hidden", "body", "address"
"""Kinds of arguments that are no names or dates."""
ITSELF = "="
"""The text of a symbol that stands for its own sign."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command or environment: its role, the kinds of its arguments in order, the text of a symbol.

    `takes` is how many arguments it has at most, None where nobody knows.
    """

    role: Role
    arguments: tuple[str, ...] = ()
    text: str = ""
    takes: int | None = None

    @classmethod
    def of(cls, entry: MacroEntry) -> Command:
        """Raises ValueError for a role that does not exist."""
        return cls(Role(entry.role), entry.arguments, entry.text, len(entry.arguments))


@dataclass(frozen=True)
class Vocabulary:
    """The commands and environments that have a meaning, by name. What a file defines itself comes second."""

    commands: Mapping[str, MacroEntry]
    environments: Mapping[str, MacroEntry]
    own_commands: dict[str, Command] = field(default_factory=dict)
    own_environments: dict[str, Command] = field(default_factory=dict)

    @classmethod
    def of(cls, words: ResumeWords) -> Vocabulary:
        """That of the lexicons."""
        return cls(words.macros.get("latex", {}), words.macros.get("latex-environment", {}))

    @property
    def addresses(self) -> frozenset[str]:
        """The commands behind which a web address stands."""
        return frozenset(name for name, entry in self.commands.items() if entry.arguments[:1] == (ADDRESS,))

    def command(self, name: str) -> Command | None:
        entry = self.commands.get(name)
        return Command.of(entry) if entry is not None else self.own_commands.get(name)

    def environment(self, name: str) -> Command | None:
        entry = self.environments.get(name)
        return Command.of(entry) if entry is not None else self.own_environments.get(name)

    def add(self, name: str, command: Command | None, *, is_environment: bool) -> None:
        """Learn what a file defines."""
        if name and command is not None:
            (self.own_environments if is_environment else self.own_commands)[name] = command
