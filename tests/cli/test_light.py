"""What has to be quick imports nothing heavy."""

from __future__ import annotations

import subprocess
import sys

import pytest

from cli.commandline import environment

HEAVY = ("spacy", "numpy", "thinc", "rapidfuzz", "pydantic", "jsonschema", "lemminflect")


def imported_by(arguments: list[str]) -> set[str]:
    """The top-level modules that are loaded once the command has ended."""
    program = (
        "import sys\nfrom bulletcoach.cli import main\n"
        f"sys.argv = ['bulletcoach', *{arguments!r}]\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print('\\nMODULES', *sorted({name.split('.')[0] for name in sys.modules}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=environment(), timeout=60, check=True,
        stdin=subprocess.DEVNULL, encoding="utf-8",
    )  # fmt: skip
    return set(done.stdout.rpartition("MODULES")[2].split())


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help"],
        ["check", "--help"],
        ["rewrite", "--help"],
        ["star", "--help"],
        ["init", "--help"],
        ["rule", "BC101"],
        ["rule", "--all", "--format", "json"],
        ["lexicon", "lookup", "led"],
        ["schema"],
    ],
    ids=" ".join,
)
def test_a_quick_command_imports_nothing_heavy(arguments: list[str]) -> None:
    assert imported_by(arguments).isdisjoint(HEAVY)


@pytest.mark.parametrize(
    "arguments",
    [["--version"], ["--help"], ["rewrite", "--help"], ["star", "--help"], ["rule", "BC101"], ["schema"]],
    ids=" ".join,
)
def test_plain_output_does_without_rich(arguments: list[str]) -> None:
    assert "rich" not in imported_by(arguments)


def test_an_empty_file_needs_no_language_model() -> None:
    assert imported_by(["check", "-"]).isdisjoint({"spacy", "numpy"})


def test_importing_the_package_loads_none_of_its_parts() -> None:
    program = "import sys, bulletcoach; print(*(name for name in sys.modules if name.startswith('bulletcoach')))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, env=environment(), timeout=60, check=True
    )
    assert done.stdout.split() == ["bulletcoach"]
