"""Bullets as arguments, pasted with the markers that they had."""

from __future__ import annotations

from typing import Any

from bulletcoach.cli.help import Command


class BulletCommand(Command):
    """A command whose arguments may be pasted bullets: “- Answered calls” is no option."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        return super().parse_args(ctx, [_with_another_marker(argument) for argument in args])


def _with_another_marker(argument: str) -> str:
    return f"•{argument[1:]}" if argument[:1] == "-" and argument[1:2].isspace() else argument
