"""`bulletcoach init`: what is set up, what is left alone, and what is said about it."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from cli.commandline import Run

EXAMPLES = Path(__file__).parents[2] / "examples"
DUTY = "- Responsible for the returns desk\n"
CONFIG, HOOKS, BASELINE = "bulletcoach.toml", ".pre-commit-config.yaml", ".bulletcoach-baseline.json"


@pytest.fixture(autouse=True)
def _known_origin(monkeypatch: pytest.MonkeyPatch) -> None:
    from bulletcoach import adoption

    origin = adoption.Origin("https://git.example.org/bulletcoach", "v1.2.0")
    monkeypatch.setattr(adoption, "find_origin", lambda: origin)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """The folder that commands run in, as the top of a repository with one résumé."""
    (tmp_path / ".git").mkdir()
    (tmp_path / "jane-resume.md").write_text(DUTY, encoding="utf-8")
    return tmp_path


def files(folder: Path) -> dict[str, str]:
    """Every file with its text, but for what belongs to git."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode(errors="replace")
        for path in folder.rglob("*")
        if path.is_file() and ".git" not in path.parts
    }


def test_a_repository_gets_settings_and_a_hook(run: Run, repository: Path) -> None:
    ended = run("init")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out == (
        "1 résumé here: jane-resume.md.\n"
        "Written: bulletcoach.toml: every setting, explained, at its default.\n"
        "Written: .pre-commit-config.yaml: the hook, which checks résumés in every commit.\n"
        "\n"
        "Next:\n"
        "  1. See what there is to say: bulletcoach check .\n"
        "  2. Let pre-commit look at every commit: pip install pre-commit && pre-commit install\n"
        "  3. Commit what was written: git add bulletcoach.toml .pre-commit-config.yaml\n"
    )
    assert set(files(repository)) == {"jane-resume.md", CONFIG, HOOKS}
    (entry,) = yaml.safe_load((repository / HOOKS).read_text(encoding="utf-8"))["repos"]
    assert entry == {"repo": "https://git.example.org/bulletcoach", "rev": "v1.2.0", "hooks": [{"id": "bulletcoach"}]}
    assert run("check", ".").code == 1


def test_a_second_time_there_is_nothing_to_do(run: Run, repository: Path) -> None:
    run("init")
    before = files(repository)
    ended = run("init")
    assert ended.code == 0
    assert "Left as it is: bulletcoach.toml: these settings hold here already.\n" in ended.out
    assert "Left as it is: .pre-commit-config.yaml: the hook is there already.\n" in ended.out
    assert files(repository) == before


def test_a_dry_run_shows_all_and_writes_nothing(run: Run, repository: Path) -> None:
    before = files(repository)
    ended = run("init", "--dry-run", "--baseline")
    assert (ended.code, ended.err) == (0, "")
    for part in ("\nbulletcoach.toml would be written:\n\n# The settings", "#fail-on = ", "- id: bulletcoach  #"):
        assert part in ended.out
    assert ".bulletcoach-baseline.json would be written, with today's findings.\n" in ended.out
    assert files(repository) == before
    run("init", "--baseline")
    for text in (files(repository)[name] for name in (CONFIG, HOOKS)):
        assert text in ended.out


def test_an_entry_is_added_to_the_hooks_that_are_there(run: Run, repository: Path) -> None:
    there = "repos:\n- repo: meta  # ours\n  hooks: [{id: identity}]\n"
    (repository / HOOKS).write_text(there, encoding="utf-8")
    assert run("init", "--dry-run").out.endswith(
        "\n.pre-commit-config.yaml would get these lines more:\n\n"
        "- repo: https://git.example.org/bulletcoach\n  rev: v1.2.0\n  hooks:\n"
        "    - id: bulletcoach  # checks the résumés in a commit\n"
        "    # - id: bulletcoach-fix  # in its place: also puts right what is safe to\n"
        "    # - id: bulletcoach-documents  # checks DOCX and PDF, where these are no copies of something else\n\n"
    )
    assert "Written: .pre-commit-config.yaml: the hook was added.\n" in run("init").out
    assert files(repository)[HOOKS].startswith(there)
    assert len(yaml.safe_load(files(repository)[HOOKS])["repos"]) == 2


