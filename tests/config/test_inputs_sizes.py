"""How large a file may be."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from bulletcoach.config.options import DEFAULT_SIZE
from bulletcoach.inputs import DEFAULT_MAX_SIZE, Input, InputProblem, parse_size, read_input
from bulletcoach.model.document import Source


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("500k", 500_000), ("500 kB", 500_000), ("500KB", 500_000), ("10MB", 10_000_000), ("10 mb", 10_000_000),
        ("10M", 10_000_000), ("10 MiB", 10_485_760), ("10Mi", 10_485_760), ("1 KiB", 1024), ("1.5 MB", 1_500_000),
        ("0.5GiB", 536_870_912), ("2G", 2_000_000_000), ("20000", 20_000), ("20_000", 20_000), ("20 bytes", 20),
        ("7B", 7), ("0", 0), ("0 MB", 0), (" 10MB ", 10_000_000), ("9007199254740993", 9_007_199_254_740_993),
    ],
)  # fmt: skip
def test_sizes(text: str, size: int) -> None:
    assert parse_size(text) == size


def test_the_size_that_the_settings_name_is_the_one_that_holds_without_them() -> None:
    assert parse_size(DEFAULT_SIZE) == DEFAULT_MAX_SIZE


@pytest.mark.parametrize(
    "text",
    ["", "MB", "ten", "-1", "10 TB", "10 XB", "1e6", "1.MB", ".5MB", "10 M B", "5i", "5iB", "1,5 MB", "٣", "9" * 99],
)
def test_what_is_no_size(text: str) -> None:
    with pytest.raises(ValueError, match="is not a size; write 500k, 10MB, 10MiB or a number of bytes"):
        parse_size(text)


@pytest.mark.parametrize(
    ("size", "limit", "said"),
    [
        (12_340_000, DEFAULT_MAX_SIZE, "big.txt is 12.3 MB; bulletcoach reads up to 10 MB (--max-size)"),
        (10_000_001, DEFAULT_MAX_SIZE, "big.txt is larger than 10 MB; bulletcoach reads up to 10 MB (--max-size)"),
        (12_340_000, 500_000, "big.txt is 12.3 MB; bulletcoach reads up to 500 kB (--max-size)"),
        (700, 600, "big.txt is 700 bytes; bulletcoach reads up to 600 bytes (--max-size)"),
        (2_000_000, 1_048_576, "big.txt is 2.0 MB; bulletcoach reads up to 1.04858 MB (--max-size)"),
    ],
)
def test_a_large_file_is_refused_with_its_size(size: int, limit: int, said: str, tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as stream:
        stream.truncate(size)
    assert read_input(Input("big.txt", path), limit) == InputProblem("big.txt", said)


@pytest.mark.parametrize("limit", [12_000_000, 0, 10**30])
def test_a_larger_limit_and_none(limit: int, tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_bytes(b"x" * 12_000_000)
    source = read_input(Input("big.txt", path), limit)
    assert isinstance(source, Source)
    assert len(source.text) == 12_000_000


def test_standard_input_has_the_limit_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * 2000)))
    said = "<stdin> is larger than 1 kB; bulletcoach reads up to 1 kB (--max-size)"
    assert read_input(Input("<stdin>", None), 1000) == InputProblem("<stdin>", said)
