"""Commands that are imported and built when they are asked for: the options of all take longer than most checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module
from typing import Any, ClassVar

import typer
from msgspec import Struct

from bulletcoach.cli.help import Command, Commands

SETTINGS: dict[str, Any] = {
    # Plain help: rich's boxes would cost as much start-up as everything else together.
    "rich_markup_mode": None,
    "pretty_exceptions_enable": False,
}


class Offer(Struct, frozen=True):
    """A command before it is built: what the list of commands says of it, and the class that it is built with.

    Its function, or for a group its typer.Typer, has the name of the command and stands in a module of that name.
    """

    short_help: str
    command_class: type[Command] = Command


class Offered(MutableMapping[str, Any]):
    """Offers by name, each becoming its command when it is looked up."""

    def __init__(self, offers: Mapping[str, Offer]) -> None:
        self._offers = offers
        self._built: dict[str, Any] = {}

    def short_help(self, name: str) -> str:
        """What the list of commands says, without building any."""
        return self._offers[name].short_help

    def __getitem__(self, name: str) -> Any:
        if name not in self._built:
            self._built[name] = _built(name, self._offers[name])
        return self._built[name]

    def __contains__(self, name: object) -> bool:
        return name in self._offers

    def __iter__(self) -> Iterator[str]:
        return iter(self._offers)

    def __len__(self) -> int:
        return len(self._offers)

    def __setitem__(self, name: str, command: Any) -> None:
        raise TypeError("commands are offered when the program is put together")

    def __delitem__(self, name: str) -> None:
        raise TypeError("commands are offered when the program is put together")


class Program(Commands):
    """The program: a group of the commands that are among its `offers`."""

    offers: ClassVar[Mapping[str, Offer]] = {}
    commands: Offered

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self.commands = Offered(self.offers)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002  # as typer has it
        """Write the list of commands, none of which is built for it."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, self.commands.short_help(name)) for name in self.commands])


def _built(name: str, offer: Offer) -> Any:
    found = getattr(import_module(f"bulletcoach.cli.{name}"), name)
    if isinstance(found, typer.Typer):
        return typer.main.get_command(found)
    alone = typer.Typer(add_completion=False, **SETTINGS)
    alone.command(name, cls=offer.command_class, short_help=offer.short_help)(found)
    return typer.main.get_command(alone)
