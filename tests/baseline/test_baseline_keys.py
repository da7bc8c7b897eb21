"""What findings are known by: texts without what does not matter, files from the baseline's folder."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from baseline.conftest import Check
from hypothesis import given
from hypothesis import strategies as st

from bulletcoach.baseline.keys import file_key, keyed, plain


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Answered Calls", "answered calls"),
        ("  Answered\n\u00a0calls . ", "answered calls"),
        ("Answered calls;", "answered calls"),
        ("Answered calls, etc.", "answered calls, etc"),
        ("Straße", "strasse"),
        ("…", "…"),
        ("x" * 3000, "x" * 1000),
    ],
)
def test_plain(text: str, kept: str) -> None:
    assert plain(text) == kept


WORDS = st.lists(st.text(st.characters(categories=["L", "Nd"]), min_size=1), min_size=1, max_size=12)


@given(WORDS, st.sampled_from([" ", "  ", "\n    ", "\t", "\u00a0"]), st.sampled_from(["", ".", ";", " …", "!"]))
def test_case_blanks_and_end_marks_do_not_matter(words: list[str], blank: str, end: str) -> None:
    text = plain(" ".join(words))
    assert plain(blank.join(words) + end) == text
    assert plain(unicodedata.normalize("NFD", blank.join(words))) == text


def test_a_file_has_one_name_from_everywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "Bewerbung"
    (folder / "cv").mkdir(parents=True)
    (folder / "cv" / "lebenslauf-jörg.md").touch()
    for cwd, path, baseline in [
        (folder, "cv/lebenslauf-jörg.md", "."),
        (folder, "./cv/../cv/lebenslauf-jörg.md", "."),
        (folder / "cv", "lebenslauf-jörg.md", ".."),
        (tmp_path, "Bewerbung/cv/lebenslauf-jörg.md", "Bewerbung"),
        (tmp_path, str(folder / "cv" / unicodedata.normalize("NFD", "lebenslauf-jörg.md")), str(folder)),
    ]:
        monkeypatch.chdir(cwd)
        assert file_key(path, Path(baseline)) == "cv/lebenslauf-jörg.md"
    monkeypatch.chdir(folder / "cv")
    assert file_key("../../cv.txt", Path("..")) == "../cv.txt"
    assert file_key("<stdin>", Path("..")) == "<stdin>"


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_links_on_the_way_do_not_matter_and_a_link_keeps_its_name(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "cv-2024.txt").touch()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "real" / "cv.txt").symlink_to("cv-2024.txt")
    assert file_key(str(tmp_path / "link" / "cv.txt"), tmp_path / "real") == "cv.txt"
    assert file_key(str(tmp_path / "real" / "cv.txt"), tmp_path / "link") == "cv.txt"


def test_bullets_entries_and_files(check: Check) -> None:
    text = """\
        EXPERIENCE

        Museum Attendant, Tyne Maritime Museum, 2015 - 2019
        - Responsible for the cloakroom
        - Responsible for the audio guides
        - Responsible for opening the galleries
    """
    found = {
        (each.key.file, each.key.entry, each.key.bullet, each.key.rule): each.spot
        for each in keyed(check(text).result, Path.cwd())
    }
    assert ("cv.txt", "", "responsible for the cloakroom", "BC101") in found
    assert ("cv.txt", "museum attendant, tyne maritime museum", "", "BC602") in found
    assert set(found.values()) == {None}
