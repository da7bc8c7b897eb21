"""Known findings apart from new ones, in whole résumés; what is not found any more, and what is taken out."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

import pytest
from baseline.conftest import Check
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bulletcoach.baseline import Recorded, Sieve, record
from bulletcoach.baseline.file import read_baseline
from bulletcoach.config import Settings
from bulletcoach.model.finding import Finding
from bulletcoach.model.judgement import Profile
from bulletcoach.run import Checked
from bulletcoach.selection import Selection

# Rules that look at one bullet alone: those that compare bullets may point at another one when the order changes.
ALONE = Selection(("BC1", "BC201", "BC3", "BC4", "BC501", "BC502", "BC503"))
BULLETS = (
    "Responsible for the museum's cloakroom and its two attendants during the winter season",
    "Handled visitors' questions on the audio guides, mostly in French and in Polish",
    "Various duties as assigned, such as opening the galleries and closing them at night",
    "Helped with the refit of the ship model room, working closely with the carpenters",
    "Cut queues at the main entrance by 40% in 2018 by selling family tickets at a second desk",
    "I was tasked with counting the takings of the shop every evening before the vans came",
)


def resume(bullets: Iterable[str], above: str = "", between: str = "") -> str:
    listed = between.join(f"- {bullet}\n" for bullet in bullets)
    return f"Wanda Broniewska\n{above}\nEXPERIENCE\n\nMuseum Attendant, Tyne Maritime Museum, 2015 - 2019\n{listed}"


def recorded(checked: Iterable[Checked], path: Path) -> Settings:
    """The settings with a baseline of these results."""
    assert record(checked, path) is not None
    return Settings(selection=ALONE, baseline=path)


def rules(findings: Iterable[Finding]) -> list[str]:
    return sorted(finding.code for finding in findings)


@pytest.fixture
def known(check: Check, tmp_path: Path) -> Settings:
    (tmp_path / "cv.txt").touch()
    return recorded([check(resume(BULLETS), tmp_path / "cv.txt", Settings(selection=ALONE))], tmp_path / "known.json")


@pytest.fixture
def sift(check: Check, tmp_path: Path, known: Settings) -> Check:
    """`sift(text)`: the findings of a text that are new against the baseline of `BULLETS`, and those that are known."""
    return lambda text: Sieve().sift(check(text, tmp_path / "cv.txt", known))


def test_what_was_recorded_is_known(sift: Check) -> None:
    result = sift(resume(BULLETS)).result
    assert (result.findings, len(result.known) > 10) == ((), True)


def test_findings_of_every_severity_are_recorded(check: Check, sift: Check) -> None:
    everything = check(resume(BULLETS), "cv.txt", Settings(selection=ALONE)).result.findings
    assert {finding.severity.value for finding in everything} == {"error", "warning", "info"}
    assert sift(resume(BULLETS)).result.known == everything


FUNCTION_FIXTURES = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@FUNCTION_FIXTURES
@given(
    bullets=st.permutations(BULLETS),
    above=st.sampled_from(["", "\n\n\n", "12 Harbour Row, South Shields\n\n", "SKILLS\n\nPolish, French, BSL\n\n"]),
    between=st.sampled_from(["", "\n"]),
)
def test_order_and_lines_do_not_matter(sift: Check, bullets: list[str], above: str, between: str) -> None:
    assert sift(resume(bullets, above, between)).result.findings == ()


@FUNCTION_FIXTURES
@given(width=st.integers(24, 100))
def test_line_breaks_do_not_matter(sift: Check, width: int) -> None:
    import textwrap

    wrapped = ["\n  ".join(textwrap.wrap(bullet, width, break_on_hyphens=False)) for bullet in BULLETS]
    assert sift(resume(wrapped)).result.findings == ()


@pytest.mark.parametrize("number", range(len(BULLETS)))
def test_a_second_copy_of_a_bullet_is_new_with_its_own_findings_alone(check: Check, sift: Check, number: int) -> None:
    own = check(f"- {BULLETS[number]}", "cv.txt", Settings(selection=ALONE)).result.findings
    copied = sift(resume([*BULLETS, BULLETS[number]])).result
    assert rules(copied.findings) == rules(own)
    assert {finding.bullet for finding in copied.findings} <= {len(BULLETS)}


def test_an_edit_stays_known_and_a_new_bullet_is_new(check: Check, sift: Check) -> None:
    edited = BULLETS[0].replace("two attendants", "three young attendants")
    new = "Responsible for the school groups"
    own = check(f"- {new}", "cv.txt", Settings(selection=ALONE)).result.findings
    result = sift(resume([edited, *BULLETS[1:], new])).result
    assert rules(result.findings) == rules(own)


def test_the_baseline_is_the_same_however_often_and_in_whatever_order_it_is_written(
    check: Check, tmp_path: Path
) -> None:
    texts = {"a.txt": BULLETS[:3], "sub/b.txt": BULLETS[3:], "z.txt": BULLETS[:1] * 2}
    results = [check(resume(bullets), tmp_path / name) for name, bullets in texts.items()]
    first = tmp_path / "known.json"
    assert record(results, first) == Recorded(sum(len(one.result.findings) for one in results), 3)
    data = first.read_bytes()
    assert record(results, first)
    assert first.read_bytes() == data
    assert record(reversed(results), tmp_path / "second.json")
    assert (tmp_path / "second.json").read_bytes() == data


def test_nothing_is_written_where_a_file_cannot_be_read(check: Check, tmp_path: Path) -> None:
    one = check(resume(BULLETS), tmp_path / "cv.txt")
    broken = replace(one, result=replace(one.result, errors=("cv.txt: cannot be read",)))
    assert record([one, broken], tmp_path / "known.json") is None
    assert not (tmp_path / "known.json").exists()


def test_what_is_mended_is_stale_and_is_taken_out(check: Check, tmp_path: Path, known: Settings) -> None:
    path = tmp_path / "known.json"
    before = read_baseline(path)
    gone = [key for key in before if key.bullet.startswith("various duties")]
    sieve = Sieve()
    sieve.sift(check(resume([*BULLETS[:2], *BULLETS[3:]]), tmp_path / "cv.txt", known))
    assert sieve.stale() == {path: gone}
    sieve.prune()
    assert read_baseline(path) == [key for key in before if key not in gone]
    data = path.read_bytes()
    sieve = Sieve()
    sieve.sift(check(resume([*BULLETS[:2], *BULLETS[3:]]), tmp_path / "cv.txt", known))
    assert sieve.stale() == {}
    sieve.prune()
    assert path.read_bytes() == data


def test_one_of_two_equal_ones_is_stale(check: Check, tmp_path: Path) -> None:
    settings = recorded(
        [check(resume(BULLETS[:1] * 2), tmp_path / "cv.txt", Settings(selection=ALONE))], tmp_path / "k"
    )
    sieve = Sieve()
    sieve.sift(check(resume(BULLETS[:1]), tmp_path / "cv.txt", settings))
    assert len(sieve.stale()[tmp_path / "k"]) * 2 == len(read_baseline(tmp_path / "k"))


@pytest.mark.parametrize(
    ("changes", "looked_for"),
    [
        ({"selection": Selection(("BC502",))}, {"BC502"}),
        ({"profile": Profile.FEDERAL}, set()),  # which has nothing to say about duties
        ({"language": "de"}, set()),
    ],
)
def test_only_what_was_looked_for_can_be_stale(
    check: Check, tmp_path: Path, known: Settings, changes: dict[str, object], looked_for: set[str]
) -> None:
    sieve = Sieve()
    sieve.sift(check(resume(()), tmp_path / "cv.txt", replace(known, **changes)))
    stale = {key.rule for keys in sieve.stale().values() for key in keys}
    assert "BC101" not in stale
    assert looked_for <= stale


def test_a_partial_run_leaves_other_files_alone_unless_they_are_gone(check: Check, tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).touch()
    path = tmp_path / "known.json"
    names = ("a.txt", "b.txt", "c.txt", "<stdin>")
    alone = Settings(selection=ALONE)
    settings = recorded(
        [check(resume(BULLETS[:2]), name if name == "<stdin>" else tmp_path / name, alone) for name in names], path
    )
    (tmp_path / "c.txt").unlink()
    sieve = Sieve()
    sieve.sift(check(resume(BULLETS[:2]), tmp_path / "a.txt", settings))
    assert {key.file for key in sieve.stale()[path]} == {"c.txt"}
    sieve.prune()
    assert {key.file for key in read_baseline(path)} == {"a.txt", "b.txt", "<stdin>"}


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_file_is_there_however_its_accents_are_spelt(
    check: Check, tmp_path: Path, form: Literal["NFC", "NFD"]
) -> None:
    other, mine = tmp_path / unicodedata.normalize(form, "résumé.txt"), tmp_path / "cv.txt"
    other.touch()
    settings = recorded([check(resume(BULLETS), path) for path in (other, mine)], tmp_path / "known.json")
    sieve = Sieve()
    sieve.sift(check(resume(BULLETS), mine, settings))
    assert sieve.stale() == {}


def test_a_broken_baseline_is_an_error_of_every_file_that_names_it(check: Check, tmp_path: Path) -> None:
    sieve = Sieve()
    settings = Settings(baseline=tmp_path / "gone.json")
    results = [sieve.sift(check(resume(BULLETS), name, settings)).result for name in ("a.txt", "b.txt")]
    assert {error for result in results for error in result.errors} == {results[0].errors[0]}
    assert "there is no such baseline" in results[0].errors[0]
    assert sieve.stale() == {}


MAIN = r"""\documentclass{article}
\begin{document}
\section{Experience}
\input{posts}
\end{document}
"""
PART = r"""\textbf{Museum Attendant}, Tyne Maritime Museum, 2015 -- 2019
\begin{itemize}
  \item Responsible for the cloakroom
  \item Responsible for the audio guides
