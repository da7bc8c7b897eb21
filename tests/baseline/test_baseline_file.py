"""The file of a baseline: what it looks like, and what is said of one that is broken."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletcoach.baseline.file import baseline_text, check_writable, parse_baseline, read_baseline, write_baseline
from bulletcoach.baseline.keys import Key
from bulletcoach.errors import ConfigError

KEYS = [
    Key("cv.txt", "", "in charge of the café’s till", "BC101"),
    Key("archive/2019/cv.md", "", "", "BC901"),
    Key("cv.txt", "", "in charge of the café’s till", "BC502"),
    Key("cv.txt", "barista, café nord", "", "BC602"),
    Key("cv.txt", "", "in charge of the café’s till", "BC101"),
]
TEXT = """\
{
  "version": 1,
  "findings": [
    {"file": "archive/2019/cv.md", "rule": "BC901"},
    {"file": "cv.txt", "rule": "BC101", "bullet": "in charge of the café’s till"},
    {"file": "cv.txt", "rule": "BC101", "bullet": "in charge of the café’s till"},
    {"file": "cv.txt", "rule": "BC502", "bullet": "in charge of the café’s till"},
    {"file": "cv.txt", "rule": "BC602", "entry": "barista, café nord"}
  ]
}
"""


def test_one_finding_a_line_sorted() -> None:
    assert baseline_text(KEYS) == TEXT
    assert baseline_text(reversed(KEYS)) == TEXT
    assert baseline_text(parse_baseline(TEXT, Path("b.json"))) == TEXT


def test_no_findings() -> None:
    assert baseline_text([]) == '{\n  "version": 1,\n  "findings": []\n}\n'
    assert parse_baseline(baseline_text([]), Path("b.json")) == []


keys = st.builds(
    Key,
    file=st.text(st.characters(), min_size=1),
    entry=st.text(),
    bullet=st.text(st.characters()),
    rule=st.sampled_from(["BC101", "BC602"]),
)


@given(st.lists(keys))
def test_whatever_a_resume_holds_comes_back_and_is_safe_to_look_at(found: list[Key]) -> None:
    text = baseline_text(found)
    assert sorted(parse_baseline(text, Path("b.json"))) == sorted(found)
    assert all(character.isprintable() for line in text.split("\n") for character in line)
    text.encode("utf-8")


def test_it_is_written_in_one_step_as_utf_8(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    write_baseline(path, KEYS)
    assert path.read_bytes() == TEXT.encode()
    assert read_baseline(path) == sorted(KEYS)
    assert [file.name for file in tmp_path.iterdir()] == ["known.json"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", ":1: this is no baseline: not valid JSON: "),
        ("EXPERIENCE\n\n- Sold bicycles\n", ":1: this is no baseline: not valid JSON"),
        (TEXT.replace('"},\n  ', '"}\n<<<<<<< HEAD\n  ', 1), ":5: this is no baseline: not valid JSON"),
        ("[" * 100_000, ":1: this is no baseline: too deep"),
        ("[]", ":1: this is no baseline: it should have a “version” and a list of “findings”"),
        ('{"findings": []}', ":1: this is no baseline"),
        ('{"version": true, "findings": []}', ":1: this is no baseline"),
        ('{\n  "version": 2,\n  "findings": []\n}', ":2: it was written for version 2 of baselines; this bulletcoach"),
        (TEXT.replace('"rule": "BC502"', '"ruel": "BC502"'), ":7: unknown key “ruel”; did you mean “rule”?"),
        (TEXT.replace('"rule": "BC502", ', ""), ":7: a finding needs its “rule”"),
        (TEXT.replace('"BC602"', "602"), ":8: “rule” must be text"),
        (TEXT.replace('{"file": "archive/2019/cv.md", "rule": "BC901"}', "17"), ":4: a finding must be an object"),
        (json.dumps(json.loads(TEXT)).replace("BC602", ""), ":1: a finding needs its “rule”"),
    ],
)
def test_what_is_broken_is_named_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "known.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError) as raised:
        read_baseline(path)
    assert str(raised.value).startswith(f"{path}{said}")
    with pytest.raises(ConfigError, match="it is not written over"):
        check_writable(path)
    assert path.read_text(encoding="utf-8") == text


def test_a_missing_one_is_said_how_to_make(tmp_path: Path) -> None:
    with pytest.raises(
        ConfigError, match=r"there is no such baseline; this makes one: .* --write-baseline .*gone\.json"
    ):
        read_baseline(tmp_path / "gone.json")


def test_a_name_that_no_file_can_have() -> None:
    with pytest.raises(ConfigError, match="the baseline cannot be read: embedded null"):
        read_baseline(Path("a\0b.json"))


def test_a_byte_order_mark_is_no_mistake(tmp_path: Path) -> None:
    (tmp_path / "known.json").write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    assert sorted(read_baseline(tmp_path / "known.json")) == sorted(KEYS)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ConfigError, match="this is no file; it is not written over"):
        check_writable(tmp_path / "pipe")


def test_a_link_stays_and_its_file_is_written(tmp_path: Path) -> None:
    write_baseline(tmp_path / "real.json", [])
    try:
        (tmp_path / "link.json").symlink_to("real.json")
    except OSError:
        pytest.skip("no links here")
    write_baseline(tmp_path / "link.json", KEYS)
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_text(encoding="utf-8") == TEXT


def test_a_folder_and_other_encodings(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read"):
        read_baseline(tmp_path)
    (tmp_path / "latin.json").write_bytes(TEXT.encode("cp1252", "replace"))
    with pytest.raises(ConfigError, match="not UTF-8"):
        read_baseline(tmp_path / "latin.json")


def test_one_is_written_over_and_where_there_is_nothing_too(tmp_path: Path) -> None:
    check_writable(tmp_path / "new.json")
    write_baseline(tmp_path / "old.json", KEYS)
    check_writable(tmp_path / "old.json")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="the baseline cannot be written: No such file"):
        write_baseline(tmp_path / "gone" / "known.json", KEYS)
