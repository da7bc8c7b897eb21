"""Conversations: what follows a reply. A dialogue is a list of replies, each with the step that it leads to."""

from __future__ import annotations

import pytest

from bulletcoach.coaching.commands import Command, Given, command_in
from bulletcoach.coaching.moves import begun
from bulletcoach.coaching.session import Session
from bulletcoach.coaching.talk import Step, Talk
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.rewrite import Origin, Rewrite, RewriteKind
from coaching.hand_made import MINIMAL, NEEDY, SATISFACTION, STORY, STRONG, blank, case

# Each begins with its title; then come replies, the step that each leads to, and words of the notice if there is one;
# and last the text of the bullet.
DIALOGUES = """
all answered, the result before the size
    9 to 6 min                       ⇒ ask
    60                               ⇒ review
    yes                              ⇒ accepted
    = Answered 60 daily inbound calls and chats about billing, cutting average handle time from 9 to 6 min

a blank left out, and what is tied to it
    9 to 6 min                       ⇒ ask
    /skip                            ⇒ review
    y                                ⇒ accepted
    = Answered inbound calls and chats about billing, cutting average handle time from 9 to 6 min

all blanks left out
    /take                            ⇒ review
    /take                            ⇒ accepted
    = Answered inbound calls and chats about billing

a doubt, insisted on
    6 to 9 min                       ⇒ ask: did it really go up?
    6 to 9 min                       ⇒ ask
    60                               ⇒ review
    yes                              ⇒ accepted
    = Answered 60 daily inbound calls and chats about billing, cutting average handle time from 6 to 9 min

a unit asked for
    9 to 6                           ⇒ ask: in minutes?
    min                              ⇒ ask
    60                               ⇒ review
    YES                              ⇒ accepted
    = Answered 60 daily inbound calls and chats about billing, cutting average handle time from 9 to 6 min

words in the place of a size
    no                               ⇒ ask: says too little
    /skip                            ⇒ ask
    /unknown                         ⇒ choose
    2                                ⇒ ask
    so that nobody had to wait       ⇒ ask: a word or three fit there
    daily                            ⇒ review
    yes                              ⇒ accepted
    = Answered daily inbound calls and chats about billing

a refusal
    9 min                            ⇒ ask: Two numbers
    9 to 6 min                       ⇒ ask
    60                               ⇒ review
    yes                              ⇒ accepted
    = Answered 60 daily inbound calls and chats about billing, cutting average handle time from 9 to 6 min

an estimate instead
    I don’t know.                    ⇒ choose
    1                                ⇒ ask
    9 to 6 min                       ⇒ ask
    /skip                            ⇒ review
    yes                              ⇒ accepted
    = Answered inbound calls and chats about billing, cutting average handle time from about 9 to about 6 min

praise instead
    /unknown                         ⇒ choose
    nobody did                       ⇒ choose: a number from 1 to 5
    6                                ⇒ choose: a number from 1 to 5
    3                                ⇒ ask
    The manager praised it           ⇒ ask: It would read
    Praised by the branch manager.   ⇒ ask
    60                               ⇒ review
    yes                              ⇒ accepted
    = Answered 60 daily inbound calls and chats about billing, praised by the branch manager

one substitute after another, and none
    idk                              ⇒ choose
    4                                ⇒ ask
    not sure                         ⇒ choose
    2                                ⇒ ask
    /skip                            ⇒ ask
    /skip                            ⇒ review
    yes                              ⇒ accepted
    = Answered inbound calls and chats about billing

what the bullet says already
    idk                              ⇒ choose
    4                                ⇒ ask
    inbound                          ⇒ ask: says “inbound” already
    every day                        ⇒ ask
    idk                              ⇒ choose
    2                                ⇒ ask
    every day                        ⇒ ask: says “every day” already
    /skip                            ⇒ review
    yes                              ⇒ accepted
    = Answered inbound calls and chats about billing, every day

back, to other answers
    /back                            ⇒ ask: where this bullet begins
    7 to 6 min                       ⇒ ask
    /back                            ⇒ ask: Your answer was: 7 to 6 min
    9 to 6 min                       ⇒ ask
    40                               ⇒ review
    :back                            ⇒ ask: Your answer was: 40
    60                               ⇒ review
    yes                              ⇒ accepted
    = Answered 60 daily inbound calls and chats about billing, cutting average handle time from 9 to 6 min

another rewrite keeps the answers that it has room for
    9 to 6 min                       ⇒ ask
    60                               ⇒ review
    /other                           ⇒ ask
    The queue passed 90 calls        ⇒ review
    yes                              ⇒ accepted
    = When the queue passed 90 calls, answered inbound calls and chats about billing, cutting average handle time \
from 9 to 6 min

round to the one without blanks
    /other                           ⇒ ask
    /other                           ⇒ review
    /other                           ⇒ ask
    /back                            ⇒ review
    yes                              ⇒ accepted
    = Answered inbound calls and chats about billing

a text of one's own
    /own                             ⇒ own
    /help                            ⇒ own: /unknown
    Led  the billing line            ⇒ review
    no                               ⇒ review: /back, /other
    /own Led it for [N] months       ⇒ review: a blank in brackets
    /own Led it for two months       ⇒ review
    yes                              ⇒ accepted
    = Led it for two months

nothing new is nothing to accept
    /own Responsible for answering inbound calls and chats about billing  ⇒ review: stay as it is
    yes                              ⇒ review: stay as it is
    /next                            ⇒ left

stopped
    9 to 6 min                       ⇒ ask
    /unknown                         ⇒ choose
    /STOP                            ⇒ stopped

commands that are none, or none here
    /skp                             ⇒ ask: no command /skp; did you mean “skip”?
    /help                            ⇒ ask: /unknown
    /take                            ⇒ review
    /skip                            ⇒ review: belongs to a question
    /unknown                         ⇒ review: belongs to a question
    maybe                            ⇒ review: Type yes
    yes                              ⇒ accepted
    = Answered inbound calls and chats about billing
"""
BLOCKS = [block.split("\n    ") for block in DIALOGUES.strip().split("\n\n")]


