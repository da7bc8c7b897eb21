"""Which findings are known: exactly first, then edited bullets, one to one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from cpu_time import cpu_seconds
from rapidfuzz import fuzz, process

from bulletcoach.baseline.keys import Key, plain
from bulletcoach.baseline.matching import ALIKE, match

GOLD = Path(__file__).parents[1] / "gold" / "bullets.jsonl"


def on(bullet: str, rule: str = "BC101", entry: str = "") -> Key:
    return Key("cv.txt", plain(entry), plain(bullet), rule)


def known(found: list[Key], entries: list[Key]) -> list[bool]:
    return [key is not None for key in match(found, entries)]


DESK = "Responsible for the lost-property desk at the station"


@pytest.mark.parametrize(
    ("before", "after", "is_known"),
    [
        (DESK, DESK, True),
        (DESK, "responsible  for the lost-property DESK at the station.", True),
        ("Resposible for the lost-property desk at the station", DESK, True),
        (DESK, "Responsible for the busy lost-property desk at the station", True),
        (DESK, "Responsible for the lost-property desk", True),
        # The remark is the same one, whatever the figure; so it is behind a “not”.
        ("Responsible for 40 lockers and their keys", "Responsible for 65 lockers and their keys", True),
        ("Was responsible for night-time closures", "Was not responsible for night-time closures", True),
        (DESK, "Responsible for the ticket office", False),
        (DESK, "Answered questions about lost property", False),
        (DESK, f"{DESK}, and trained the four assistants who look after it at weekends", False),
    ],
)
def test_an_edited_bullet(before: str, after: str, is_known: bool) -> None:
    assert known([on(after)], [on(before)]) == [is_known]


def test_another_rule_on_a_known_bullet_is_new() -> None:
    assert known([on(DESK, "BC101"), on(DESK, "BC502")], [on(DESK, "BC101")]) == [True, False]


def test_a_second_copy_is_new_and_the_first_is_known() -> None:
    assert known([on(DESK), on(DESK)], [on(DESK)]) == [True, False]
    assert known([on(DESK), on(DESK)], [on(DESK), on(DESK)]) == [True, True]


def test_exact_matches_come_before_similar_ones() -> None:
    """The edited bullet stands first, and must not take the place of the one that is as it was."""
    edited = f"{DESK} again"
    assert known([on(edited), on(DESK)], [on(DESK)]) == [False, True]


def test_the_most_similar_are_taken_first() -> None:
    a, b = "Handled parcels at the counter", "Handled parcels at the back counter"
    assert match([on("Handled parcels at the back counters")], [on(a), on(b)]) == [on(b)]
    assert match([on(f"{a}s"), on(f"{b}s")], [on(b), on(a)]) == [on(a), on(b)]


def test_every_known_finding_stands_for_one() -> None:
    assert known([on(f"{DESK}s"), on(f"{DESK}s")], [on(DESK)]) == [True, False]


def test_entries_go_by_their_names_and_files_by_the_rule_alone() -> None:
    before = [on("", "BC602", "Porter, Harrow Infirmary"), on("", "BC901")]
    after = [on("", "BC602", "Night Porter, Harrow Infirmary"), on("", "BC901"), on("", "BC901")]
    assert known(after, before) == [True, True, False]
    assert known([on("", "BC602", "Gardener, Kew")], before) == [False]


def test_a_bullet_is_no_entry() -> None:
    assert known([on("Porter, Harrow Infirmary", "BC602")], [on("", "BC602", "Porter, Harrow Infirmary")]) == [False]


BULLETS = sorted({plain(json.loads(line)["text"]) for line in GOLD.read_text(encoding="utf-8").splitlines()})


def test_no_two_bullets_of_the_gold_set_are_alike() -> None:
    """What ALIKE was measured on."""
    for bullet in BULLETS:
        others = [other for other in BULLETS if other != bullet]
        assert not process.extract(bullet, others, scorer=fuzz.ratio, score_cutoff=ALIKE), bullet


@pytest.mark.parametrize(
    ("edit", "share"),
    [
        (lambda words: [*words[:-1], words[-1][:-1]], 0.99),
        (lambda words: [*words[:2], "regularly", *words[2:]], 0.93),
        (lambda words: words[:-1], 0.90),
        (lambda words: [re.sub(r"\d+", lambda number: str(3 * int(number[0]) + 1), word) for word in words], 0.99),
    ],
    ids=["a letter less", "a word more", "a word less", "other numbers"],
)
def test_small_edits_of_the_gold_set_stay_known(edit: Callable[[list[str]], list[str]], share: float) -> None:
    kept = [fuzz.ratio(bullet, " ".join(edit(bullet.split()))) >= ALIKE for bullet in BULLETS]
    assert sum(kept) >= share * len(kept)


def test_ten_thousand_findings_take_no_longer_than_they_should() -> None:
    """Ten times the findings in ten times the files: about ten times the time, and seconds at most."""
    files = [[on(f"{bullet} {number}") for bullet in BULLETS[:100]] for number in range(100)]
    edited = [
        [on(f"{key.bullet} x" if number % 10 == 0 else key.bullet) for number, key in enumerate(f)] for f in files
    ]
    found: list[bool] = []
    took = cpu_seconds(lambda: found.extend(all(known(after, old)) for old, after in zip(files, edited, strict=True)))
    assert all(found)
    assert took < 5
