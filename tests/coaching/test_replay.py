"""Whatever was replied in a sitting: its kept answers, given to the same résumé, come to the same bytes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bulletcoach.coaching.manuscript import Manuscript
from bulletcoach.coaching.plan import worth_coaching
from bulletcoach.coaching.sitting import Sitting
from bulletcoach.coaching.transcript import parsed, written
from bulletcoach.config import Settings
from bulletcoach.engine import Engine
from bulletcoach.errors import ConfigError
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.text import Span
from bulletcoach.readers import decode
from bulletcoach.tomlfile import TomlFile
from coaching.test_sitting import Script, Silent

RESUME = """\
# Marlow Quenby

## Experience

### **Customer Support Agent**, Foö Ltd — *March 2019 – May 2022*

* **Responsible for** answering inbound calls
  and `chats` about **billing**
* Was in charge of the *pickup counter* on weekends
    * Helped with onboarding of new associates.

### Clerk, Bar Inc, 2016 – 2019
* Was in charge of the *pickup counter* on weekends
""".replace("\n", "\r\n")
REPLIES = [
    "60", "40 a week", "9 to 6 min", "9 to 6", "min", "%", "6 to 9 min", "60% to 80%", "by 20%", "$40 to $2",
    "idk", "1", "2", "3", "4", "5", "/skip", "/other", "/back", "/take", "/next", "yes", "yes", "yes", "no", "",
    "Wrote the checklist.", "rewrote the macros", "praised by the manager in 2020", "so that nobody waited",
    "every morning", "daily", "“quoted”",
    "**9** to 6 min in a month", "a backlog of 40 cases", "日本 9 to 6 min", "[x]", "\x1b[31m9 to 6 min",
    "/own Ran the desk, cutting the wait from 9 minutes to 4", "/own x",
]  # fmt: skip


@pytest.fixture(scope="module")
def opened(lexicon: Lexicon) -> Callable[[str], Manuscript]:
    def read(text: str = RESUME) -> Manuscript:
        source = decode(text.encode("cp1252"), "cv.md")
        return Manuscript(source, Engine(lexicon), Settings(), backup=False, keep=True)

    return read


@settings(max_examples=5, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.sampled_from(REPLIES), min_size=6, max_size=40))
def test_kept_answers_replay_to_the_same_bytes(
    opened: Callable[..., Manuscript], lexicon: Lexicon, replies: list[str]
) -> None:
    manuscript = opened()
    sitting = Sitting(manuscript, Silent())
    sitting.hold(worth_coaching(manuscript.result), [], Script(*replies))
    kept = parsed(TomlFile.parse(written(sitting.accepted), "answers.toml", ConfigError))

    again = opened()
    Sitting(again, Silent()).hold([], kept, None)
    assert again.source.data == manuscript.source.data

    # nothing changed but the bullets that were accepted, and the verdicts shown are those of a fresh check
    changed = {bullet.bullet.text for bullet in sitting.before.bullets} - {
        bullet.bullet.text for bullet in manuscript.result.bullets
    }
    assert len(changed) <= len(sitting.accepted)
    assert outside_bullets(manuscript) == outside_bullets(opened())
    fresh = Engine(lexicon).check_one(decode(manuscript.source.data, "cv.md"), Settings())
    assert [one.judgement for one in fresh.bullets] == [one.judgement for one in manuscript.result.bullets]


def test_kept_answers_find_their_bullets_in_a_resume_that_was_changed(opened: Callable[..., Manuscript]) -> None:
    manuscript = opened()
    sitting = Sitting(manuscript, Silent())
    sitting.hold([0, 3], [], Script("9 to 6 min", "60", "", "yes", "12 to 5 min", "", "yes"))
    assert len(sitting.accepted) == 2
    old, more = "* **Responsible for** answering inbound calls\r\n  and", "* Chaired the works council\r\n\r\n"
    other = opened(RESUME.replace(old, f"{more}* Responsible for answering inbound calls and"))
    Sitting(other, Silent()).hold([], sitting.accepted, None)
    assert [one.bullet.text for one in other.result.bullets] == [
        "Chaired the works council",
        *(one.bullet.text for one in manuscript.result.bullets),
    ]


def outside_bullets(manuscript: Manuscript) -> list[str]:
    """The source between the bullets."""
    spans = [bullet.bullet.span for bullet in manuscript.result.bullets]
    edges = [0, *(edge for span in spans for edge in (span.start, span.end)), len(manuscript.source.text)]
    return [Span(*pair).of(manuscript.source.text) for pair in zip(edges[::2], edges[1::2], strict=True)]
