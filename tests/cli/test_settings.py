"""What configuration files change in a check, and the commands that tell of them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from bulletcoach import Checker, ConfigError, Severity
from cli.commandline import Run, environment

DUTY = "- Responsible for the returns desk\n"
LONG = "- Rebuilt the rota of the returns desk with both shift leads so that nobody worked three weekends in a row\n"
CHAMPION = "EXPERIENCE\n\n%s, Norvell, 2019 - 2021\n- Championed the strategy of the company\n"


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(parents=True, exist_ok=True)
    Path(name).write_text(text, encoding="utf-8")


@pytest.fixture(autouse=True)
def _inside(run: Run) -> Run:
    return run


def codes(run: Run, *arguments: str, stdin: str = "") -> list[str]:
    """Severity and code of every finding, with its file."""
    files = json.loads(run("check", *arguments, "--format", "json", stdin=stdin).out)["files"]
    return [
        f"{Path(bullet['path'] or one['path']).as_posix()} {finding['severity']} {finding['code']}"
        for one in files
        for bullet in one["bullets"]
        for finding in bullet["findings"]
    ]


@pytest.mark.parametrize(
    ("settings", "code"),
    [
        ("", 1),
        ('[severity]\nBC1 = "info"\n', 0),
        ('[severity]\nBC1 = "info"\nduty-opener = "warning"\n', 1),
        ('fail-on = "error"\n[severity]\nBC101 = "warning"\n', 0),
        ('[per-file-ignores]\n"*.txt" = ["BC1"]\n', 0),
        ('[per-file-ignores]\n"other.txt" = ["BC1"]\n', 1),
        ('select = ["BC101"]\n[per-file-ignores]\n"cv.*" = ["ALL"]\n', 0),
        ('[[suppress]]\nrules = ["BC101"]\ntext = "Responsible for …"\npath = "cv.txt"\n', 0),
        ('[[suppress]]\nrules = ["BC101"]\ntext = "Responsible for …"\npath = "other.txt"\n', 1),
        ('field = "customer-servise"\n', 2),
        ('\nrole-level = "leed"\n', 2),
    ],
)
def test_what_settings_make_of_a_duty(run: Run, settings: str, code: int) -> None:
    write("bulletcoach.toml", settings)
    write("cv.txt", DUTY)
    assert run("check", "cv.txt").code == code


def test_an_unknown_role_level_is_told_with_its_place_and_the_nearest(run: Run) -> None:
    write("bulletcoach.toml", '\nrole-level = "leed"\n')
    write("cv.txt", DUTY)
    path = Path.cwd() / "bulletcoach.toml"
    known = "near, do, improve, lead, build, direct"
    assert run("check", "cv.txt").err == (
        f"bulletcoach: error: {path}:2: unknown role level “leed”; did you mean “lead”?; known: {known}\n"
    )


@pytest.mark.parametrize("field", ["general", "customer-service"])
@pytest.mark.parametrize(
    ("title", "level", "claims"),
    [
        ("Beekeeper", None, []),
        ("Beekeeper", "do", ["claims more than is usual for the role level that is set"]),
        ("Beekeeper", "direct", []),
        ("Customer Service Representative", "direct", None),
    ],
)
def test_a_role_level_holds_where_the_title_does_not_tell(
    run: Run, field: str, title: str, level: str | None, claims: list[str] | None
) -> None:
    write("bulletcoach.toml", f'role-level = "{level}"\n' if level else "")
    write("cv.txt", CHAMPION % title)
    files = json.loads(run("check", "cv.txt", "--field", field, "--select", "BC205", "--format", "json").out)["files"]
    said = [finding["message"] for finding in files[0]["bullets"][0]["findings"]]
    if claims is None:  # the title tells, in its own field
        claims = ["claims more than is usual for a post as Customer Service Representative"]
        claims = claims if field == "customer-service" else []
    assert [message.partition("” ")[2] for message in said] == claims


@pytest.mark.parametrize("format", ["concise", "text", "junit", "markdown"])
def test_what_makes_a_check_fail_is_shown(run: Run, format: str) -> None:
    arguments = ("check", "-", "--fail-on", "info", "--format", format)
    ended = run(*arguments, stdin=LONG)
    assert ended.code == 1
    assert "BC301" in ended.out
    ended = run(*arguments, "--level", "warning", stdin=LONG)
    assert "BC301" not in ended.out


def test_options_of_rules_reach_the_check(run: Run) -> None:
    write("cv.txt", LONG)
    assert "cv.txt info BC504" not in codes(run, "cv.txt")
    write("bulletcoach.toml", "[rules.too-long]\nwords = 12\nwarning = 14\n")
    assert "cv.txt warning BC504" in codes(run, "cv.txt")


def test_a_bullet_too_long_to_parse_has_the_severity_that_was_set(run: Run) -> None:
    write("bulletcoach.toml", '[severity]\ntoo-long = "error"\n')
    assert codes(run, "-", stdin=f"- {'and more calls ' * 200}\n") == ["<stdin> error BC504"]


POST = "\\textbf{Porter}, %s \\hfill 2019 -- 2021\n\\begin{itemize}\n%s\\end{itemize}\n"
DOCUMENT = "\\documentclass{article}\n\\begin{document}\n\\section{Experience}\n%s\\input{more}\n\\end{document}\n"
ABOUT_ONE = '[[suppress]]\nrules = ["BC101"]\ntext = "Responsible for the floors"\npath = "%s"\n'
OURS, THEIRS, POSTS, IDLE = "cv.tex BC101", "more.tex BC101", "more.tex BC602", "cv.tex BC901"


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ("", [OURS, THEIRS, POSTS]),
        ('[per-file-ignores]\n"more.tex" = ["BC1"]\n', [OURS, POSTS]),
        ('[per-file-ignores]\n"more.tex" = ["BC6"]\n', [OURS, THEIRS]),
        ('[per-file-ignores]\n"cv.tex" = ["BC1"]\n', [THEIRS, POSTS]),
        (ABOUT_ONE % "more.tex", [OURS, POSTS]),
        (ABOUT_ONE % "cv.tex", [OURS, THEIRS, POSTS, IDLE]),
    ],
)
def test_what_is_set_for_a_file_holds_where_another_includes_it(run: Run, settings: str, found: list[str]) -> None:
    duties = "\\item Responsible for the floors\n\\item Handled the bar\n\\item Answered phones\n"
    write("cv.tex", DOCUMENT % (POST % ("Hotel Marisol", "\\item Responsible for the lobby\n")))
    write("more.tex", POST % ("Hotel Bellevue", duties))
    write("bulletcoach.toml", settings)
    shown = run("check", "cv.tex", "--select", "BC101,BC602,BC9", "--format", "concise", "--level", "info").out
    lines = (line.split(":", 3) for line in shown.splitlines())
    assert [f"{file} {said.split()[0]}" for file, *_, said in lines] == found


def test_a_warning_that_is_ignored_in_an_included_file_hushes_no_other_there(run: Run) -> None:
    """As in a file of its own: what “BC1” would have said is not there, so the next remark is no longer advice."""
    write("cv.tex", DOCUMENT % "")
    write("more.tex", POST % ("Hotel Marisol", "\\item Assisted with the handling of guests\n"))
    assert codes(run, "cv.tex", "--select", "BC1,BC2") == codes(run, "more.tex", "--select", "BC1,BC2")
    write("bulletcoach.toml", '[per-file-ignores]\n"more.tex" = ["BC1"]\n')
    assert codes(run, "cv.tex") == codes(run, "more.tex")


@pytest.mark.parametrize("format", ["text", "concise"])
@pytest.mark.parametrize("path", ["old/cv.txt", "old", "-"])
def test_nothing_is_left_where_all_was_excluded(run: Run, path: str, format: str) -> None:
    write("bulletcoach.toml", 'exclude = ["old/"]\n')
    write("old/cv.txt", DUTY)
    arguments = ("check", path, "--force-exclude", "--stdin-filename", "old/x.txt", "--format", format)
    quiet = run(*arguments, stdin=DUTY)
    assert (quiet.code, quiet.out, quiet.err) == (0, "", "")
    assert "excludes it, and --force-exclude was given" in run(*arguments, "-v", stdin=DUTY).err
    assert run(*(one for one in arguments if one != "--force-exclude"), stdin=DUTY).code == 1


def test_a_program_is_told_in_its_format_that_nothing_is_left(run: Run) -> None:
    write("old/cv.txt", DUTY)
    ended = run("check", "old/cv.txt", "--exclude", "old/", "--force-exclude", "--format", "json")
    assert (ended.code, json.loads(ended.out)["files"]) == (0, [])


def test_a_pattern_that_is_none_is_wrong_use(run: Run) -> None:
    ended = run("check", "-", "--exclude", "[", stdin=DUTY)
    assert (ended.code, "“[” is no pattern" in ended.err) == (2, True)


def test_rules_tell_their_options(run: Run) -> None:
    page = run("rule", "too-long").out
    assert "Options, in [rules.too-long]:\n  words = 30  # A bullet of more words is reported.\n" in page
    described = json.loads(run("rule", "BC504", "--format", "json").out)["options"]
    assert described[0] == {
        "name": "words", "default": 30, "least": 1, "most": 1000, "description": "A bullet of more words is reported.",
    }  # fmt: skip
    assert json.loads(run("rule", "BC101", "--format", "json").out)["options"] == []


def test_show_tells_every_setting_of_a_file(run: Run) -> None:
    write("base.toml", 'level = "info"\n')
    write("a/bulletcoach.toml", 'extend = "../base.toml"\nexclude = ["cv.*"]\n')
    write("a/cv.txt", DUTY)
    out = run("config", "show", "a/cv.txt", "--field", "general").out.replace("\\\\", "/").replace("\\", "/")
    for line in (
        "# The settings for a/cv.txt",
        "# from a/bulletcoach.toml, which builds on base.toml",
        "# It is excluded by a/bulletcoach.toml:2, where folders are searched or with --force-exclude.",
        'level = "info"  # base.toml:1',
        'field = "general"  # --field',
        'profile = "private"  # default',
        '    "cv.*",  # a/bulletcoach.toml:2',
        "# role-level =  # not set: only where the title tells",
        "words = 30  # default",
    ):
        assert f"{line}\n" in out
    told = [line for line in out.splitlines() if line.startswith("# ") and "bulletcoach.toml:" not in line]
    assert max(map(len, told)) <= 80


def test_what_show_prints_can_be_used(run: Run) -> None:
    write("bulletcoach.toml", 'ignore = ["BC101"]\n[per-file-ignores]\n"x.txt" = ["BC2"]\n')
    shown = run("config", "show").out
    write("copy.toml", shown)
    write("cv.txt", DUTY)
    assert run("check", "cv.txt", "--config", "copy.toml").out == run("check", "cv.txt").out
    again = run("config", "show", "--config", "copy.toml").out
    assert [line.partition("  #")[0] for line in again.splitlines()[2:]] == [
        line.partition("  #")[0] for line in shown.splitlines()[2:]
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["gone"], "gone: no such file or folder"),
        (["--config", "gone.toml"], "gone.toml: cannot be read"),
        (["--config", "broken.toml"], "broken.toml:1: unknown setting “levl”"),
        (["--config", "broken.toml", "--isolated"], "exclude each other"),
        (["--format", "yaml"], "is not one of text, json"),
    ],
)
def test_show_complains_as_check_does(run: Run, arguments: list[str], said: str) -> None:
    write("broken.toml", "levl = 1\n")
    ended = run("config", "show", *arguments)
    assert (ended.code, ended.out, said in ended.err) == (2, "", True)


def test_the_schema_is_one(run: Run) -> None:
    schema = json.loads(run("config", "schema").out)
    Draft202012Validator.check_schema(schema)
    assert Draft202012Validator(schema).is_valid({"select": ["BC1"], "rules": {"too-long": {"words": 20}}})


def test_show_starts_at_once(tmp_path: Path) -> None:
    code = (
        "import sys; from bulletcoach.cli import main; sys.argv = ['bulletcoach', 'config', 'show']\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print([name for name in ('spacy', 'numpy', 'rich', 'rapidfuzz') if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stderr.strip() == "[]"


def test_validate_carries_removals_out(run: Run) -> None:
    write("good.toml", '[remove]\nverbs = ["spearhead"]\n')
    write("again.toml", '\n[remove]\nverbs = ["spearhead"]\n')
    assert run("lexicon", "validate", "good.toml").out == "good.toml: OK\n"
    assert run("lexicon", "validate", "again.toml").code == 0
    both = run("lexicon", "validate", "good.toml", "again.toml")
    assert (both.code, both.out) == (2, "good.toml: OK\n")
    assert both.err.startswith("bulletcoach: error: again.toml:3: there is no “spearhead” to remove from “verbs”")


def test_a_removed_opener_is_no_finding_any_more(run: Run) -> None:
    write("words.toml", '[remove]\nopener = ["responsible for"]\n')
    write("cv.txt", DUTY)
    assert "cv.txt error BC101" in codes(run, "cv.txt")
    write("bulletcoach.toml", 'lexicons = ["words.toml"]\n')
    assert "cv.txt error BC101" not in codes(run, "cv.txt")


def test_a_program_can_set_severities() -> None:
    found = Checker(severity={"BC1": "info", "duty-opener": Severity.WARNING}).check_text(DUTY).findings
    assert {finding.severity for finding in found if finding.code == "BC101"} == {Severity.WARNING}
    with pytest.raises(ConfigError, match="unknown severity “eror”; known: error, warning, info"):
        Checker(severity={"BC1": "eror"})
    with pytest.raises(ConfigError, match="unknown rule “BC1x”"):
        Checker(severity={"BC1x": "error"})