def test_where_it_cannot_be_added_it_is_shown_to_be_pasted(run: Run, repository: Path) -> None:
    there = "repos: [{repo: meta}]\n"
    (repository / HOOKS).write_text(there, encoding="utf-8")
    ended = run("init")
    assert ended.code == 0
    assert "  1. Put this under “repos:” of .pre-commit-config.yaml:\n\n       - repo: https://git" in ended.out
    assert files(repository)[HOOKS] == there


def test_a_folder_below_gets_its_settings_and_the_repository_its_hook(run: Run, repository: Path) -> None:
    (repository / "my cv").mkdir()
    (repository / "my cv" / "jane.pdf").touch()
    ended = run("init", "my cv")
    assert ended.code == 0
    assert 'bulletcoach check "my cv"\n' in ended.out
    assert {f"my cv/{CONFIG}", HOOKS} < set(files(repository))
    hooks = yaml.safe_load(files(repository)[HOOKS])["repos"][0]["hooks"]
    assert hooks == [{"id": "bulletcoach"}, {"id": "bulletcoach-documents"}]


@pytest.mark.parametrize("name", [".bulletcoach.toml", "pyproject.toml"])
def test_settings_of_any_name_are_left_as_they_are(name: str, run: Run, repository: Path) -> None:
    (repository / name).write_text("[tool.bulletcoach]\n" if name == "pyproject.toml" else "", encoding="utf-8")
    (repository / "cv").mkdir()
    ended = run("init", "cv")
    assert f"Left as it is: {name}: these settings hold here already.\n" in ended.out
    assert not any(path.endswith(CONFIG) and path != name for path in files(repository))


def test_settings_outside_of_the_repository_are_told_of(run: Run, tmp_path: Path) -> None:
    (tmp_path / CONFIG).write_text('fail-on = "error"\n', encoding="utf-8")
    (tmp_path / "work" / ".git").mkdir(parents=True)
    ended = run("init", "work")
    assert f"It takes the place of {CONFIG}, which held here until now.\n" in ended.out
    assert (tmp_path / CONFIG).read_text(encoding="utf-8") == 'fail-on = "error"\n'


def test_without_a_repository_there_is_no_hook(run: Run, tmp_path: Path) -> None:
    ended = run("init")
    assert ended.code == 0
    assert ended.out == (
        "No résumé in . yet: a file is one by its name, such as resume.md or jane-cv.tex.\n"
        "Written: bulletcoach.toml: every setting, explained, at its default.\n"
        "No hook: this is no git repository. After “git init”, run this again.\n"
    )
    assert set(files(tmp_path)) == {CONFIG}


def test_a_baseline_makes_the_next_check_pass(run: Run, repository: Path) -> None:
    ended = run("init", "--baseline")
    assert ended.code == 0
    assert re.search(r"Written: \.bulletcoach-baseline\.json: [12] findings? of today, which will not", ended.out)
    assert '\nbaseline = ".bulletcoach-baseline.json"\n' in files(repository)[CONFIG]
    assert run("check", ".").code == 0
    assert run("check", ".", "--isolated").code == 1
    before = files(repository)
    assert "Left as it is: the baseline that is there" in run("init", "--baseline").out
    assert files(repository) == before


def test_a_baseline_beside_settings_that_are_there_is_still_to_be_named(run: Run, repository: Path) -> None:
    (repository / CONFIG).write_text('ignore = ["BC5"]\n', encoding="utf-8")
    ended = run("init", "--baseline")
    assert '  1. Put this into bulletcoach.toml: baseline = ".bulletcoach-baseline.json"\n' in ended.out
    assert BASELINE in files(repository)


def test_a_baseline_that_the_settings_name_is_written_where_they_say(run: Run, repository: Path) -> None:
    (repository / CONFIG).write_text('baseline = "known.json"\n', encoding="utf-8")
    ended = run("init", "--baseline")
    assert "Written: known.json: " in ended.out
    assert "Put this" not in ended.out
    assert run("check", ".").code == 0


