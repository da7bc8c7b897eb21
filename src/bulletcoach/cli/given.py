"""What was given on the command line, as options: one layer over those of configuration files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bulletcoach.cli import options as opt

if TYPE_CHECKING:
    from bulletcoach.config import Options


def given_options(
    *,
    select: list[str] | None = None,
    extend_select: list[str] | None = None,
    ignore: list[str] | None = None,
    level: str | None = None,
    fail_on: str | None = None,
    field: str | None = None,
    language: str | None = None,
    profile: str | None = None,
    exclude: list[str] | None = None,
    input_format: str | None = None,
    max_size: str | None = None,
    baseline: Path | str | None = None,
) -> Options:
    """The options, checked; an empty `baseline` is none, whatever a file says. Raises BadParameter for what is none."""
    from bulletcoach.config import Options
    from bulletcoach.model.finding import Severity
    from bulletcoach.model.judgement import Profile

    return Options(
        select=opt.selectors(select, "--select") if select else None,
        extend_select=opt.selectors(extend_select, "--extend-select"),
        ignore=opt.selectors(ignore, "--ignore"),
        level=Severity(level) if level else None,
        fail_on=Severity(fail_on) if fail_on else None,
        field=field,
        language=language,
        profile=Profile(profile) if profile else None,
        exclude=_patterns(exclude, "--exclude") if exclude else (),
        input_format=opt.input_format(input_format),
        max_size=opt.size(max_size),
        baseline=None if baseline is None else str(baseline),
    )


def _patterns(values: list[str], option: str) -> tuple[str, ...]:
    """The patterns as they were given. Raises BadParameter for one that stands for nothing."""
    from bulletcoach.config.file_patterns import compiled

    try:
        compiled(values)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint=option) from None
    return tuple(values)
