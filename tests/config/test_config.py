"""Configuration files: which one holds, what it may say, and how its mistakes are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletcoach.config import Configuration, Options, find_config, load_config
from bulletcoach.errors import ConfigError
from bulletcoach.model.finding import Severity
from bulletcoach.model.judgement import Profile
from bulletcoach.selection import Selection


def write(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_the_nearest_folder_wins_and_in_it_the_first_name(tmp_path: Path) -> None:
    above = write(tmp_path / "bulletcoach.toml")
    inside = tmp_path / "applications" / "2024"
    inside.mkdir(parents=True)
    assert find_config(inside) == above

    pyproject = write(tmp_path / "applications" / "pyproject.toml", "[tool.bulletcoach]\n")
    assert find_config(inside) == pyproject
    hidden = write(tmp_path / "applications" / ".bulletcoach.toml")
    assert find_config(inside) == hidden
    plain = write(tmp_path / "applications" / "bulletcoach.toml")
    assert find_config(inside) == plain


@pytest.mark.parametrize(
    "pyproject", ["[tool.ruff]\n", "", "this is not TOML", '[project]\nname = "bulletcoach-plugin"\n']
)
def test_a_pyproject_without_our_section_is_passed_over(tmp_path: Path, pyproject: str) -> None:
    above = write(tmp_path / "bulletcoach.toml")
    inside = write(tmp_path / "a" / "pyproject.toml", pyproject).parent
    assert find_config(inside) == above


def test_all_keys(tmp_path: Path) -> None:
    path = write(
        tmp_path / "bulletcoach.toml",
        """\
select = ["BC1", "weak-verb"]
extend-select = ["bc3"]
ignore = ["BC101"]
level = "info"
fail-on = "error"
field = "customer-service"
language = "en"
profile = "federal"
lexicons = ["words/own.toml"]
input-format = "latex"
max-size = "2 MB"

[latex]
bullet-macros = ["win", "\\\\did"]
entry-macros = ["job"]
root = "main.tex"
""",
    )
    root = write(tmp_path / "main.tex")
    settings = Configuration(config=path).settings(tmp_path)
    assert settings.selection == Selection(("BC1", "weak-verb", "BC3"), ("BC101",))
    assert (settings.level, settings.fail_on) == (Severity.INFO, Severity.ERROR)
    assert (settings.field, settings.language, settings.profile) == ("customer-service", "en", Profile.FEDERAL)
    assert settings.lexicons == (tmp_path / "words" / "own.toml",)
    assert settings.config == path
    assert (settings.input_format, settings.max_size) == ("latex", 2_000_000)
    assert (settings.bullet_macros, settings.entry_macros) == (("win", "\\did"), ("job",))
    assert settings.latex_root == root


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('level = "info"\nselct = []\n', 2, "unknown setting “selct”; did you mean “select”?"),
        ('\nlevel = "warn"\n', 2, "did you mean “warning”?"),
        ("ignore = [\n  3,\n]\n", 1, "must be text, found 3"),
        ("fail-on = true\n", 1, "is not a valid"),
        ('# mine\nselect = "BC1"\n', 2, "“select” must be a list"),
        ('select = ["BC1"]\nignore = ["duty-openr"]\n', 2, "unknown rule “duty-openr”; did you mean “duty-opener”?"),
        ('profile = "acadmic"\n', 1, "did you mean “academic”?"),
        ("level = \n", 1, "not valid TOML"),
        ('input-format = "latx"\n', 1, "did you mean “latex”?"),
        ('max-size = "much"\n', 1, "“much” is not a size"),
        ('[latex]\nbullet-macros = ["a b"]\n', 2, "“a b” is no command of LaTeX"),
        ('[latex]\nroot = "gone.tex"\n', 2, "there is no file"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    path = write(tmp_path / "bulletcoach.toml", text)
    with pytest.raises(ConfigError) as caught:
        load_config(path)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert message in str(caught.value)


def test_a_mistake_in_pyproject_is_told_with_its_line(tmp_path: Path) -> None:
    path = write(tmp_path / "pyproject.toml", '[project]\nname = "x"\n\n[tool.bulletcoach]\nprofil = "private"\n')
    with pytest.raises(ConfigError, match=":5: unknown setting “profil”; did you mean “profile”"):
        load_config(path)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (Options(), Selection(("BC1",), ("BC101",))),
        (Options(ignore=("BC102",)), Selection(("BC1",), ("BC101", "BC102"))),
        (Options(extend_select=("BC2",)), Selection(("BC1", "BC2"), ("BC101",))),
        (Options(select=("ALL",)), Selection(("ALL",), ())),
        (Options(select=("BC3",), ignore=("BC301",)), Selection(("BC3",), ("BC301",))),
    ],
)
def test_a_given_select_sets_the_files_selection_aside_and_the_rest_adds_to_it(
    tmp_path: Path, given: Options, expected: Selection
) -> None:
    path = write(tmp_path / "bulletcoach.toml", 'select = ["BC1"]\nignore = ["BC101"]\n')
    assert Configuration(given, path).settings(tmp_path).selection == expected


def test_the_command_line_outranks_the_file_and_can_undo_it(tmp_path: Path) -> None:
    write(tmp_path / "bulletcoach.toml", 'field = "general"\nlevel = "error"\nprofile = "academic"\n')
    given = Options(field="auto", level=Severity.INFO)
    settings = Configuration(given).settings(tmp_path)
    assert (settings.field, settings.level, settings.profile) == (None, Severity.INFO, Profile.ACADEMIC)


def test_isolated_uses_no_file(tmp_path: Path) -> None:
    write(tmp_path / "bulletcoach.toml", "broken")
    assert Configuration(isolated=True).settings(tmp_path).config is None


def test_files_in_several_folders_have_the_settings_of_their_own_folder(tmp_path: Path) -> None:
    write(tmp_path / "a" / "bulletcoach.toml", 'level = "error"\n')
    write(tmp_path / "b" / "bulletcoach.toml", 'level = "info"\n')
    configuration = Configuration()
    assert configuration.settings(tmp_path / "a").level is Severity.ERROR
    assert configuration.settings(tmp_path / "b").level is Severity.INFO
