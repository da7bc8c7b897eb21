"""`extend`: one file builds on another, and the command line on both, by the same rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletcoach.config import Configuration, Options, load_config
from bulletcoach.errors import ConfigError
from bulletcoach.model.finding import Severity
from bulletcoach.model.judgement import Profile
from bulletcoach.rules.length import TooLong
from bulletcoach.selection import Selection

BASE = """\
select = ["BC1", "BC3"]
extend-select = ["BC5"]
ignore = ["BC101"]
level = "info"
field = "general"
exclude = ["old/"]
lexicons = ["words.toml"]

[severity]
BC3 = "info"
BC102 = "error"

[rules.too-long]
words = 20
warning = 50

[latex]
bullet-macros = ["win"]

[[suppress]]
rules = ["BC1"]
text = "x"
"""


def config(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture
def base(tmp_path: Path) -> Path:
    config(tmp_path, "words.toml", "")
    return config(tmp_path, "base.toml", BASE)


@pytest.mark.parametrize(
    ("text", "given", "expected"),
    [
        ("", Options(), Selection(("BC1", "BC3", "BC5"), ("BC101",))),
        ('ignore = ["BC302"]', Options(), Selection(("BC1", "BC3", "BC5"), ("BC101", "BC302"))),
        ('extend-select = ["BC2"]', Options(), Selection(("BC1", "BC3", "BC5", "BC2"), ("BC101",))),
        ('select = ["BC6"]', Options(), Selection(("BC6",), ())),
        ('select = ["BC6"]\nignore = ["BC601"]', Options(), Selection(("BC6",), ("BC601",))),
        ('select = ["BC6"]', Options(ignore=("BC602",)), Selection(("BC6",), ("BC602",))),
        ('ignore = ["BC302"]', Options(select=("ALL",)), Selection(("ALL",), ())),
    ],
)
@pytest.mark.usefixtures("base")
def test_a_nearer_select_sets_the_farther_selection_aside_and_the_rest_adds_to_it(
    tmp_path: Path, text: str, given: Options, expected: Selection
) -> None:
    config(tmp_path, "a/bulletcoach.toml", f'extend = "../base.toml"\n{text}\n')
    assert Configuration(given).settings(tmp_path / "a").selection == expected


@pytest.mark.usefixtures("base")
def test_single_values_are_the_nearest_lists_add_up_and_tables_merge(tmp_path: Path) -> None:
    config(tmp_path, "a/mine.toml", "")
    near = config(
        tmp_path,
        "a/bulletcoach.toml",
        'extend = "../base.toml"\nlevel = "error"\nprofile = "federal"\nlexicons = ["mine.toml"]\nexclude = ["x.txt"]\n'
        '[severity]\nroutine-duty = "warning"\nBC2 = "error"\n[rules.BC504]\nwords = 12\n'
        '[latex]\nbullet-macros = ["did"]\n[[suppress]]\nrules = ["BC2"]\ntext = "y"\n',
    )
    settings = Configuration().settings(tmp_path / "a")
    assert (settings.level, settings.field, settings.profile) == (Severity.ERROR, "general", Profile.FEDERAL)
    assert [path.resolve() for path in settings.lexicons] == [tmp_path / "words.toml", near.parent / "mine.toml"]
    assert len(settings.exclude) == 2
    assert dict(settings.severities) == {"BC3": Severity.INFO, "BC102": Severity.WARNING, "BC2": Severity.ERROR}
    assert settings.rule_options == (TooLong(words=12, warning=50),)
    assert settings.bullet_macros == ("win", "did")
    assert [one.text for one in settings.suppress] == ["x", "y"]
    assert settings.config == near
    assert [path.resolve() for path in settings.extended] == [tmp_path / "base.toml"]


def test_chains_are_followed_each_file_from_its_own_folder(tmp_path: Path) -> None:
    config(tmp_path, "shared/first.toml", 'field = "general"\nlevel = "info"\nbaseline = "known.json"\n')
    config(tmp_path, "shared/second.toml", 'extend = "first.toml"\nlevel = "warning"\nlanguage = "en"\n')
    config(tmp_path, "mine/bulletcoach.toml", 'extend = "../shared/second.toml"\nlanguage = "auto"\n')
    settings = Configuration().settings(tmp_path / "mine")
    assert (settings.field, settings.level, settings.language) == ("general", Severity.WARNING, None)
    assert settings.baseline is not None
    assert settings.baseline.resolve() == tmp_path / "shared" / "known.json"


def test_a_pyproject_can_be_extended_and_can_extend(tmp_path: Path) -> None:
    config(tmp_path, "pyproject.toml", '[tool.bulletcoach]\nextend = "other/pyproject.toml"\nlevel = "error"\n')
    config(tmp_path, "other/pyproject.toml", '[project]\nname = "x"\n[tool.bulletcoach]\nfield = "general"\n')
    settings = Configuration().settings(tmp_path)
    assert (settings.field, settings.level) == ("general", Severity.ERROR)


def test_nothing_else_is_merged(tmp_path: Path) -> None:
    config(tmp_path, "bulletcoach.toml", 'level = "error"\n')
    config(tmp_path, "a/bulletcoach.toml", 'field = "general"\n')
    config(tmp_path, "a/pyproject.toml", '[tool.bulletcoach]\nlanguage = "de"\n')
    settings = Configuration().settings(tmp_path / "a")
    assert (settings.level, settings.language, settings.field) == (None, None, "general")


@pytest.mark.parametrize(
    ("files", "chain"),
    [
        ({"a.toml": "a.toml"}, ["a.toml", "a.toml"]),
        ({"a.toml": "x/b.toml", "x/b.toml": "../a.toml"}, ["a.toml", "x/b.toml", "a.toml"]),
        ({"a.toml": "b.toml", "b.toml": "c.toml", "c.toml": "./b.toml"}, ["a.toml", "b.toml", "c.toml", "b.toml"]),
    ],
)
def test_a_circle_is_told_with_its_chain(tmp_path: Path, files: dict[str, str], chain: list[str]) -> None:
    for name, extended in files.items():
        config(tmp_path, name, f'# this one\nextend = "{extended}"\n')
    with pytest.raises(ConfigError) as caught:
        load_config(tmp_path / "a.toml")
    said = str(caught.value)
    last = tmp_path / chain[-2]
    assert said == f"{last}:2: “extend” goes in a circle: {' → '.join(str(tmp_path / name) for name in chain)}"


def test_a_mistake_is_told_where_it_stands(tmp_path: Path) -> None:
    config(tmp_path, "base.toml", '\nlevl = "info"\n')
    path = config(tmp_path, "bulletcoach.toml", 'extend = "base.toml"\n')
    with pytest.raises(ConfigError, match=r"base\.toml:2: unknown setting “levl”"):
        load_config(path)


@pytest.mark.parametrize("key", ["field", "language", "role-level"])
def test_what_only_a_run_can_check_is_blamed_on_the_file_that_says_it(tmp_path: Path, key: str) -> None:
    base = config(tmp_path, "base.toml", f'# far\n{key} = "nonsense"\n')
    config(tmp_path, "bulletcoach.toml", 'extend = "base.toml"\n')
    settings = Configuration().settings(tmp_path)
    assert str(settings.blame(key, ConfigError("no"))) == f"{base}:2: no"
    assert str(settings.blame("level", ConfigError("no"))) == "no"


def test_the_command_line_is_not_blamed_on_a_file(tmp_path: Path) -> None:
    config(tmp_path, "bulletcoach.toml", 'field = "general"\n')
    settings = Configuration(Options(field="nonsense")).settings(tmp_path)
    assert str(settings.blame("field", ConfigError("no"))) == "no"


def test_a_broken_file_is_read_once_and_complained_about_each_time(tmp_path: Path) -> None:
    path = config(tmp_path, "bulletcoach.toml", "levl = 1\n")
    configuration = Configuration()
    with pytest.raises(ConfigError, match="levl"):
        configuration.settings(tmp_path)
    path.unlink()
    with pytest.raises(ConfigError, match="levl"):
        configuration.settings(tmp_path)
    assert configuration.excluded_by(tmp_path / "cv.txt") is None
