"""Every file in `formats` is read as its gold says; a table shows how well each format does."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

import pytest
from format_gold import FORMATS, Count, Gold, all_gold, found_in, read_file

from bulletcoach.readers import ResumeWords

BARS = defaultdict(lambda: (0.99, 0.98), {"pdf": (0.95, 0.95), "docx": (0.95, 0.95)})
"""The least recall and precision of bullet lines by format."""


@pytest.mark.parametrize("gold", all_gold(), ids=lambda gold: gold.path.relative_to(FORMATS).as_posix())
def test_a_file_is_read_as_its_gold_says(gold: Gold, words: ResumeWords) -> None:
    assert found_in(read_file(gold.path, words)) == list(gold.entries)


def test_bullet_lines_by_format(words: ResumeWords, record_property: Callable[[str, object], None]) -> None:
    counts: dict[str, Count] = defaultdict(Count)
    for gold in all_gold():
        found = [place for entry in found_in(read_file(gold.path, words)) for place, _ in entry["bullets"]]
        counts[gold.format].add(gold.places, found)
    lines = [f"{'format':<10} {'files':>5} {'bullets':>7} {'recall':>7} {'precision':>9}"]
    for name, count in counts.items():
        lines.append(f"{name:<10} {count.files:>5} {count.gold:>7} {count.recall:>7.3f} {count.precision:>9.3f}")
    record_property("table: bullet lines by format", "\n".join(lines))
    for name, count in counts.items():
        recall, precision = BARS[name]
        assert count.recall >= recall, name
        assert count.precision >= precision, name
