"""What shells are offered, by the variables of the environment in which they ask."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from typer.testing import CliRunner

from bulletcoach.cli.app import app
from cli.commandline import Run, environment

Ask = Callable[[str], dict[str, str]]
_ASKED = "_BULLETCOACH_COMPLETE"


def bash(line: str) -> dict[str, str]:
    words = line.split(" ")
    return {_ASKED: "complete_bash", "COMP_WORDS": line, "COMP_CWORD": str(len(words) - 1)}


def zsh(line: str) -> dict[str, str]:
    return {_ASKED: "complete_zsh", "_TYPER_COMPLETE_ARGS": line}


def fish(line: str) -> dict[str, str]:
    return {_ASKED: "complete_fish", "_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_FISH_ACTION": "get-args"}


def powershell(line: str) -> dict[str, str]:
    begun = line.rsplit(" ", 1)[-1]
    return {_ASKED: "complete_powershell", "_TYPER_COMPLETE_ARGS": line, "_TYPER_COMPLETE_WORD_TO_COMPLETE": begun}


def offered(variables: dict[str, str]) -> str:
    result = CliRunner().invoke(app, [], prog_name="bulletcoach", env=variables)
    assert (result.exit_code, result.stderr) == (0, "")
    return result.stdout


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("bulletcoach ch", {"check"}),
        ("bulletcoach lexicon lo", {"lookup"}),
        ("bulletcoach check --for", {"--format", "--force-exclude"}),
        ("bulletcoach check --format j", {"json", "json-lines", "junit"}),
        ("bulletcoach check --level ", {"error", "warning", "info"}),
        ("bulletcoach check --fail-on e", {"error"}),
        ("bulletcoach check --rewrites ", {"none", "best", "all"}),
        ("bulletcoach check --profile f", {"federal"}),
        ("bulletcoach check --field ", {"auto", "general", "customer-service"}),
        ("bulletcoach check --language e", {"el", "en", "es"}),
        ("bulletcoach check --input-format mark", {"markdown"}),
        ("bulletcoach check --select BC10", {"BC101", "BC102", "BC103", "BC104", "BC105"}),
        ("bulletcoach check --ignore BC4,duty", {"BC4,duty-opener"}),
        ("bulletcoach check --extend-select A", {"ALL"}),
        ("bulletcoach rule weak", {"weak-verb", "weak-first-bullet"}),
        ("bulletcoach rule BC90", {"BC901", "BC902"}),
        ("bulletcoach rule --format t", {"text"}),
        ("bulletcoach rewrite --kind s", {"strong", "story"}),
        ("bulletcoach star --format m", {"markdown"}),
        ("bulletcoach doctor --format j", {"json"}),
        ("bulletcoach config show --format ", {"text", "json"}),
        ("bulletcoach check res", set()),  # files, which the shell knows itself
    ],
)
def test_what_is_offered(line: str, words: set[str]) -> None:
    assert set(offered(bash(line)).split()) == words


@pytest.mark.parametrize(
    ("shell", "line"),
    [
        (bash, "check"),
        (zsh, '_arguments \'*: :(("check":"Find the bullets that only describe duties."))\''),
        (fish, "check\tFind the bullets that only describe duties."),
        (powershell, "check:::Find the bullets that only describe duties."),
    ],
)
def test_every_shell_is_answered_in_its_own_way(shell: Ask, line: str) -> None:
    assert offered(shell("bulletcoach ch")).strip() == line


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell", "pwsh"])
def test_there_is_a_script_for_every_shell(shell: str) -> None:
    script = offered({_ASKED: f"source_{shell}"})
    assert _ASKED in script
    assert f"complete_{'powershell' if shell == 'pwsh' else shell}" in script


def test_the_options_that_switch_it_on_are_there(run: Run) -> None:
    page = run("--help").out
    assert "--install-completion" in page
    assert "--show-completion" in page


def test_nothing_heavy_is_loaded_and_help_stays_on_its_line() -> None:
    code = (
        "import sys\n"
        "sys.argv = ['bulletcoach']\n"
        "from bulletcoach.cli import main\n"
        "try:\n"
        "    main()\n"
        "finally:\n"
        "    heavy = ('rich', 'rapidfuzz', 'spacy', 'numpy', 'bulletcoach.rules', 'bulletcoach.engine')\n"
        "    print([name for name in heavy if sys.modules.get(name)], file=sys.stderr)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True, check=False, timeout=60, env=environment(**zsh("bulletcoach check --format")),
    )  # fmt: skip
    assert done.stderr.decode().strip() == "[]"
    assert (
        done.stdout.decode().strip().startswith('_arguments \'*: :(("--format":"Show findings as text, concise, json')
    )
    assert len(done.stdout.decode().strip().splitlines()) == 1


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise there")
def test_a_closed_pipe_is_no_panic() -> None:
    code = "import sys; sys.argv = ['bulletcoach']; from bulletcoach.cli import main; main()"
    near, far = os.pipe()
    os.close(near)
    done = subprocess.run(
        [sys.executable, "-c", code],
        stdout=far, stderr=subprocess.PIPE, check=False, timeout=60, env=environment(**bash("bulletcoach ")),
    )  # fmt: skip
    os.close(far)
    assert (done.returncode, done.stderr) == (141, b"")