\end{itemize}
"""


def test_a_part_of_two_resumes_is_written_down_once_and_known_to_both(tmp_path: Path) -> None:
    from bulletcoach.config import Configuration, Options
    from bulletcoach.inputs import find_inputs
    from bulletcoach.run import run

    (tmp_path / "posts.tex").write_text(PART, encoding="utf-8")
    for name in ("resume-long.tex", "resume-short.tex"):
        (tmp_path / name).write_text(MAIN, encoding="utf-8")
    path = tmp_path / "known.json"
    configuration = Configuration(Options(select=("BC101",)), isolated=True)
    names = [str(tmp_path / "resume-long.tex"), str(tmp_path / "resume-short.tex")]
    results = list(run(find_inputs(names), configuration))
    assert [len(one.result.findings) for one in results] == [2, 2]
    assert record(results, path) == Recorded(2, 1)
    assert {key.file for key in read_baseline(path)} == {"posts.tex"}
    for together in (results, results[:1], results[1:]):
        sieve = Sieve()
        sifted = [sieve.sift(replace(one, settings=replace(one.settings, baseline=path))) for one in together]
        assert [one.result.findings for one in sifted] == [()] * len(together)
        assert [len(one.result.known) for one in sifted] == [2] * len(together)
        assert sieve.stale() == {}


def test_new_and_known_together_are_all_there_are(check: Check, sift: Check) -> None:
    text = resume([*BULLETS[2:], "Responsible for the school groups"])
    result = sift(text).result
    everything = check(text, "cv.txt", Settings(selection=ALONE)).result.findings
    assert Counter((*result.findings, *result.known)) == Counter(everything)
    assert list(result.findings) == [finding for finding in everything if finding in result.findings]


def test_remarks_about_comments_are_known_by_their_file(check: Check, tmp_path: Path) -> None:
    idle = "<!-- bulletcoach: ignore[BC307] no figures here -->\n"
    text = f"# Wanda Broniewska\n\n## Experience\n\n{idle}- Sold 40 tickets a day\n"
    only = Settings(selection=Selection(("BC901", "BC307")))
    path = tmp_path / "cv.md"
    assert record([check(text, path, only)], tmp_path / "known.json") == Recorded(1, 1)
    assert [(key.file, key.rule) for key in read_baseline(tmp_path / "known.json")] == [("cv.md", "BC901")]
    known = replace(only, baseline=tmp_path / "known.json")
    edited = text.replace("no figures", "none")
    for changed, new in ((f"\n\n{text}", 0), (edited, 0), (f"{text}\n{idle}- Sold maps\n", 1)):
        assert len(Sieve().sift(check(changed, path, known)).result.findings) == new
