"""The comment for a pull request: short, folded, and nothing of it is markup, a link or a mention that is not ours."""

from __future__ import annotations

import re

import pytest
from checked_resumes import COOK, HOSTILE, HOSTILE_BULLETS, WAITER, checked_text
from handmade_results import checked, finding, unreadable, written
from handmade_rewrites import SPLIT, STRONG
from markdown_it import MarkdownIt
from msgspec.structs import replace
from report_pages import golden

from bulletcoach.model.finding import Severity
from bulletcoach.report import markdown
from bulletcoach.report.markdown import LIMIT
from bulletcoach.report.markdown_text import escaped_in_comment
from bulletcoach.report.rewrites import Shown
from bulletcoach.report.visible import visible
from bulletcoach.run import Checked

APART = "\u200b"  # as the entity &#8203; shows
GOOD = "EXPERIENCE\n\nCook, Bistro Amarant, 2019 - 2022\n- Cut food waste from 11% to 6% by weighing every bin\n"


def report(*results: Checked, rewrites: Shown = Shown.BEST) -> str:
    text = written(markdown.write, *results, rewrites=rewrites)
    assert len(text) <= LIMIT
    return text


def shown_text(source: str) -> str:
    """What is to be read once Markdown is rendered, with the raw HTML in it as it stands."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(source)
    return "\n".join(
        "".join(child.content if child.type != "softbreak" else "\n" for child in token.children or ())
        for token in tokens
        if token.type == "inline"
    )


def raw_html(source: str) -> list[str]:
    tokens = MarkdownIt("commonmark", {"html": True}).parse(source)
    inline = [child for token in tokens for child in token.children or ()]
    return [token.content.strip() for token in (*tokens, *inline) if token.type in ("html_block", "html_inline")]


def test_a_comment_word_for_word() -> None:
    results = (checked_text(COOK, "cook/cv.txt"), unreadable(), checked_text(WAITER, "waiter.txt"))
    golden("comment.md", report(*results))


def test_a_clean_run_is_one_friendly_line() -> None:
    one = checked_text(GOOD, level=Severity.ERROR)
    text = report(replace(one, result=replace(one.result, findings=())))
    counts = "1 bullet: 0 duties, 0 actions, 1 achievement. 1 of 1 carry a number (100%)."
    assert text == f"**bulletcoach: nothing to mend.** {counts}\n"
    assert report() == "**bulletcoach: nothing to mend.**\n"


def test_what_is_hidden_suppressed_or_known_is_counted() -> None:
    one = checked_text(COOK)
    silent = replace(one.result, suppressed=(finding(0, 0, 1),), known=(finding(0, 0, 1),) * 2)
    head = report(Checked(silent, one.settings)).split("\n\n")[1]
    assert "3 remarks of level info are hidden; --level info shows them." in head
    assert "Not shown: 1 suppressed and 2 known from the baseline." in head


def test_a_short_list_stands_open_and_a_long_one_is_folded() -> None:
    few = report(checked("- Ran it\n" * 3, *(finding(number, 0, 3) for number in range(3))))
    many = report(checked("- Ran it\n" * 4, *(finding(number, 0, 3) for number in range(4))))
    assert "<details>" not in few
    assert raw_html(many) == ["<details>\n<summary>4 findings</summary>", "</details>"]


def test_a_bullet_with_its_findings_and_its_rewrite() -> None:
    one = checked("- Responsible for [X%] of calls\n", finding(0, 0, 15), finding(0, 16, 20, code="BC508"))
    text = report(replace(one, result=replace(one.result, rewrites={0: (STRONG, SPLIT)})), rewrites=Shown.ALL)
    assert shown_text(text).split("\n")[2:] == [
        "line 1",
        "Responsible for [X%] of calls",
        "BC101 error: opens with a duty. Say what you did",
        "BC508 error: opens with a duty. Say what you did",
        "instead: Fielded [N daily] inbound calls and chats about billing, [cutting average handle time from X to Y]",
        "instead: Answered inbound calls and chats about billing",
        "and: Answered chats about billing",
        "note: the chats would do as a bullet of their own",
    ]


def test_findings_about_a_post_and_about_all_say_so() -> None:
    one = checked_text(COOK)
    about_post = replace(finding(0, 0, 1), bullet=None, span=None, entry=0)
    found = (about_post, replace(about_post, entry=None))
    text = shown_text(report(Checked(replace(one.result, findings=found, rewrites={}), one.settings)))
    assert "line 3\nLine Cook, Bistro Amarant\nBC101 error" in text
    assert "the whole résumé\nBC101 error" in text


def test_files_that_were_not_read_are_named() -> None:
    text = report(unreadable("a[b].txt"), checked("- Ran it\n"))
    assert text.startswith("### bulletcoach: nothing to mend in 2 files, 1 not read\n")
    assert "- a\\[b\\].txt: no such file or folder" in text


def test_notes_are_told() -> None:
    german = checked_text("- Verantwortlich für die Küche und die Ausbildung der neuen Köche im Hotel Adler\n" * 3)
    assert "the language looks like “de”" in shown_text(report(german))


@pytest.mark.parametrize("rewrites", [Shown.NONE, Shown.ALL])
def test_whatever_does_not_fit_is_counted(rewrites: Shown) -> None:
    bullets, files = 60, 30
    text = f"- Ran {'*' * 400}\n" * bullets
    one = checked(text, *(finding(number, 0, 3, message="<" * 50) for number in range(bullets)))
    one = replace(one, result=replace(one.result, rewrites=dict.fromkeys(range(bullets), (STRONG,))))
    long = report(*[one] * files, *[unreadable("gone" * 300)] * 40, rewrites=rewrites)
    assert len(long) > LIMIT * 0.85
    (left_out,) = re.findall(r"^(\d+) findings are left out here: a comment holds no more than 65,536", long, re.M)
    assert long.count("- `BC101`") + int(left_out) == bullets * files
    assert long.count("<details>") == long.count("</details>")
    (more,) = re.findall(r"^- and (\d+) more$", long, re.M)
    assert long.count("no such file or folder") + int(more) == 40


@pytest.mark.parametrize("room", range(50, 130))
def test_a_fold_is_closed_where_it_was_opened(monkeypatch: pytest.MonkeyPatch, room: int) -> None:
    monkeypatch.setattr("bulletcoach.report.markdown._ROOM", room)
    text = report(checked("- Ran it\n" * 4, *(finding(number, 0, 3) for number in range(4))))
    assert text.count("<details>") == text.count("</details>")


def test_a_long_path_or_bullet_does_not_break_it() -> None:
    text = report(checked(f"- {'Ran ' * 40_000}\n", finding(0, 0, 3), path="a" * 4_000))
    assert "left out" not in text


def test_nothing_that_others_wrote_is_markup() -> None:
    text = report(checked_text(HOSTILE, "<b>\x1b[2Jcv.txt", level=Severity.INFO))
    assert {html.split("\n")[0] for html in raw_html(text)} == {"<details>", "</details>"}
    shown = shown_text(text)
    for placed in checked_text(HOSTILE).result.bullets:
        assert visible(placed.bullet.text) in shown.replace(APART, "")
    assert "[X%]" in shown
    assert not {"\x1b", "\x9b", "\u202e", "\u2066", APART, "\u2028"} & set(text)


@pytest.mark.parametrize("bullet", HOSTILE_BULLETS)
def test_nothing_is_a_link_a_mention_or_a_picture(bullet: str) -> None:
    """GitHub and GitLab look for these in the text that is left when Markdown has been rendered."""
    shown = shown_text(escaped_in_comment(bullet))
    assert shown.replace(APART, "") == visible(bullet)
    assert not re.search(r"@\w|#\d|!\d|GH-\d|://|www\.\w|:\w+:", shown)
