"""The page of a résumé: what stands on it, and that nothing of what others wrote is markup."""

from __future__ import annotations

import re

import pytest
from checked_resumes import COOK, HOSTILE, HOSTILE_BULLETS, checked_text
from handmade_results import checked, finding, unreadable, written
from handmade_rewrites import HOSTILE as HOSTILE_REWRITE
from handmade_rewrites import SPLIT, STRONG
from msgspec.structs import replace
from parsed_page import Node, parsed
from report_pages import golden

from bulletcoach.errors import OutputError
from bulletcoach.model.finding import Severity
from bulletcoach.report.html import publishing
from bulletcoach.report.rewrites import Shown
from bulletcoach.report.visible import visible
from bulletcoach.run import Checked

ELEMENTS = frozenset(
    {
        "html", "head", "meta", "title", "style", "body", "header", "main", "footer", "section", "article", "h1", "h2",
        "h3", "h4", "p", "div", "span", "a", "b", "q", "sup", "dl", "dt", "dd", "ul", "ol", "li", "blockquote",
    }
)  # fmt: skip
ATTRIBUTES = frozenset(
    {"lang", "charset", "http-equiv", "content", "name", "class", "id", "href", "title", "aria-hidden", "style", "dir"}
)


def page(one: Checked, rewrites: Shown = Shown.BEST) -> Node:
    """The page, which holds no element and no attribute but ours."""
    root = parsed(written(publishing.write, one, rewrites=rewrites).removeprefix("<!DOCTYPE html>"))
    assert {node.tag for node in root.all()} <= ELEMENTS
    assert {name for node in root.all() for name in node.attributes} <= ATTRIBUTES
    ids = [node.attributes["id"] for node in root.all() if "id" in node.attributes]
    assert len(set(ids)) == len(ids)
    for link in root.all("a"):
        assert (link.attributes["href"] or "").removeprefix("#") in ids
    for node in root.all():
        assert re.fullmatch(r"flex-grow: \d+", node.attributes.get("style") or "flex-grow: 1")
    return root


def words(node: Node) -> str:
    return " ".join(node.text.split())


def test_a_page_word_for_word() -> None:
    golden("cook.html", written(publishing.write, checked_text(COOK, "cook/cv.txt", Severity.WARNING)))


def test_the_same_résumé_makes_the_same_page() -> None:
    assert written(publishing.write, checked_text(COOK)) == written(publishing.write, checked_text(COOK))


def test_the_head_forbids_whatever_is_not_there() -> None:
    root = page(checked_text(COOK, "cook/cv.txt"))
    metas = [node.attributes for node in root.all("meta")]
    policy = {"http-equiv": "Content-Security-Policy", "content": "default-src 'none'; style-src 'unsafe-inline'"}
    assert policy in metas
    assert {"name": "viewport", "content": "width=device-width, initial-scale=1"} in metas
    assert root.one("html").attributes["lang"] == "en"
    assert root.one("title").text == "cv.txt – bulletcoach"
    assert [words(head) for head in root.all("h1")] == ["cv.txt"]


def test_the_verdicts_at_a_glance() -> None:
    root = page(checked_text(COOK))
    assert [words(row) for row in root.one("dl", "verdicts").all("dt")] == ["● 1 achievement", "◐ 1 action", "○ 1 duty"]
    assert [piece.attributes["style"] for piece in root.one("div", "bar").all("span")] == ["flex-grow: 1"] * 3
    overview = words(root.one("section", "overview"))
    assert "Numbers: 2 of 3 bullets carry a number (67%)." in overview
    assert "Good as it is: “Cut food waste from 11% to 6% by weighing every …”." in overview
    assert "Where to begin: Line Cook (" in overview


def test_each_bullet_has_its_verdict_its_reason_and_its_parts() -> None:
    duty, action, achievement = page(checked_text(COOK)).all("article")
    assert words(duty.one("p", "head")).startswith("○ duty “Responsible for” gives no act of your own")
    assert words(action.one("div", "numbers")) == "Numbers for how big or how often: 180"
    assert words(achievement.one("span", "badge")) == "● achievement"
    assert [words(part) for part in achievement.one("blockquote").all("span", "part")] == [
        "RCut food waste from 11% to 6%",
        "Mby weighing every bin for a month",
    ]
    assert "11% to 6%" in words(achievement.one("div", "numbers"))


def test_findings_lead_to_their_rules() -> None:
    root = page(checked_text(COOK))
    first = root.all("article")[0].one("ul", "findings").all("li")[0]
    assert words(first).startswith("✖ error BC101 “Responsible for” says what the job was, not what you did.")
    assert first.one("a").attributes["href"] == "#BC101"
    (rule,) = [node for node in root.all("div", "entry") if node.attributes.get("id") == "BC101"]
    assert words(rule.one("h4")) == "BC101 duty-opener ✖ error"
    assert "Instead of" in words(rule)


