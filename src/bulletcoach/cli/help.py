"""Help that reads well on 80 columns, without rich: options under headings, and the nearest command for a typo."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, ClassVar

from typer.core import TyperCommand, TyperGroup

from bulletcoach.report.visible import visible

_ARGUMENTS = "Arguments"
_OPTIONS = "Options"
# Usage says so already, by the brackets that are not there.
_REQUIRED = "[required]"
# A longer name stands on a line of its own.
_WIDEST_NAME = 22


class Command(TyperCommand):
    """A command whose help has its options under `headings`, in their order; those that none names come last."""

    headings: ClassVar[Mapping[str, tuple[str, ...]]] = {}

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """What follows the command's name in its usage; what must be given stands there without braces."""
        return [piece.strip("{}") for piece in super().collect_usage_pieces(ctx)]

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write arguments and options under their headings, all in the same columns."""
        sections = {heading: [record for _, record in sorted(found)] for heading, found in self._sections(ctx).items()}
        names = [len(name) for records in sections.values() for name, _ in records]
        column = max((length for length in names if length <= _WIDEST_NAME), default=_WIDEST_NAME)
        for heading, records in sections.items():
            with formatter.section(heading):
                formatter.write_dl([(name.ljust(column), text) for name, text in records], col_max=column)

    def _sections(self, ctx: Any) -> dict[str, list[tuple[int, tuple[str, str]]]]:
        """Under each heading the place and the two columns of what is not hidden."""
        options = [name for names in self.headings.values() for name in names]
        heading_of = {name: heading for heading, names in self.headings.items() for name in names}
        others = f"Other {_OPTIONS.lower()}" if self.headings else _OPTIONS
        sections: dict[str, list[tuple[int, tuple[str, str]]]] = {
            heading: [] for heading in (_ARGUMENTS, *self.headings, others)
        }
        for number, parameter in enumerate(self.get_params(ctx)):
            if (record := parameter.get_help_record(ctx)) is None:
                continue
            name, text = record
            option = parameter.opts[-1]
            if parameter.param_type_name == "argument":
                sections[_ARGUMENTS].append((number, (name, text.removesuffix(_REQUIRED).rstrip())))
            elif option in heading_of:
                sections[heading_of[option]].append((options.index(option), record))
            else:
                sections[others].append((number, record))
        return {heading: found for heading, found in sections.items() if found}


class CheckCommand(Command):
    """`check`, which has more options than anybody reads in one go."""

    headings: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "What to check": (
            "--field", "--profile", "--language", "--exclude", "--force-exclude", "--input-format", "--max-size",
            "--stdin-filename",
        ),
        "What to report": ("--select", "--ignore", "--extend-select", "--level", "--fail-on", "--exit-zero"),
        "Known findings": ("--baseline", "--no-baseline", "--write-baseline", "--prune-baseline"),
        "Fixing": ("--fix", "--unsafe-fixes", "--diff"),
        "Output": ("--format", "--output", "--rewrites", "--statistics", "--watch", "--quiet", "--verbose"),
        "Configuration": ("--config", "--isolated"),
        "Speed": ("--jobs", "--no-cache", "--cache-dir"),
    }  # fmt: skip


class Commands(TyperGroup):
    """A group of commands; a typo, or a file in the place of one, is told what to do with it."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        name = args[0] if args else ""
        if name and name not in self.commands and not name.startswith("-") and not ctx.resilient_parsing:
            said = visible(name)
            if Path(name).exists():
                ctx.fail(f"no such command “{said}”; to check that file: bulletcoach check {said}")
            from bulletcoach.tomlfile import did_you_mean

            ctx.fail(f"no such command “{said}”{did_you_mean(name, self.commands)}")
        return super().resolve_command(ctx, args)
