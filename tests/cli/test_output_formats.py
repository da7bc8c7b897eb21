"""Every output format on the same folder with hostile text: word for word, and with the same exit code.

BULLETCOACH_UPDATE_GOLDEN=1 writes the golden files anew: read the diff.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import pytest

from bulletcoach.cli.options import Format
from bulletcoach.model.result import FileResult
from bulletcoach.run import Checked
from cli.commandline import Ended, Run

pytestmark = pytest.mark.usefixtures("one_engine")

GOLDEN = Path(__file__).parent / "golden"
SCHEMAS = Path(__file__).parents[1] / "report" / "schemas"
MACHINES = (Format.JSON_LINES, Format.SARIF, Format.GITHUB, Format.GITLAB, Format.JUNIT)
FILES = {
    "resume, 100%.txt": """\
EXPERIENCE

Front Desk Clerk, ::error::Hotel ##[add-mask]Marisol, 2019 - 2021
- Responsible for ::error file=x::commands & <script>alert(1)</script>, {0} of [them](http://x)
- Also \x1b[31manswered calls\u202e
- Also \x1b[31manswered calls\u202e
- Cut refund errors by 40% in 2020 by rewriting the
  returns checklist
""",
    "cv/2024.md": """\
## Experience

### Barista | `Kaffee & Kuchen`
*2021 – 2023*

- I was in charge of *opening* the shop ]]> every day
""",
}
HOPELESS = "gone\u202e::warning::.txt"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8", newline="\n")
    return tmp_path


def report(run: Run, format: str) -> Ended:
    return run("check", *sorted(FILES), HOPELESS, "--isolated", "--format", format)


def without_rules(log: str) -> str:
    """A log of SARIF without what every one has: the rules, which `rule` explains, and the version."""
    (run,) = json.loads(log)["runs"]
    return json.dumps({key: run[key] for key in ("columnKind", "results", "invocations")}, indent=2) + "\n"


@pytest.mark.parametrize("format", MACHINES)
def test_the_report_of_a_hostile_folder(folder: Path, run: Run, format: str) -> None:
    assert folder.is_dir()
    ended = report(run, format)
    assert ended.code == 2
    text = without_rules(ended.out) if format == Format.SARIF else ended.out
    golden = GOLDEN / f"hostile.{format}"
    if os.environ.get("BULLETCOACH_UPDATE_GOLDEN"):
        golden.write_text(text, encoding="utf-8", newline="\n")
    assert text == golden.read_text(encoding="utf-8")
    assert report(run, format) == ended


def test_the_reports_keep_to_their_schemas(folder: Path, run: Run) -> None:
    assert folder.is_dir()
    sarif = json.loads((SCHEMAS / "sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.Draft7Validator(sarif).validate(json.loads(report(run, "sarif").out))
    ours = json.loads(run("schema").out)
    line = jsonschema.Draft202012Validator({"$ref": "#/$defs/line", "$defs": ours["$defs"]})
    lines = [json.loads(each) for each in report(run, "json-lines").out.splitlines()]
    for each in lines:
        line.validate(each)
    assert [each["path"] for each in lines if "error" in each] == [HOPELESS]
    ElementTree.fromstring(report(run, "junit").out)


def test_all_formats_tell_of_the_same_findings(folder: Path, run: Run) -> None:
    assert folder.is_dir()
    concise = len(report(run, "concise").out.splitlines())
    assert concise > 3
    (sarif,) = json.loads(report(run, "sarif").out)["runs"]
    assert len(sarif["results"]) == concise
    assert len(json.loads(report(run, "gitlab").out)) == concise + 1
    assert sum(line.startswith("::") for line in report(run, "github").out.splitlines()) == concise + 1
    assert report(run, "junit").out.count("<failure") == concise
    everything = run("check", *sorted(FILES), "--isolated", "--level", "info", "--format", "concise").out
    assert len(report(run, "json-lines").out.splitlines()) == len(everything.splitlines()) + 1


@pytest.mark.parametrize("format", Format)
@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("good.txt", 0),
        ("bad.txt --ignore ALL", 0),
        ("bad.txt", 1),
        ("bad.txt --fail-on info --level error", 1),
        ("bad.txt --exit-zero", 0),
        ("bad.txt gone.txt --exit-zero", 2),
        ("bad.txt --select BC999", 2),
    ],
)
def test_the_format_does_not_change_the_exit_code(
    tmp_path: Path, run: Run, format: str, arguments: str, code: int
) -> None:
    (tmp_path / "good.txt").write_text("- Cut refund errors by 40% by rewriting the checklist\n", encoding="utf-8")
    (tmp_path / "bad.txt").write_text("- Responsible for the returns desk\n", encoding="utf-8")
    ended = run("check", *arguments.split(), "--format", format)
    assert (ended.code, "Traceback" in ended.err) == (code, False), ended.err
    assert ("gone.txt: no such file" in ended.err) == ("gone" in arguments)


@pytest.mark.parametrize("format", Format)
def test_ctrl_c_ends_every_format_with_130(
    tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch, format: str
) -> None:
    def interrupted(*_arguments: object) -> object:
        from bulletcoach.config import Settings

        yield Checked(FileResult("cv.txt"), Settings())
        raise KeyboardInterrupt

    monkeypatch.setattr("bulletcoach.run.run", interrupted)
    for output in ([], ["--output", "report.html"]):
        ended = run("check", "cv.txt", "--format", format, *output)
        assert (ended.code, ended.err) == (130, "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "variables", "is_github"),
    [
        ([], {"GITHUB_ACTIONS": "true"}, True),
        ([], {"GITHUB_ACTIONS": "false"}, False),
        ([], {}, False),
        (["--format", "concise"], {"GITHUB_ACTIONS": "true"}, False),
        (["--statistics"], {"GITHUB_ACTIONS": "true"}, False),
        (["--output", "-"], {"GITHUB_ACTIONS": "true"}, True),
        (["--format", "github"], {}, True),
    ],
)
def test_github_actions_get_annotations_unless_told_otherwise(
    run: Run, monkeypatch: pytest.MonkeyPatch, arguments: list[str], variables: dict[str, str], is_github: bool
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    ended = run("check", "-", *arguments, stdin="- Responsible for the returns desk\n")
    assert ended.code == 1
    assert ended.out.startswith("::error title=BC101 duty-opener,file=<stdin>,line=1,") == is_github


def test_a_file_gets_no_annotations_unless_they_are_asked_for(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    run("check", "-", "-o", "report.txt", stdin="- Responsible for the returns desk\n")
    assert "::" not in (tmp_path / "report.txt").read_text(encoding="utf-8")


def test_github_sees_files_from_the_root_of_the_repository(
    run: Run, monkeypatch: pytest.MonkeyPatch, folder: Path
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(folder))
    monkeypatch.chdir(folder / "cv")
    ended = run("check", "2024.md", "--format", "github", "--quiet")
    assert all(",file=cv/2024.md,line=" in line for line in ended.out.splitlines())
    assert "::2024.md:6:" in ended.out


@pytest.mark.parametrize("format", ["text", "concise", "github"])
def test_no_line_in_the_log_of_github_is_a_command_of_the_resume(
    run: Run, monkeypatch: pytest.MonkeyPatch, folder: Path, format: str
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    name = "##[group]cv.txt" if os.name == "nt" else "::notice::##[group]cv.txt"
    (folder / name).write_text(FILES["resume, 100%.txt"], encoding="utf-8")
    ended = run("check", name, f"gone{name}", "--format", format)
    others = [line for line in (ended.out + ended.err).splitlines() if not line.startswith(("::error ", "::warning "))]
    assert others
    assert not any(line.lstrip().startswith("::") or "##[" in line for line in others)