def test_blanks_are_numbered_like_the_questions_that_fill_them() -> None:
    one = checked("- Responsible for calls\n", finding(0, 0, 15))
    one = replace(one, result=replace(one.result, rewrites={0: (STRONG, SPLIT)}))
    strong = page(one).one("div", "rewrite")
    assert [words(blank) for blank in strong.all("span", "blank")] == [
        "[N daily]1",
        "[cutting average handle time from X to Y]2",
    ]
    assert [words(ask) for ask in strong.one("ol", "questions").all("li")] == [
        "How many a day?",
        "From how many minutes to how many?",
    ]
    _, split = page(one, Shown.ALL).all("div", "rewrite")
    assert words(split.all("p", "wording")[1]) == "and Answered chats about billing"
    assert words(split.one("p", "note")) == "the chats would do as a bullet of their own"
    assert page(one, Shown.NONE).all("div", "rewrite") == []


def test_findings_about_a_post_and_about_all_stand_where_they_belong() -> None:
    text = COOK.replace("- Plated", "- I plated")
    one = checked_text(text)
    about_post = replace(finding(0, 0, 1, code="BC604", message="too many"), bullet=None, span=None, entry=0)
    about_all = replace(about_post, entry=None, message="all of it")
    root = page(Checked(replace(one.result, findings=(about_post, about_all)), one.settings))
    entry = root.one("section", "entry")
    assert entry.attributes["id"] == "entry-1"
    assert "too many" in words(entry)
    assert "all of it" in words(root.one("section", "overview"))


def test_what_is_not_judged_is_there_and_said() -> None:
    german = checked_text("- Verantwortlich für die Küche und die Ausbildung der neuen Köche im Hotel Adler\n" * 3)
    root = page(german)
    assert {words(card.one("span", "badge")) for card in root.all("article")} == {"– not judged"}
    assert {quote.attributes["lang"] for quote in root.all("blockquote")} == {"de"}
    assert "the language looks like “de”" in words(root.one("section", "overview"))
    long = page(checked_text(f"{COOK.splitlines()[0]}\n- Ran the desk\n- {'very ' * 500}long\n"))
    assert [words(card.one("span", "badge")) for card in long.all("article")][1] == "– not judged"
    assert words(long.all("blockquote")[1]).endswith("very …")
    assert "Not judged, since they list no work: SKILLS." in words(page(checked_text(COOK)))


def test_what_is_not_shown_is_counted() -> None:
    one = checked_text(COOK, level=Severity.ERROR)
    hidden = len([found for found in one.result.findings if found.severity is not Severity.ERROR])
    silent = replace(one.result, suppressed=(finding(0, 0, 1),) * 2, known=(finding(0, 0, 1),))
    assert (
        f"Not shown: {hidden} findings of a lower level, 2 findings silenced in the file or the configuration, "
        "1 finding known from the baseline." in words(page(Checked(silent, one.settings)))
    )


def test_a_file_that_cannot_be_read_has_a_page_that_says_so() -> None:
    root = page(unreadable())
    assert words(root.one("main")) == "This file could not be read gone.txt: no such file or folder"


def test_nothing_that_others_wrote_is_markup() -> None:
    one = checked_text(HOSTILE, "<b>\x1b[2J\u202ecv&quot;.txt")
    result = replace(one.result, rewrites={0: (HOSTILE_REWRITE,)}, notes=("<script>note</script>",))
    root = page(Checked(result, one.settings))
    text = root.text
    for literal in ("</style><script>alert(1)</script>", "[X%]", "{{7*7}}", "&lt;b&gt;", "<script>note</script>"):
        assert literal in text
    assert not {"\x1b", "\x9b", "\u202e", "\u2066", "\u200b", "\u2028", "\x07"} & set(text)
    assert root.one("h1").text == "<b>\\x1b[2J\\u202ecv&quot;.txt"


def test_hostile_bullets_are_shown_in_full() -> None:
    quotes = page(checked_text(HOSTILE)).all("blockquote")
    assert len(quotes) == len(HOSTILE_BULLETS)
    for placed, quote in zip(checked_text(HOSTILE).result.bullets, quotes, strict=True):
        assert _without_letters(quote) == visible(placed.bullet.text)


def _without_letters(node: Node) -> str:
    kept = (each for each in node.children if isinstance(each, str) or "letter" not in each.classes)
    return "".join(each if isinstance(each, str) else _without_letters(each) for each in kept)


def test_several_résumés_need_a_folder() -> None:
    with pytest.raises(OutputError, match="name a folder with --output"):
        written(publishing.write, checked_text(COOK), unreadable())
