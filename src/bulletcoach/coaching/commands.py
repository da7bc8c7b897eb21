"""Commands: what a reply may say instead of an answer, each a word behind a slash or a colon."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

_SIGNS = ("/", ":")


class Command(StrEnum):
    """The commands of a sitting. Their values are what is typed behind the sign."""

    SKIP = "skip"
    UNKNOWN = "unknown"
    BACK = "back"
    TAKE = "take"
    OWN = "own"
    OTHER = "other"
    NEXT = "next"
    STOP = "stop"
    HELP = "help"

    @property
    def typed(self) -> str:
        return f"/{self}"


LEGEND: dict[Command, str] = {
    Command.SKIP: "leave this blank out",
    Command.UNKNOWN: "I don't know: ask me for something else",
    Command.BACK: "go back one step",
    Command.TAKE: "take the rewrite as it is, without the blanks that are left",
    Command.OWN: "write it myself: /own and the text",
    Command.OTHER: "show me the next rewrite of this bullet",
    Command.NEXT: "leave this bullet alone, go on to the next",
    Command.STOP: "stop here; what was accepted is written",
    Command.HELP: "show this list",
}
LEGEND_LINES = tuple(f"{command.typed:<9} {meaning}" for command, meaning in LEGEND.items())


class Given(Struct, frozen=True):
    """A command with the words behind it."""

    command: Command
    words: str = ""


def command_in(reply: str) -> Given | str | None:
    """The command that a reply gives, the word of an unknown one, or None for a reply that is none.

    A lone sign, or one before a space or a digit, is part of an answer.
    """
    line = reply.strip()
    if not line.startswith(_SIGNS) or not line[1:2].isalpha():
        return None
    word, _, words = line[1:].partition(" ")
    try:
        return Given(Command(word.lower()), words.strip())
    except ValueError:
        return word
