"""Answers kept in a file: written and read again they are the same; a mistake in the file is named with its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from bulletcoach.coaching.moves import begun
from bulletcoach.coaching.session import Session
from bulletcoach.coaching.talk import Talk
from bulletcoach.coaching.transcript import Keeper, Kept, find, kept_of, names_of, parsed, read_transcript, written
from bulletcoach.errors import ConfigError
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.result import FileResult
from bulletcoach.model.rewrite import RewriteKind
from bulletcoach.tomlfile import TomlFile
from coaching.hand_made import CALLS, MINIMAL, STORY, STRONG, case, judged

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
ANSWERED = st.builds(
    Kept,
    TEXTS,
    st.sampled_from(["", "strong", "story-2"]),
    st.lists(TEXTS, max_size=4).map(tuple),
    nth=st.integers(1, 9),
    of=st.sampled_from([0, 9]),
)
NAMED = ANSWERED.map(lambda kept: replace(kept, blanks=tuple(f"N {number}" for number, _ in enumerate(kept.answers))))
OWNED = st.builds(Kept, TEXTS, own=TEXTS, nth=st.integers(1, 9))
AHT = "cutting average handle time from X to Y"


def read(text: str) -> tuple[Kept, ...]:
    return parsed(TomlFile.parse(text, "answers.toml", ConfigError))


@given(st.lists(ANSWERED | NAMED | OWNED, max_size=4))
def test_round_trip(kept: list[Kept]) -> None:
    assert read(written(kept)) == tuple(kept)


def test_what_it_looks_like() -> None:
    kept = [
        Kept('Wrote "the" list', "strong", ("60 a day", ""), ("N daily", "from X to Y")),
        Kept("Worked on various projects", own="Ran the counter", nth=2),
    ]
    assert written(kept) == (
        "[[bullet]]\n"
        'text = "Wrote \\"the\\" list"\n'
        'rewrite = "strong"\n'
        "answers = [\n"
        '    "60 a day",\n'
        '    "",\n'
        "]\n"
        "blanks = [\n"
        '    "N daily",\n'
        '    "from X to Y",\n'
        "]\n"
        "\n"
        "[[bullet]]\n"
        'text = "Worked on various projects"\n'
        "nth = 2\n"
        'own = "Ran the counter"\n'
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[bullet]]\ntext = 'a'\nanswer = []\n", "answers.toml:3: unknown key “answer”; did you mean “answers”?"),
        ("[[bullet]]\nown = 'a'\n", "answers.toml:1: missing key “text”"),
        ("[[bullet]]\ntext = 'a'\nown = 'b'\nanswers = ['c']\n", "answers.toml:1: a bullet has either"),
        ("[[bullet]]\ntext = 'a'\nanswers = [\n1]\n", "answers.toml:3: “answers” must be text, found 1"),
        ("[[bullet]]\ntext = 'a'\nnth = 0\n", "“nth” counts from 1"),
        ("[[bullet]]\ntext = 'a'\nnth = 3\nof = 2\n", "“nth” is 3, of 2"),
        ("[[bullet]]\ntext = 'a'\nanswers = ['b']\nblanks = ['N', 'X']\n", "1 “answers” and 2 “blanks”"),
        ("[[bullets]]\n", "answers.toml:1: unknown table “bullets”; did you mean “bullet”?"),
        ("[bullet]\ntext = 'a'\n", "with double brackets"),
        ("text = \n", "answers.toml:1: not valid TOML"),
    ],
)
def test_mistakes_are_named(text: str, message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        read(text)
    assert message in str(caught.value)


def talked(session: Session, *replies: str) -> Talk:
    talk = begun(case(STRONG, STORY, MINIMAL))
    for reply in replies:
        talk = session.replied(talk, reply)
    return talk


@pytest.mark.parametrize(
    ("replies", "kept"),
    [
        ([], None),
        (["9 to 6 min"], Kept(CALLS, "strong", ("9 to 6 min",), (AHT,))),
        (["9 to 6", "min", "60", "yes"], Kept(CALLS, "strong", ("60", "9 to 6 min"), ("N daily", AHT))),
        (["/unknown", "1", "9 to 6 min"], Kept(CALLS, "strong", ("about 9 to about 6 min",), (AHT,))),
        (["/take"], Kept(CALLS, "strong", ("", ""), ("N daily", AHT))),
        (["/other", "/skip"], Kept(CALLS, "story", ("",), (AHT,))),
        (["/other", "/other"], Kept(CALLS, "minimal")),
        (["60", "/own Led the line"], Kept(CALLS, own="Led the line")),
    ],
)
def test_what_is_kept(lexicon: Lexicon, replies: list[str], kept: Kept | None) -> None:
    assert kept_of(talked(Session(lexicon), *replies), FileResult("cv.txt", bullets=(judged(),))) == kept


def test_equal_bullets_are_counted(lexicon: Lexicon) -> None:
    bullets = tuple(judged(text, number=number) for number, text in enumerate([CALLS, "Led", CALLS]))
    result = FileResult("cv.txt", bullets=bullets)
    talk = begun(replace(case(STRONG), judged=bullets[2]))
    kept = kept_of(Session(lexicon).replied(talk, "/take"), result)
    assert kept == Kept(CALLS, "strong", ("", ""), ("N daily", AHT), nth=2, of=2)
    assert [find(each, result) for each in (kept, Kept(CALLS), Kept("Led"), Kept(CALLS, nth=3), Kept("x"))] == [
        2, 0, 1, None, None,
    ]  # fmt: skip


def test_one_of_equal_bullets_is_never_taken_for_another() -> None:
    """Once the first of two was rewritten, nobody can tell which one is left; answers without a count go in turn."""
    both = FileResult("cv.txt", bullets=(judged(number=0), judged(number=1)))
    left = FileResult("cv.txt", bullets=(judged(number=1),))
    first, later = Kept(CALLS, own="a", of=2), Kept(CALLS, own="b")
    assert (find(first, both), find(later, both, {0}), find(first, left), find(later, left)) == (0, 1, None, 1)


def test_answers_go_to_the_blanks_that_they_were_given_for() -> None:
    kept = Kept(CALLS, answers=("60", "9 to 6 min"), blanks=("N daily", AHT))
    assert [kept.answer_to(0, "N daily"), kept.answer_to(0, AHT), kept.answer_to(1, "other")] == [0, 1, None]
    assert [Kept(CALLS, answers=("60",)).answer_to(number, "any") for number in (0, 1)] == [0, None]


def test_rewrites_of_one_kind_are_numbered() -> None:
    assert names_of(case(STRONG, STORY, replace(STRONG, kind=RewriteKind.STORY))) == ["strong", "story", "story-2"]


def test_a_keeper_adds_and_replaces(tmp_path: Path) -> None:
    path = tmp_path / "answers.toml"
    Keeper(path).keep(Kept("one", own="1"))
    keeper = Keeper(path)
    keeper.keep(Kept("two", own="2"))
    keeper.keep(Kept("one", own="3"))
    assert read_transcript(path) == (Kept("one", own="3"), Kept("two", own="2"))


def test_a_keeper_writes_over_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "cv.txt"
    path.write_text("- Led things\n", encoding="utf-8")
    with pytest.raises(ConfigError, match="not valid TOML"):
        Keeper(path)
    with pytest.raises(ConfigError, match="no folder"):
        Keeper(tmp_path / "gone" / "answers.toml")
