"""What help looks like on 80 columns, and what is said to a misspelt command or option."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer.main

from bulletcoach.cli.app import app
from bulletcoach.cli.help import CheckCommand, Command, Commands
from bulletcoach.report.visible import width
from cli.commandline import Run

GOLDEN = Path(__file__).parent / "golden" / "check-help.txt"


def every_command() -> Iterator[tuple[str, Any]]:
    """Every command with its name, as it is typed."""
    waiting: list[tuple[str, Any]] = [("", typer.main.get_command(app))]
    while waiting:
        name, command = waiting.pop(0)
        yield name, command
        waiting += [(f"{name} {each}".strip(), found) for each, found in getattr(command, "commands", {}).items()]


COMMANDS = dict(every_command())


@pytest.mark.parametrize("name", COMMANDS)
def test_help_fits_and_is_plain(run: Run, name: str) -> None:
    ended = run(*name.split(), "--help")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.startswith("Usage: ")
    assert not [line for line in ended.out.splitlines() if sum(map(width, line)) > 80]
    # What typer and click leave in a page: a mark that was not understood, braces round arguments.
    assert not [sign for sign in ("\\b", "\b", "{", "[required]") if sign in ended.out]
    assert ended.out == run(*name.split(), "-h").out


@pytest.mark.parametrize("name", [name for name, command in COMMANDS.items() if not isinstance(command, Commands)])
def test_help_shows_how_it_is_done(run: Run, name: str) -> None:
    page = run(*name.split(), "--help").out
    if name not in ("schema", "lsp"):  # which nobody types with an argument
        assert f"\n    bulletcoach {name}" in page.replace(f"| bulletcoach {name}", f"\n    bulletcoach {name}")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_says_what_it_does(name: str) -> None:
    command = COMMANDS[name]
    assert isinstance(command, (Command, Commands)), "made with typer's own class: its help would look otherwise"
    assert command.help
    for parameter in command.params:
        assert getattr(parameter, "help", None), parameter.opts
    if isinstance(command, Commands):
        for one in command.commands.values():
            assert "..." not in one.get_short_help_str(60), one.name


def test_the_help_of_check(run: Run) -> None:
    """BULLETCOACH_UPDATE_GOLDEN=1 writes it anew."""
    page = run("check", "--help").out
    if os.environ.get("BULLETCOACH_UPDATE_GOLDEN"):
        GOLDEN.write_text(page, encoding="utf-8", newline="\n")
    assert page == GOLDEN.read_text(encoding="utf-8")


def test_every_option_of_check_has_a_heading(run: Run) -> None:
    named = [option for options in CheckCommand.headings.values() for option in options]
    there = {option for parameter in COMMANDS["check"].params for option in parameter.opts if option.startswith("--")}
    assert len(named) == len(set(named))
    assert set(named) == there - {"--help"}
    assert run("check", "--help").out.endswith(
        "\nOther options:\n  -h, --help             Show this message and exit.\n"
    )


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("chek cv.txt", "no such command “chek”; did you mean “check”?"),
        ("rul BC101", "no such command “rul”; did you mean “rule”?"),
        ("Doctor", "no such command “Doctor”; did you mean “doctor”?"),
        ("lexicon lokup led", "no such command “lokup”; did you mean “lookup”?"),
        ("config shwo", "no such command “shwo”; did you mean “show”?"),
        ("qqq", "no such command “qqq”\n"),
        ("cv.txt", "no such command “cv.txt”; to check that file: bulletcoach check cv.txt"),
        ("\x1b[31m", r"no such command “\x1b[31m”"),
        ("check --basline x", "No such option: --basline (Possible options: --baseline"),
        ("doctor --formt json", "No such option: --formt (Possible options: --format)"),
        ("doctor --format jsn", "“jsn” is not one of text, json; did you mean “json”?"),
        ("rule BC999", "unknown rule “BC999”"),
    ],
)
def test_a_typo_is_told_the_nearest_word(run: Run, tmp_path: Path, typed: str, said: str) -> None:
    (tmp_path / "cv.txt").touch()
    ended = run(*typed.split(" "))
    assert (ended.code, ended.out) == (2, "")
    assert said in ended.err


def test_no_arguments_show_the_help(run: Run) -> None:
    assert run().out + run().err == run("--help").out