@pytest.fixture(scope="module")
def session(lexicon: Lexicon) -> Session:
    return Session(lexicon)


@pytest.mark.parametrize("lines", [block[1:] for block in BLOCKS], ids=[block[0] for block in BLOCKS])
def test_dialogue(session: Session, lines: list[str]) -> None:
    talk = begun(case(STRONG, STORY, MINIMAL))
    for line in lines:
        if line.startswith("= "):
            assert talk.text == line.removeprefix("= ")
            continue
        reply, expected = line.split("⇒")
        step, _, notice = expected.strip().partition(": ")
        talk = session.replied(talk, reply)
        assert (reply, talk.step) == (reply, step)
        assert notice in "\n".join(talk.notice)
        assert bool(notice) == bool(talk.notice), talk.notice
    assert talk.is_over


@pytest.mark.parametrize(
    ("reply", "notice"), [(" \t ", "on one line"), ("x" * 700, "700 characters, and a bullet has room for 600")]
)
def test_what_is_no_text_of_ones_own(session: Session, reply: str, notice: str) -> None:
    talk = session.replied(session.replied(begun(case()), "/own"), reply)
    assert talk.step is Step.OWN
    assert notice in talk.notice[0]


def test_the_draft_shows_what_is_known_so_far(session: Session) -> None:
    talk = session.replied(begun(case()), "9 to 6 min")
    assert talk.text == (
        "Answered [N daily] inbound calls and chats about billing, cutting average handle time from 9 to 6 min"
    )
    assert [part.text for part in talk.draft if part.origin is Origin.ANSWER] == [
        "cutting average handle time from 9 to 6 min"
    ]
    assert [part.text for part in talk.draft if part.origin is Origin.SLOT] == ["[N daily]"]
    assert session.replied(begun(case()), "/skip").text.endswith("chats about billing")


def test_the_questions(session: Session) -> None:
    talk = begun(case())
    assert session.prompt(talk).place == (1, 2)
    prompt = session.prompt(talk)
    assert prompt.question == "Which figure shows it?"
    assert prompt.example == (
        "9 minutes to 7 minutes, or in your own words: cutting average handle time from 9 minutes to 7 minutes"
    )
    after = session.prompt(session.replied(talk, "9 to 6 min"))
    assert (after.question, after.place) == ("How many a day?", (2, 2))
    talk = session.replied(talk, "/unknown")
    choices = session.prompt(talk).choices
    assert len(choices) == 5
    assert "estimate" in choices[0]
    assert session.prompt(session.replied(talk, "3")).question == choices[2]


@pytest.mark.parametrize("command", ["/skip", "/take"])
def test_a_bullet_needs_its_act(session: Session, command: str) -> None:
    talk = session.replied(begun(case(NEEDY)), command)
    assert talk.step is Step.ASK
    assert "no act without" in talk.notice[0]
    talk = session.replied(talk, "Ran")
    assert talk.text == "Ran the returns desk"


def test_one_rewrite_has_no_other(session: Session) -> None:
    assert "no other rewrite" in session.replied(begun(case(STRONG)), "/other").notice[0]


def test_a_result_is_a_result_in_another_rewrite(session: Session) -> None:
    """What was measured another way still came of the act: it is not asked for twice."""
    other = Rewrite(RewriteKind.STORY, (*STRONG.parts[:-1], blank(SATISFACTION)))
    talk = begun(case(STRONG, other))
    for reply in ("9 to 6 min", "60", "/other"):
        talk = session.replied(talk, reply)
    assert talk.step is Step.REVIEW
    assert talk.text.endswith("cutting average handle time from 9 to 6 min")


def test_states_are_values(session: Session) -> None:
    """A reply makes a new state; the old one can be gone on from again."""
    start = begun(case())
    one, other = session.replied(start, "9 to 6 min"), session.replied(start, "9 to 7 min")
    assert (start.answers, one.text[-5:], other.text[-5:]) == ({}, "6 min", "7 min")


@pytest.mark.parametrize(
    ("reply", "given"),
    [
        ("/skip", Given(Command.SKIP)),
        (" :Skip ", Given(Command.SKIP)),
        ("/own Led  the desk ", Given(Command.OWN, "Led  the desk")),
        ("/nope", "nope"),
        ("skip", None),
        ("/", None),
        ("/ 5", None),
        ("/5", None),
        ("", None),
    ],
)
def test_commands(reply: str, given: object) -> None:
    assert command_in(reply) == given


def test_every_step_takes_every_command(session: Session) -> None:
    """No reply breaks a conversation, wherever it is given."""
    talks: list[Talk] = [begun(case()), begun(case(NEEDY, STORY))]
    for talk in talks:
        for reply in ["", "60", "9 to 6 min", "yes", "1", "?", "/own Led it", *(each.typed for each in Command)]:
            after = session.replied(talk, reply)
            assert isinstance(after.text, str)
            if not after.is_over:
                assert session.prompt(after).question
                if len(talks) < 120:
                    talks.append(after)
