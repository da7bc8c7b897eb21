"""`config show`: every key with its value and its origin, as a configuration file that says the same; the schema."""

from __future__ import annotations

import io
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from msgspec.structs import asdict, fields, replace

from bulletcoach.config import Configuration, Options, Settings, load_config
from bulletcoach.config.options import LatexOptions, Suppress, keys_of
from bulletcoach.config.schema import schema
from bulletcoach.config.shown import shown
from bulletcoach.model.finding import Severity
from bulletcoach.report.settings import Subject, write_json, write_toml
from bulletcoach.rules import RULES
from bulletcoach.rules.options import options_of
from bulletcoach.tomlfile import OURS

BASE = """\
ignore = ["BC101"]
exclude = ["old/", "a/drafts/*.txt", "b/"]
lexicons = ["words.toml"]
level = "info"

[per-file-ignores]
"*.md" = ["BC5"]

[rules.too-long]
warning = 55
"""
NEAR = """\
extend = "../base.toml"
select = ["BC1", "no-number"]
ignore = ["BC102"]
fail-on = "error"
field = "general"
role-level = "do"
language = "en"
profile = "academic"
input-format = "markdown"
max-size = "3 MB"
exclude = ["!old/keep.txt"]
baseline = "known.json"
severity = { BC3 = "info", tense = "warning" }

[per-file-ignores]
'od"d [x]/*' = ["BC2", "tense"]
"Ünï code.txt" = ["ALL"]

[rules.too-long]
words = 25

[latex]
bullet-macros = ["win", 'did']
root = "main.tex"

[[suppress]]
rules = ["BC1"]
text = "Said “so” \\\\ and\\tso \\u202E"
path = "x/*.json"
reason = "# none"
"""


def lay_out(folder: Path) -> Path:
    files = {"base.toml": BASE, "words.toml": "", "a/bulletcoach.toml": NEAR, "a/main.tex": ""}
    for name, text in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder / "a"


def as_toml(configuration: Configuration, folder: Path) -> str:
    out = io.StringIO()
    write_toml(shown(configuration.layers(folder), folder), Subject("x", ()), out)
    return out.getvalue()


def plain(settings: Settings) -> dict[str, Any]:
    """The settings without what tells where they were set."""
    kept = asdict(settings)
    for name in ("config", "extended", "places", "exclude", "per_file"):
        del kept[name]
    kept["suppress"] = [replace(one, place="") for one in settings.suppress]
    return kept


GIVEN = Options(ignore=("BC302",), level=Severity.ERROR, exclude=("x/",))


