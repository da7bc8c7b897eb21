"""A sitting over a real file: what is written when, and what is not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bulletcoach.coaching.manuscript import Manuscript, Trial
from bulletcoach.coaching.moves import begun
from bulletcoach.coaching.plan import Case
from bulletcoach.coaching.replies import Replayed
from bulletcoach.coaching.session import Prompt, Session
from bulletcoach.coaching.sitting import Sitting
from bulletcoach.coaching.talk import Step, Talk
from bulletcoach.coaching.transcript import Kept
from bulletcoach.config import Settings
from bulletcoach.engine import Engine
from bulletcoach.errors import EditError
from bulletcoach.inputs import Input, InputProblem, read_input
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.judgement import Verdict
from coaching.hand_made import CALLS, MINIMAL, NEEDY, STORY, STRONG, case

RESUME = "EXPERIENCE\n\nClerk, Foo Ltd, 2019 – 2021\n- Responsible for the desk\n- Responsible for the phones\n"
DESK = "Ran the desk, cutting the wait from 9 minutes to 4"
PHONES = "Answered 60 calls a day at 94% CSAT"


class Silent:
    """Shows nothing, remembers all."""

    def __init__(self) -> None:
        self.told: list[str] = []
        self.trials: list[Trial] = []

    def opened(self, case: Case, place: tuple[int, int]) -> None:
        self.told.append(f"{place[0]}/{place[1]} {case.text}")

    def asked(self, talk: Talk, prompt: Prompt) -> None: ...

    def reviewed(self, talk: Talk, trial: Trial, prompt: Prompt) -> None:  # noqa: ARG002 - what a listener is told
        self.trials.append(trial)

    def replied(self, reply: str) -> None: ...

    def accepted(self, case: Case, text: str, trial: Trial) -> None:  # noqa: ARG002
        self.told.append(f"= {text}")

    def noted(self, note: str) -> None: ...


class Script:
    """Gives these replies; one that can be called is called, and the next one given."""

    def __init__(self, *replies: str | Callable[[], None] | BaseException) -> None:
        self._replies = list(replies)

    def reply(self, talk: Talk) -> str:  # noqa: ARG002 - the same for every state
        while self._replies:
            reply = self._replies.pop(0)
            if isinstance(reply, str):
                return reply
            if isinstance(reply, BaseException):
                raise reply
            reply()
        raise EOFError


@pytest.fixture
def opened(lexicon: Lexicon, tmp_path: Path) -> Callable[..., Manuscript]:
    def read(data: bytes = RESUME.encode(), *, keep: bool = False) -> Manuscript:
        path = tmp_path / "cv.txt"
        path.write_bytes(data)
        found = read_input(Input(str(path), path))
        assert not isinstance(found, InputProblem)
        return Manuscript(found, Engine(lexicon), Settings(), backup=False, keep=keep)

    return read


def test_every_bullet_is_written_when_it_is_accepted(opened: Callable[..., Manuscript]) -> None:
    manuscript, silent = opened(), Silent()
    path = Path(manuscript.path)
    between: list[str] = []
    script = Script(
        f"/own {DESK}", "yes", lambda: between.append(path.read_text(encoding="utf-8")), f"/own {PHONES}", "yes"
    )
    sitting = Sitting(manuscript, silent)
    sitting.hold([0, 1], [], script)
    once = RESUME.replace("Responsible for the desk", DESK)
    assert between == [once]
    assert path.read_text(encoding="utf-8") == once.replace("Responsible for the phones", PHONES)
    assert silent.told == ["1/2 Responsible for the desk", f"= {DESK}", "2/2 Responsible for the phones", f"= {PHONES}"]
    assert [bullet.judgement.verdict for bullet in manuscript.result.bullets] == [Verdict.ACHIEVEMENT] * 2
    assert (sitting.unfinished, len(sitting.accepted)) == (None, 2)


@pytest.mark.parametrize("end", [KeyboardInterrupt(), EOFError(), "/stop"], ids=["ctrl-c", "end", "stop"])
def test_what_was_not_accepted_is_not_written_and_not_lost(
    opened: Callable[..., Manuscript], end: str | BaseException
) -> None:
    manuscript = opened()
    sitting = Sitting(manuscript, Silent())
    script = Script(f"/own {DESK}", "yes", f"/own {PHONES}", end)
    try:
        sitting.hold([0, 1], [], script)
    except KeyboardInterrupt:
        assert isinstance(end, KeyboardInterrupt)
    assert Path(manuscript.path).read_text(encoding="utf-8") == RESUME.replace("Responsible for the desk", DESK)
    assert sitting.unfinished == Kept("Responsible for the phones", own=PHONES)


def test_a_file_that_changed_meanwhile_is_left_alone(opened: Callable[..., Manuscript]) -> None:
    manuscript = opened()
    path = Path(manuscript.path)
    sitting = Sitting(manuscript, Silent())

    def change() -> None:
        path.write_bytes(b"- Led\n")

    script = Script(f"/own {DESK}", change, "yes")
    with pytest.raises(EditError):
        sitting.hold([0], [], script)
    assert path.read_bytes() == b"- Led\n"
    assert sitting.unfinished == Kept("Responsible for the desk", own=DESK)


def test_a_text_that_cannot_be_written_is_judged_and_handed_over(opened: Callable[..., Manuscript]) -> None:
    data = RESUME.encode("cp1252")
    manuscript, silent = opened(data), Silent()
    Sitting(manuscript, silent).hold([0], [], Script("/own Sold 94% of the 日本 maps", "yes"))
    assert Path(manuscript.path).read_bytes() == data
    (trial,) = silent.trials
    assert "日" in trial.hindrance
    assert trial.judged is not None
    assert trial.judged.bullet.text == "Sold 94% of the 日本 maps"
    assert silent.told[-1] == "= Sold 94% of the 日本 maps"


def test_what_is_only_kept_in_memory(opened: Callable[..., Manuscript]) -> None:
    manuscript = opened(keep=True)
    Sitting(manuscript, Silent()).hold([0, 1], [], Script(f"/own {DESK}", "yes", f"/own {PHONES}", "yes"))
    assert Path(manuscript.path).read_text(encoding="utf-8") == RESUME
    assert manuscript.diff().count("\n+- ") == 2


def replayed(lexicon: Lexicon, kept: Kept, rewrite: int = 0) -> Talk:
    """The end of a talk in which only kept answers reply."""
    session, talk = Session(lexicon), begun(case(STRONG, STORY, MINIMAL, NEEDY), rewrite)
    replies = Replayed(kept, None, print)
    for _ in range(30):
        if talk.is_over:
            return talk
        talk = session.replied(talk, replies.reply(talk))
    raise AssertionError("it does not end")


SIZED = "Answered 60 daily inbound calls and chats about billing"


@pytest.mark.parametrize(
    ("answers", "rewrite", "text"),
    [
        (("60", "9 to 6 min"), 0, f"{SIZED}, cutting average handle time from 9 to 6 min"),
        (("60",), 0, SIZED),
        (("60", "6 to 9 min"), 0, f"{SIZED}, cutting average handle time from 6 to 9 min"),  # doubted, and insisted on
        (("60", "9 min"), 0, SIZED),  # refused
        (("60", "I don't know"), 0, SIZED),
        (("60", "", "too many"), 0, SIZED),
        ((), 2, "Answered inbound calls and chats about billing"),
        (("Ran",), 3, "Ran the returns desk"),
        (("",), 3, None),  # it has no act without the answer
    ],
)
def test_kept_answers_reply_by_themselves(
    lexicon: Lexicon, answers: tuple[str, ...], rewrite: int, text: str | None
) -> None:
    talk = replayed(lexicon, Kept(CALLS, answers=answers), rewrite)
    assert (talk.text if talk.step is Step.ACCEPTED else None) == text


def test_a_kept_text_of_ones_own(lexicon: Lexicon) -> None:
    assert replayed(lexicon, Kept(CALLS, own="Led it")).text == "Led it"
    assert replayed(lexicon, Kept(CALLS, own=CALLS)).step is Step.LEFT  # it says nothing new


COUNTER = "EXPERIENCE\n\nClerk, Foo Ltd, 2019 – 2021\n- Was in charge of the pickup counter on weekends\n"
RAN = "Ran the pickup counter on weekends, cutting the average wait from 12 to 5 min"


@pytest.mark.parametrize(
    ("replies", "text"),
    [
        (["12 to 5 min", "opened a second till", "yes"], f"{RAN} by opening a second till"),
        (["12 to 5 min", "", "yes"], RAN),  # Enter leaves it out
        (["12 to 5 min", "no", "yes"], RAN),
        (["12 to 5 min", "/unknown", "1", "using the new scanner", "yes"], f"{RAN} by using the new scanner"),
        (["12 to 5 min", "opened a till", "/back", "opened two tills", "yes"], f"{RAN} by opening two tills"),
        (["by 30%", "opening a till", "yes"], f"{RAN.partition(' from')[0]} by 30% through opening a till"),
        # what made it hard, where the way it was done is told
        (
            ["cut the wait from 12 to 5 min by opening a till", "a missing colleague", "yes"],
            f"{RAN} by opening a till despite a missing colleague",
        ),
        # no question without a result, behind praise, and after /take
        (["/skip", "yes"], "Ran the pickup counter on weekends"),
        (
            ["named employee of the month in May 2020", "yes"],
            "Ran the pickup counter on weekends, named employee of the month in May 2020",
        ),
        (["/take", "yes"], "Ran the pickup counter on weekends"),
    ],
)
def test_one_question_more(opened: Callable[..., Manuscript], replies: list[str], text: str) -> None:
    """Where a bullet is an achievement by its result, the way is asked for, once, and may be left out."""
    manuscript, silent = opened(COUNTER.encode(), keep=True), Silent()
    sitting = Sitting(manuscript, silent)
    sitting.hold([0], [], Script(*replies))
    assert silent.told[-1] == f"= {text}"
    again = Silent()
    Sitting(opened(COUNTER.encode(), keep=True), again).hold([], sitting.accepted, None)
    assert again.told[-1] == silent.told[-1]  # and a replay asks and answers as much


def test_an_answer_that_makes_it_worse_is_left_out(opened: Callable[..., Manuscript]) -> None:
    manuscript, silent = opened(COUNTER.encode(), keep=True), Silent()
    long = "opened a second till, moved the shelves, wrote a list, trained two clerks and asked for help on Saturdays"
    Sitting(manuscript, silent).hold([0], [], Script("12 to 5 min", f"{long} and on most of the Sundays", "yes"))
    assert silent.told[-1] == f"= {RAN}"
