"""The samples in docs/ for servers and pre-commit: valid, and every command in them does what it is there for."""

from __future__ import annotations

import json
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from cli.commandline import Run

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "docs" / "ci"
GITHUB = yaml.safe_load((SAMPLES / "github-actions.yml").read_text(encoding="utf-8"))
GITLAB = yaml.safe_load((SAMPLES / "gitlab-ci.yml").read_text(encoding="utf-8"))["resumes"]
PRE_COMMIT = yaml.safe_load((SAMPLES / "pre-commit-config.yaml").read_text(encoding="utf-8"))
GUIDE = (ROOT / "docs" / "pre-commit.md").read_text(encoding="utf-8")
HOW_TO_GO_ON = "bulletcoach: note: “bulletcoach check” with --format text shows advice and rewrites"
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
STEPS = [step for job in GITHUB["jobs"].values() for step in job["steps"]]


def in_words(commands: list[str]) -> list[list[str]]:
    """The commands that are ours, each as its arguments."""
    words = (shlex.split(line, comments=True) for command in commands for line in command.splitlines())
    return [each[1:] for each in words if each and each[0] == "bulletcoach"]


OF_GITHUB = in_words([step["run"] for step in STEPS if "run" in step])
OF_GITLAB = in_words(GITLAB["script"])
OF_GUIDE = in_words(re.findall(r"^```sh\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL))


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    (tmp_path / ".git").mkdir()
    (tmp_path / "resume.md").write_text("- Responsible for the returns desk\n", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("commands", [OF_GITHUB, OF_GITLAB], ids=["GitHub", "GitLab"])
def test_the_commands_write_what_is_picked_up_and_only_one_fails(
    commands: list[list[str]], run: Run, repository: Path
) -> None:
    codes = [run(*command).code for command in commands]
    assert sorted(codes) == [0] * (len(commands) - 1) + [1]
    for command in commands:
        if "--output" in command:
            text = (repository / command[command.index("--output") + 1]).read_text(encoding="utf-8")
            assert _is(command[command.index("--format") + 1], text), command


def _is(format: str, text: str) -> bool:
    """Whether a text is in the format, and has the finding in it."""
    match format:
        case "sarif":
            return bool(json.loads(text)["runs"][0]["results"])
        case "gitlab":
            return bool(json.loads(text)[0]["location"]["path"] == "resume.md")
        case "junit":
            return ElementTree.fromstring(text).find(".//failure") is not None
        case "markdown":
            return "BC101" in text
    return False


def test_github_picks_up_the_files_that_are_written() -> None:
    written = {command[command.index("--output") + 1] for command in OF_GITHUB if "--output" in command}
    assert written == {"bulletcoach.sarif", "comment.md"}
    assert [step["with"]["sarif_file"] for step in STEPS if "sarif_file" in step.get("with", {})] == [
        "bulletcoach.sarif"
    ]
    assert [step["run"] for step in STEPS if "--body-file comment.md" in step.get("run", "")]


def test_github_gets_no_more_rights_than_it_needs() -> None:
    assert GITHUB["permissions"] == {}
    assert {name: job["permissions"] for name, job in GITHUB["jobs"].items()} == {
        "check": {"contents": "read"},
        "report": {"contents": "read", "pull-requests": "write", "security-events": "write"},
    }
    for step in STEPS:
        assert re.fullmatch(r"(actions|github)/[\w/-]+@v\d+", step.get("uses", "actions/none@v0"))
        assert step.get("with", {}).get("persist-credentials", False) is False
        # What others may write, such as the title of a pull request, is no part of a command.
        assert "${{" not in step.get("run", "")
    assert "pull_request_target" not in GITHUB[True]  # YAML's “on”


def test_gitlab_picks_up_the_files_that_are_written() -> None:
    written = {
        command[command.index("--format") + 1]: command[command.index("--output") + 1]
        for command in OF_GITLAB
        if "--output" in command
    }
    reports = GITLAB["artifacts"]["reports"]
    assert written == {"gitlab": reports["codequality"], "junit": reports["junit"]}
    assert GITLAB["artifacts"]["when"] == "always"


def test_the_commands_of_the_guide_work(run: Run, repository: Path) -> None:
    assert [run(*command).code for command in OF_GUIDE] == [0] * len(OF_GUIDE)
    assert (repository / "bulletcoach.toml").exists()


def entries() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every hook that a configuration in the docs switches on, with what it says of it."""
    yield from ((hook["id"], hook) for repo in PRE_COMMIT["repos"] for hook in repo["hooks"])
    for block in re.findall(r"^```yaml\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL):
        loaded = yaml.safe_load(block)
        hooks = loaded if isinstance(loaded, list) else [hook for repo in loaded["repos"] for hook in repo["hooks"]]
        yield from ((hook["id"], hook) for hook in hooks)


@pytest.mark.parametrize(("name", "entry"), list(entries()))
def test_hooks_in_the_docs_exist_and_take_their_arguments(
    name: str, entry: dict[str, Any], run: Run, repository: Path
) -> None:
    command = shlex.split(HOOKS[name]["entry"])
    ended = run(*command[1:], *entry.get("args", ()), repository / "resume.md")
    assert (ended.code, ended.err.removeprefix(f"{HOW_TO_GO_ON}\n")) == (1, "")
    for pattern in ("files", "exclude"):
        re.compile(entry.get(pattern, ""))


@pytest.mark.parametrize("name", HOOKS)
def test_a_hook_prints_a_line_for_each_finding_and_how_to_go_on(name: str, run: Run, repository: Path) -> None:
    names = [f"cv {number}.md" for number in range(3)]
    for each in names:
        (repository / each).write_text(
            "- Responsible for the returns desk  \n- In charge of the till\n", encoding="utf-8"
        )
    ended = run(*shlex.split(HOOKS[name]["entry"])[1:], *names)
    assert (ended.code, ended.err) == (1, f"{HOW_TO_GO_ON}\n")
    assert all(re.match(r"cv \d\.md:\d+:\d+: BC\d{3} ", line) for line in ended.out.splitlines())
    assert 6 <= len(ended.out.splitlines()) <= 12


def test_every_hook_is_in_the_guide() -> None:
    assert re.findall(r"^\| `([\w-]+)` \|", GUIDE, re.MULTILINE) == list(HOOKS)
    for name in HOOKS:
        assert name in (SAMPLES / "pre-commit-config.yaml").read_text(encoding="utf-8")


def test_toml_in_the_guide_is_a_configuration(tmp_path: Path) -> None:
    from bulletcoach.config import Configuration

    for block in re.findall(r"^```toml\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL):
        (tmp_path / "bulletcoach.toml").write_text(block, encoding="utf-8")
        assert Configuration().settings(tmp_path).config


def test_links_in_the_guide_lead_to_files() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", GUIDE):
        assert (ROOT / "docs" / target).is_file(), target
