"""Whatever the résumé: fixed twice is fixed once, it says no less than before, and nothing new is complained of.

The résumés are those of the readers' tests, in all formats, and bullets put together at random.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from mended_files import HEAD, Fix

from bulletcoach.config import Settings
from bulletcoach.fixing.rounds import Mended, mended
from bulletcoach.model.finding import Severity
from bulletcoach.model.result import FileResult
from bulletcoach.readers import FORMAT_NAMES, decode
from bulletcoach.run import Engines

FORMATS = Path(__file__).parents[1] / "readers" / "formats"
FIXTURES = sorted(
    path
    for path in FORMATS.rglob("*")
    if path.is_file() and path.suffix not in (".toml", ".docx", ".pdf", ".rtf") and path.name != "README.md"
)
RANKS = {"duty": 0, "action": 1, "achievement": 2}
SHARED = re.compile(r"\b(?:we|our|us|ours)\b", re.IGNORECASE)
FIGURE = re.compile(r"\d[\d,.]*")

HEADS = (
    "I trained",
    "Trained",
    "I was",
    "Responsible for training",
    "Successfully trained",
    "We trained",
    "Training of",
)
MIDDLES = ("14 porters", "our  porters", "porters and  maids", "about 30% of the porters", "no fewer than 9 porters")
TAILS = (
    "",
    ".",
    ";",
    " at all times",
    " in order to save  $4K.",
    " on a daily basis",
    ", and I wrote the manual",
    " etc.",
)
BULLETS = st.builds("{} {}{}".format, st.sampled_from(HEADS), st.sampled_from(MIDDLES), st.sampled_from(TAILS))


def _says_no_less(before: FileResult, after: FileResult) -> None:
    for was, now in zip(before.bullets, after.bullets, strict=True):
        old, new = was.facts.text, now.facts.text
        assert RANKS[now.judgement.verdict] >= RANKS[was.judgement.verdict], (old, new)
        assert Counter(SHARED.findall(old.lower())) <= Counter(SHARED.findall(new.lower())), (old, new)
        assert _values(old) == _values(new), (old, new)


def _values(text: str) -> Counter[str]:
    """The numbers of a text."""
    return Counter(each.rstrip(".,").replace(",", "") for each in FIGURE.findall(text))


def _warnings(result: FileResult) -> set[tuple[int | None, str]]:
    least = Severity.WARNING.rank
    return {(each.bullet, each.code) for each in result.findings if each.severity.rank >= least}


@pytest.mark.slow
def test_fixtures(fix: Fix, tmp_path: Path) -> None:
    names = [str(path.relative_to(FORMATS)) for path in FIXTURES]
    shutil.copytree(FORMATS, tmp_path, dirs_exist_ok=True)
    first = fix(*names, unsafe=True)
    second = fix(*names, unsafe=True)
    assert sum(one.checked.fixed for one in first) > len(FORMAT_NAMES)
    assert [change.after.path for one in second for change in one.changes] == []
    for one, again in zip(first, second, strict=True):
        assert again.checked.result.findings == one.checked.result.findings


@pytest.mark.parametrize("unsafe", [False, True])
def test_any_bullets(engines: Engines, unsafe: bool) -> None:
    engine = engines.for_(Settings())

    def fixed(result: FileResult) -> Mended:
        return mended(engine, Settings(), result, unsafe=unsafe, sift=lambda each: each)

    @settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(st.lists(BULLETS, min_size=1, max_size=4, unique=True))
    def holds(bullets: list[str]) -> None:
        text = HEAD + "".join(f"- {bullet}\n" for bullet in bullets)
        before = engine.check_one(decode(text.encode(), "resume.txt"), Settings())
        once = fixed(before)
        assert once.notes == ()
        assert fixed(once.result).fixed.total() == 0
        _says_no_less(before, once.result)
        if not unsafe:
            assert _warnings(once.result) <= _warnings(before)

    holds()