@pytest.mark.parametrize("given", [Options(), GIVEN], ids=["alone", "under the command line"])
def test_what_is_shown_is_a_configuration_that_says_the_same(
    tmp_path: Path, given: Options, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = lay_out(tmp_path)
    monkeypatch.chdir(folder)
    before = Configuration(given)
    text = as_toml(before, folder)
    copy = folder / "copy.toml"
    copy.write_text(text, encoding="utf-8")
    after = Configuration(config=copy)
    assert plain(after.settings(folder)) == plain(before.settings(folder))
    for name in (
        "old/x.txt", "drafts/x.txt", "b/x.txt", "cv.txt", "x/y.txt", "old/keep.txt", "cv.md", 'od"d x/a.txt',
        "Ünï code.txt", "x/y.json",
    ):  # fmt: skip
        file = folder / name
        assert bool(after.excluded_by(file)) == bool(before.excluded_by(file)), name
        mine, theirs = (each.settings(folder).for_file(file) for each in (before, after))
        assert sorted(theirs.selection.never) == sorted(mine.selection.never), name
        assert len(theirs.suppress) == len(mine.suppress), name
    assert as_toml(after, folder).count("\n") == text.count("\n")


def test_the_defaults_are_a_configuration_too(tmp_path: Path) -> None:
    (tmp_path / "all.toml").write_text(as_toml(Configuration(isolated=True), tmp_path), encoding="utf-8")
    loaded = Configuration(config=tmp_path / "all.toml").settings(tmp_path)
    assert plain(loaded) == plain(Settings())


def test_every_key_is_shown_with_where_it_comes_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = lay_out(tmp_path)
    monkeypatch.chdir(tmp_path)
    out = io.StringIO()
    write_json(shown(Configuration(GIVEN).layers(folder), folder), Subject("a", ()), out)
    settings = json.loads(out.getvalue())["settings"]
    assert list(settings) == [key.name for key in keys_of(Options)]
    near = str(Path("a/bulletcoach.toml"))
    assert settings["ignore"] == {"value": ["BC102", "BC302"], "from": [f"{near}:3", "--ignore"]}
    assert settings["level"] == {"value": "error", "from": "--level"}
    assert settings["fail-on"] == {"value": "error", "from": f"{near}:4"}
    assert settings["extend-select"] == {"value": [], "from": "default"}
    assert settings["role-level"] == {"value": "do", "from": f"{near}:6"}
    assert settings["severity"]["value"] == {"BC3": "info", "BC203": "warning"}
    assert settings["lexicons"] == {"value": [str(tmp_path / "words.toml")], "from": ["base.toml:3"]}
    assert settings["rules"]["value"]["too-long"] == {"words": 25, "warning": 55}
    assert settings["rules"]["from"]["too-short"] == {"words": "default"}
    assert settings["latex"]["from"]["bullet-macros"] == [f"{near}:23"] * 2
    assert settings["suppress"]["from"] == [f"{near}:26"]


def test_hostile_names_do_no_harm(tmp_path: Path) -> None:
    given = Options(exclude=("a\x1b[31m\u202e\u200b“\"'\\x",), field="\x07\n[severity]")
    text = as_toml(Configuration(given, isolated=True), tmp_path)
    assert not set("\x1b\x07\u202e\u200b") & set(text)
    loaded = tomllib.loads(text)
    assert (loaded["exclude"], loaded["field"]) == (list(given.exclude), given.field)


def test_every_key_says_what_it_is_for() -> None:
    for table in (Options, LatexOptions, Suppress):
        names = {one.name.replace("_", "-") for one in fields(table) if OURS not in one.type.__metadata__}
        keys = list(keys_of(table))
        assert {key.name for key in keys} == names
        assert all(key.about.endswith((".", ":")) for key in keys)
    for option in (option for rule in RULES for option in options_of(rule)):
        assert option.about.endswith(".")
        assert option.least <= option.default <= option.most


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    Draft202012Validator.check_schema(schema())
    return Draft202012Validator(schema())


def test_valid_files_are_valid_by_the_schema(validator: Draft202012Validator, tmp_path: Path) -> None:
    for text in (BASE, NEAR, "", as_toml(Configuration(isolated=True), tmp_path)):
        assert [error.message for error in validator.iter_errors(tomllib.loads(text))] == []


INVALID = [
    ('selct = ["BC1"]', []),
    ('select = "BC1"', ["select"]),
    ('select = ["BC999"]', ["select", 0]),
    ('level = "warn"', ["level"]),
    ("fail-on = true", ["fail-on"]),
    ('profile = "acadmic"', ["profile"]),
    ('input-format = "latx"', ["input-format"]),
    ("max-size = 3", ["max-size"]),
    ('severity.BC3 = "eror"', ["severity", "BC3"]),
    ('severity.BCx = "error"', ["severity"]),
    ('per-file-ignores."a" = "BC1"', ["per-file-ignores", "a"]),
    ('per-file-ignores."a" = ["BCx"]', ["per-file-ignores", "a", 0]),
    ("rules.too-lng.words = 3", ["rules"]),
    ("rules.too-long.word = 3", ["rules", "too-long"]),
    ("rules.too-long.words = 0", ["rules", "too-long", "words"]),
    ("rules.tense.words = 3", ["rules"]),
    ("rules.too-long.words = 2.5", ["rules", "too-long", "words"]),
    ("latex.roots = 3", ["latex"]),
    ('[[suppress]]\ntext = "x"', ["suppress", 0]),
    ('[[suppress]]\nrules = []\ntext = "x"', ["suppress", 0, "rules"]),
    ('[[suppress]]\nrules = ["BC1"]\ntext = ""', ["suppress", 0, "text"]),
    ('[[suppress]]\nrules = ["BC1"]\ntext = "x"\nplace = "y"', ["suppress", 0]),
]


@pytest.mark.parametrize(("text", "where"), [pytest.param(*row, id=row[0]) for row in INVALID])
def test_invalid_files_are_invalid_by_both(
    validator: Draft202012Validator, tmp_path: Path, text: str, where: list[object]
) -> None:
    assert [list(error.absolute_path) for error in validator.iter_errors(tomllib.loads(text))] == [where]
    (tmp_path / "bulletcoach.toml").write_text(text, encoding="utf-8")
    with pytest.raises(Exception, match=r"bulletcoach\.toml:\d"):
        load_config(tmp_path / "bulletcoach.toml")
