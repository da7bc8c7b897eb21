"""Patterns of the settings: which files they name, relative to which folder; ignoring rules in some files alone."""

from __future__ import annotations

from pathlib import Path
from typing import Literal
from unicodedata import normalize

import pytest

from bulletcoach.config import Configuration
from bulletcoach.config.file_patterns import FilePatterns, compiled, named_by
from bulletcoach.config.rebasing import rebased
from bulletcoach.inputs import Input


def config(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("pattern", "file", "named"),
    [
        ("cv.txt", "cv.txt", True),
        ("cv.txt", "a/b/cv.txt", True),
        ("/cv.txt", "a/cv.txt", False),
        ("a/*.txt", "a/cv.txt", True),
        ("a/*.txt", "a/b/cv.txt", False),
        ("a/", "a/b/cv.txt", True),
        ("a/", "a", False),
        ("a", "b/a/cv.txt", True),
        ("**/old/*", "x/old/cv.txt", True),
        ("*", "cv.txt", True),
        ("[ab]/cv.*", "b/cv.tex", True),
        ("Lebenslauf Élodie.txt", "Lebenslauf Élodie.txt", True),
    ],
)
def test_what_a_pattern_names(tmp_path: Path, pattern: str, file: str, named: bool) -> None:
    patterns = FilePatterns(compiled([pattern]), (tmp_path,), "here")
    assert (named_by([patterns], tmp_path / file, above=True) == "here") is named


def test_the_last_pattern_counts_over_all_places_and_a_named_folder_stays_named(tmp_path: Path) -> None:
    def by(*sets: list[str]) -> str | None:
        found = [FilePatterns(compiled(one), (tmp_path,), f"place {n}") for n, one in enumerate(sets)]
        return named_by(found, tmp_path / "a" / "cv.txt", above=True)

    assert by(["*.txt"], ["!cv.txt"]) is None
    assert by(["*.txt"], ["!x.txt"]) == "place 0"
    assert by(["!cv.txt"], ["*.txt"]) == "place 1"
    assert by(["*.txt", "!cv.txt"]) is None
    assert by(["a/"], ["!a/cv.txt"]) == "place 0"
    assert by(["a/"], ["!a/"]) is None


@pytest.mark.parametrize(
    ("pattern", "file", "rules"),
    [
        ("drafts/", "drafts/2024/cv.txt", ("BC1",)),
        ("drafts/*", "drafts/cv.txt", ("BC1",)),
        ("cv.txt", "elsewhere/cv.txt", ("BC1",)),
        ("drafts/*", "cv.txt", ()),
    ],
)
def test_rules_are_ignored_in_the_files_that_a_pattern_names(
    tmp_path: Path, pattern: str, file: str, rules: tuple[str, ...]
) -> None:
    config(tmp_path, "bulletcoach.toml", f'select = ["BC101"]\n[per-file-ignores]\n"{pattern}" = ["BC1"]\n')
    path = config(tmp_path, file, "- Led things\n")
    settings = Configuration().settings_for(Input(str(path), path))
    assert settings.selection.never == rules


@pytest.mark.parametrize("pattern", ["NFC", "NFD"])
@pytest.mark.parametrize("name", ["NFC", "NFD"])
def test_an_accent_is_the_same_as_one_character_and_as_two(
    tmp_path: Path, pattern: Literal["NFC", "NFD"], name: Literal["NFC", "NFD"]
) -> None:
    written = normalize(pattern, "résumé*")
    config(tmp_path, "bulletcoach.toml", f'exclude = ["{written}"]\n[per-file-ignores]\n"{written}" = ["BC1"]\n')
    file = tmp_path / normalize(name, "résumé.txt")
    configuration = Configuration()
    assert configuration.excluded_by(file) is not None
    assert configuration.settings(tmp_path).for_file(file).selection.never == ("BC1",)


