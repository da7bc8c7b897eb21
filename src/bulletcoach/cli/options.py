"""The options of the commands, with their help and the parsing of their values.

Values stay plain strings here: the enumerations they belong to live in the model, whose import `--help` need not pay.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from bulletcoach.cli import completion


class Format(StrEnum):
    """The output formats."""

    TEXT = "text"
    CONCISE = "concise"
    JSON = "json"
    JSON_LINES = "json-lines"
    SARIF = "sarif"
    GITHUB = "github"
    GITLAB = "gitlab"
    JUNIT = "junit"
    MARKDOWN = "markdown"
    HTML = "html"


STDIN = "-"
SEVERITIES = ("error", "warning", "info")
PROFILES = ("private", "federal", "academic")
REWRITES = ("none", "best", "all")
KINDS = ("minimal", "strong", "story")


def one_of(choices: Iterable[str], option: str | None = None) -> Callable[[str], str]:
    """A parser for one of `choices`, in any case, that names the nearest one when the value is none of them.

    typer knows for which option it parses; who calls it later names the `option`.
    """
    known = list(choices)

    def parse(value: str) -> str:
        if value.lower() in known:
            return value.lower()
        from bulletcoach.tomlfile import did_you_mean

        message = f"“{value}” is not one of {', '.join(known)}{did_you_mean(value, known)}"
        raise typer.BadParameter(message, param_hint=option)

    return parse


def selectors(values: list[str] | None, option: str) -> tuple[str, ...]:
    """The rules that a repeatable comma list names. Raises BadParameter for one that does not exist."""
    if not values:
        return ()
    from bulletcoach.errors import ConfigError
    from bulletcoach.rules import RULES
    from bulletcoach.selection import parse_selectors

    try:
        return parse_selectors(values, RULES)
    except ConfigError as error:
        raise typer.BadParameter(str(error), param_hint=option) from None


def input_format(name: str | None) -> str | None:
    """The input format that was asked for. Raises BadParameter for one that does not exist."""
    if name is None:
        return None
    from bulletcoach.readers import FORMAT_NAMES

    return one_of(("auto", *FORMAT_NAMES), "--input-format")(name)


def size(text: str | None) -> str | None:
    """A size as it was given. Raises BadParameter for what is none."""
    if text is not None:
        from bulletcoach.inputs.sizes import parse_size

        try:
            parse_size(text)
        except ValueError as error:
            raise typer.BadParameter(str(error), param_hint="--max-size") from None
    return text


def folder(name: str) -> Path:
    """A folder as it was named. Raises BadParameter for the empty name, which would be that of the current folder."""
    if not name:
        raise typer.BadParameter("“” names no folder")
    return Path(name)


def job_count(text: str) -> int | None:
    """The number of processes, None for as many as pay off. Raises BadParameter for what is neither."""
    from bulletcoach.workers.jobs import parse_jobs

    try:
        return parse_jobs(text)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--jobs") from None


def paths_or_stdin(context: typer.Context, paths: list[str] | None) -> list[str]:
    """The paths that were given; without one what is piped in. On a terminal that is wrong use."""
    if paths:
        return paths
    if sys.stdin is None or sys.stdin.isatty():
        context.fail("give the path of a résumé, or - for standard input")
    return [STDIN]


def refuse_both(context: typer.Context, config: Path | None, isolated: bool) -> None:
    """End where one configuration is named and none is wanted."""
    if config and isolated:
        context.fail("--config and --isolated exclude each other")


Paths = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="[PATHS]...", help="Résumés, folders to search for them, or - for standard input.", show_default=False
    ),
]
StdinFilename = Annotated[str, typer.Option(metavar="NAME", help="What to call standard input in the output.")]
OutputFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        parser=one_of(Format),
        autocompletion=completion.among(Format),
        metavar="FORMAT",
        help=f"Show findings as {', '.join(Format)}. By default text, under GitHub Actions github.",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        callback=lambda path: None if path == Path("-") else path,
        help="Write the report to this file, or HTML to a folder.",
    ),
]
Exclude = Annotated[
    list[str] | None,
    typer.Option(metavar="PATTERN", help="Leave out files that match, as in .gitignore; those in folders only."),
]
ForceExclude = Annotated[
    bool, typer.Option("--force-exclude", help="Leave out excluded files even where they are named.")
]
Baseline = Annotated[Path | None, typer.Option(metavar="FILE", help="Report only findings that are not in this file.")]
NoBaseline = Annotated[
    bool, typer.Option("--no-baseline", help="Report all findings, whatever baseline the configuration names.")
]
WriteBaseline = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Write all findings to this file, as known from now on.")
]
PruneBaseline = Annotated[
    bool, typer.Option("--prune-baseline", help="Take out of the baseline what is not found any more.")
]
Fix = Annotated[bool, typer.Option("--fix", help="Put right what is safe to, in the files.")]
UnsafeFixes = Annotated[
    bool, typer.Option("--unsafe-fixes", help="Change wording, too: fillers go, duty words become acts.")
]
Diff = Annotated[
    bool, typer.Option("--diff", help="Show what --fix would change, and write nothing; exit with 1 if anything.")
]
Watch = Annotated[bool, typer.Option("--watch", help="Check again whenever a file is saved, until Ctrl-C.")]
Select = Annotated[
    list[str] | None,
    typer.Option(
        autocompletion=completion.rules,
        metavar="RULES",
        help="Only these rules: codes, families, names or ALL, separated by commas.",
    ),
]
Ignore = Annotated[
    list[str] | None, typer.Option(autocompletion=completion.rules, metavar="RULES", help="Not these rules.")
]
ExtendSelect = Annotated[
    list[str] | None, typer.Option(autocompletion=completion.rules, metavar="RULES", help="These rules as well.")
]
Level = Annotated[
    str | None,
    typer.Option(
        parser=one_of(SEVERITIES),
        autocompletion=completion.among(SEVERITIES),
        metavar="error|warning|info",
        help="The least severe findings to show. By default warning, in JSON and HTML info.",
    ),
]
FailOn = Annotated[
    str | None,
    typer.Option(
        parser=one_of(SEVERITIES),
        autocompletion=completion.among(SEVERITIES),
        metavar="error|warning|info",
        help="The least severe findings that make the check fail. By default warning.",
    ),
]
Rewrites = Annotated[
    str,
    typer.Option(
        parser=one_of(REWRITES),
        autocompletion=completion.among(REWRITES),
        metavar="none|best|all",
        help="How many rewrites to show under a bullet with findings.",
    ),
]
ExitZero = Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 in spite of findings.")]
Statistics = Annotated[bool, typer.Option("--statistics", help="Only count the findings of each rule.")]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Only findings and errors: no summary, no notes.")]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", help="Also say what was detected and which settings hold.")]
InputFormat = Annotated[
    str | None,
    typer.Option(
        autocompletion=completion.input_formats,
        metavar="FORMAT",
        help="Read every file as text, markdown, latex, json, …, or auto (the default).",
    ),
]
MaxSize = Annotated[str | None, typer.Option(metavar="SIZE", help="Read no larger files: 500k, 10MB. By default 10MB.")]
Field = Annotated[
    str | None,
    typer.Option(
        autocompletion=completion.fields,
        metavar="FIELD",
        help="The field of work: customer-service, general, or auto (the default).",
    ),
]
Language = Annotated[
    str | None,
    typer.Option(
        autocompletion=completion.languages,
        metavar="CODE",
        help="The language of the text (en, de, …), or auto (the default).",
    ),
]
ProfileChoice = Annotated[
    str | None,
    typer.Option(
        "--profile",
        parser=one_of(PROFILES),
        autocompletion=completion.among(PROFILES),
        metavar="private|federal|academic",
        help="The kind of résumé. By default private.",
    ),
]
NoCache = Annotated[bool, typer.Option("--no-cache", help="Read every bullet anew, and keep nothing of it.")]
CacheDir = Annotated[Path | None, typer.Option(parser=folder, metavar="FOLDER", help="Use the cache in this folder.")]
Jobs = Annotated[
    str,
    typer.Option(
        metavar="NUMBER", help="Processes that read bullets, or auto: as many as pay off. 1 is this process alone."
    ),
]
Config = Annotated[Path | None, typer.Option(metavar="FILE", help="Use this configuration file, whatever lies nearer.")]
Isolated = Annotated[bool, typer.Option("--isolated", help="Use no configuration file.")]