def test_where_a_file_cannot_be_checked_nothing_is_written(run: Run, repository: Path) -> None:
    (repository / "cv.docx").write_bytes(b"PK\x03\x04 not really")
    before = files(repository)
    ended = run("init", "--baseline")
    assert ended.code == 2
    assert ended.err.endswith(f"{BASELINE}: not written, and nothing else: not every file could be checked\n")
    assert files(repository) == before


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (HOOKS, b"repos:\n- [\n", f"{HOOKS}:3: not valid YAML: "),
        (HOOKS, b"- a\n", f"{HOOKS}: not a configuration of pre-commit"),
        (HOOKS, b"repos:\n- repo: caf\xe9\n", f"{HOOKS}: not UTF-8"),
        ("pyproject.toml", b"[tool.bulletcoach\n", "pyproject.toml:1: not valid TOML"),
        (CONFIG, b"levl = 1\n", f"{CONFIG}:1: unknown setting “levl”; did you mean “level”?"),
    ],
)
def test_what_is_broken_is_named_before_anything_is_written(
    name: str, content: bytes, message: str, run: Run, repository: Path
) -> None:
    (repository / name).write_bytes(content)
    before = files(repository)
    ended = run("init")
    assert ended.code == 2
    assert message in ended.err
    assert ended.err.count("\n") == 1
    assert files(repository) == before


@pytest.mark.parametrize(("folder", "reason"), [("gone", "no such folder"), ("jane-resume.md", "this is a file; name")])
@pytest.mark.usefixtures("repository")
def test_only_a_folder_can_be_set_up(folder: str, reason: str, run: Run) -> None:
    ended = run("init", folder)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"bulletcoach: error: {folder}: {reason}")


@pytest.mark.usefixtures("repository")
def test_a_folder_that_cannot_be_written_to(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    ended = run("init")
    assert ended.code == 2
    assert ended.err == "bulletcoach: error: bulletcoach.toml: cannot be written: Permission denied\n"


def test_a_link_stays_a_link(run: Run, repository: Path) -> None:
    (repository / "shared.yaml").write_text("repos:\n- repo: meta\n  hooks: []\n", encoding="utf-8")
    try:
        (repository / HOOKS).symlink_to("shared.yaml")
    except OSError:
        pytest.skip("this system lets us make no links")
    run("init")
    assert (repository / HOOKS).readlink() == Path("shared.yaml")
    assert "bulletcoach" in (repository / "shared.yaml").read_text(encoding="utf-8")


def test_what_names_hide_is_shown(run: Run, repository: Path) -> None:
    name = "cv \x1b[31m\u202e\nWritten: x.md"
    try:
        (repository / name).write_text(DUTY, encoding="utf-8")
    except OSError:
        pytest.skip("this system has no such names")
    out = run("init").out
    assert "cv \\x1b[31m\\u202e\\x0aWritten: x.md" in out


def test_pre_commit_that_is_at_work_already_is_no_next_step(run: Run, repository: Path) -> None:
    (repository / ".git/hooks").mkdir()
    (repository / ".git/hooks/pre-commit").write_text("#!/bin/sh\nexec pre-commit run\n", encoding="utf-8")
    assert "pre-commit install" not in run("init").out


def test_an_unknown_origin_is_a_next_step(run: Run, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from bulletcoach import adoption

    stand_in = adoption.Origin("https://github.com/YOUR/bulletcoach", "v0.1.0", "put it here", is_known=False)
    monkeypatch.setattr(adoption, "find_origin", lambda: stand_in)
    out = run("init").out
    assert "  1. Put the address of bulletcoach's repository behind “repo:” in .pre-commit-config.yaml.\n" in out
    assert "repo: https://github.com/YOUR/bulletcoach  # put it here\n" in files(repository)[HOOKS]


def test_the_hook_is_told_of_what_only_its_content_shows_to_be_a_resume(run: Run, repository: Path) -> None:
    shutil.copy(EXAMPLES / "agent.tex", repository / "main.tex")
    (repository / "cv").mkdir()
    (repository / "cv" / "jobs-2019.txt").write_text(DUTY, encoding="utf-8")
    run("init")
    (entry,) = yaml.safe_load((repository / HOOKS).read_text(encoding="utf-8"))["repos"]
    assert entry["hooks"] == [{"id": "bulletcoach"}, {"id": "bulletcoach", "files": r"^main\.tex$"}]