def test_several_patterns_add_up_and_files_without_one_share_their_settings(tmp_path: Path) -> None:
    config(tmp_path, "base.toml", '[per-file-ignores]\n"*.md" = ["BC5"]\n"a.*" = ["BC2"]\n')
    config(
        tmp_path, "bulletcoach.toml", 'extend = "base.toml"\n[per-file-ignores]\n"a.*" = ["BC1"]\n"a.md" = ["tense"]\n'
    )
    configuration = Configuration()
    never = {
        name: configuration.settings_for(Input(name, tmp_path / name)).selection.never
        for name in ("a.md", "a.txt", "b.md")
    }
    assert never == {"a.md": ("BC5", "BC1", "tense"), "a.txt": ("BC1",), "b.md": ("BC5",)}
    plain = configuration.settings(tmp_path)
    assert configuration.settings_for(Input("b.txt", tmp_path / "b.txt")) is plain


def test_suppressions_with_a_path_hold_there_alone(tmp_path: Path) -> None:
    table = '[[suppress]]\nrules = ["BC1"]\ntext = "x"\n'
    config(tmp_path, "bulletcoach.toml", f'{table}\n{table}path = "a/"\n')
    configuration = Configuration()
    counts = [len(configuration.settings_for(Input("", tmp_path / name)).suppress) for name in ("cv.txt", "a/cv.txt")]
    assert counts == [1, 2]


def test_patterns_are_relative_to_their_file_then_to_the_one_that_extends_it_then_to_where_one_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shared = config(tmp_path, "shared/base.toml", 'exclude = ["drafts/*.txt"]\n')
    config(tmp_path, "mine/bulletcoach.toml", 'extend = "../shared/base.toml"\n')

    def excluded(configuration: Configuration, file: str) -> bool:
        return configuration.excluded_by(tmp_path / file, above=True) is not None

    assert excluded(Configuration(), "mine/drafts/cv.txt")
    assert not excluded(Configuration(), "mine/more/drafts/cv.txt")
    named = Configuration(config=shared)
    assert excluded(named, "shared/drafts/cv.txt")
    assert excluded(named, "drafts/cv.txt")
    assert not excluded(named, "mine/drafts/cv.txt")


def test_standard_input_stands_where_its_name_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    config(tmp_path, "bulletcoach.toml", '[per-file-ignores]\n"a/*" = ["BC1"]\n')
    config(tmp_path, "b/bulletcoach.toml", 'level = "error"\n')
    configuration = Configuration()
    assert configuration.settings_for(Input("a/resume.md", None)).selection.never == ("BC1",)
    assert configuration.settings_for(Input("<stdin>", None)) is configuration.settings(tmp_path)
    assert configuration.settings_for(Input("b/resume.md", None)).config == tmp_path / "b" / "bulletcoach.toml"


@pytest.mark.parametrize(
    ("pattern", "folder", "onto", "expected"),
    [
        ("old/x", "a", "a", "old/x"),
        ("old/x", "a", "b", "old/x"),
        ("*.txt", "a", "a/b", "*.txt"),
        ("b/*.txt", "a", "a/b", "/*.txt"),
        ("/b/c/", "a", "a/b", "/c/"),
        ("c/*.txt", "a", "a/b", None),
        ("**/old/x", "a", "a/b", "**/old/x"),
        ("?/x/y", "a", "a/b", "/x/y"),
        ("b/", "a", "a/b/c", "b/"),
        ("/b", "a", "a/b/c", "**"),
        ("!b/x/y", "a", "a/b", "!/x/y"),
        ("*.txt", "a/b", "a", "/b/**/*.txt"),
        ("/x", "a/b", "a", "/b/x"),
        ("!x/", "a/b*", "a", r"!/b\*/**/x/"),
        ("/b\u00e9/x", "a", "a/be\u0301", "/x"),
        ("/b/x", "a", "a/\udcff", None),
    ],
)
def test_a_pattern_is_written_anew_for_another_folder(
    tmp_path: Path, pattern: str, folder: str, onto: str, expected: str | None
) -> None:
    assert rebased(pattern, tmp_path / folder, tmp_path / onto) == expected
