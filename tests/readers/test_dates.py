"""Every usual manner of writing the dates of an entry."""

from __future__ import annotations

import pytest

from bulletcoach.readers import ResumeWords
from bulletcoach.readers.dates import merged
from bulletcoach.readers.headers import entry_dates

DATES = [
    ("Jan 2020 – Present", "2020-01", None, True),
    ("January 2020 - December 2021", "2020-01", "2021-12", False),
    ("01/2020-03/2021", "2020-01", "2021-03", False),
    ("1/2020 to 3/2021", "2020-01", "2021-03", False),
    ("7/2022-Present", "2022-07", None, True),
    ("2019–2021", "2019", "2021", False),
    ("2019-2021", "2019", "2021", False),
    ("2019 — 2021", "2019", "2021", False),
    ("2019/2020", "2019", "2020", False),
    ("2019-21", "2019", "2021", False),
    ("2010–12", "2010", "2012", False),
    ("2010-12", "2010-12", "2010-12", False),
    ("Summer 2012", "2012", "2012", False),
    ("Summer 2012 and 2013", "2012", "2013", False),
    ("Fall '19 - Spring '20", "2019", "2020", False),
    ("Spring–Fall 2020", "2020", "2020", False),
    ("Aug. 2018 -- May 2021", "2018-08", "2021-05", False),
    ("Sept. 2018 --- now", "2018-09", None, True),
    ("2022/10-2024/07", "2022-10", "2024-07", False),
    ("2022-10 – 2024-07", "2022-10", "2024-07", False),
    ("2022.10 ~ 2024.07", "2022-10", "2024-07", False),
    ("2021 Jan.", "2021-01", "2021-01", False),
    ("2016 Sept. – 2020 Dec.", "2016-09", "2020-12", False),
    ("2024, Feb - present", "2024-02", None, True),
    ("2016 - May 2018", "2016", "2018-05", False),
    ("2016-May 2018", "2016", "2018-05", False),
    ("12.2014", "2014-12", "2014-12", False),
    ("12.2014 - 06.2016", "2014-12", "2016-06", False),
    ("01.12.2014 – 30.06.2016", "2014-12", "2016-06", False),
    ("01/15/2020 - 02/28/2021", "2020-01", "2021-02", False),
    ("01/09/2019 – CURRENT", "2019-09", None, True),
    ("2020-01-15 to 2021-02-28", "2020-01", "2021-02", False),
    ("Sept '17", "2017-09", "2017-09", False),
    ("Sept ’17 – Jan ’18", "2017-09", "2018-01", False),
    ("Jan 19 - Mar 21", "2019-01", "2021-03", False),
    ("'17-'19", "2017", "2019", False),
    ("01/20 - 03/21", "2020-01", "2021-03", False),
    ("May 20 – June 21", "2020-05", "2021-06", False),
    ("May 20 - present", "2020-05", None, True),
    ("'19 - '21", "2019", "2021", False),
    ("janv. 2019 – févr. 2020", "2019-01", "2020-02", False),
    ("fév. 2019 - déc. 2020", "2019-02", "2020-12", False),
    ("ene. 2019 – ago. 2020", "2019-01", "2020-08", False),
    ("gen. 2019 – lug. 2020", "2019-01", "2020-07", False),
    ("fev. 2019 – dez. 2020", "2019-02", "2020-12", False),
    ("mrt. 2019 – okt. 2020", "2019-03", "2020-10", False),
    ("since 2019", "2019", None, True),
    ("Since March 2019", "2019-03", None, True),
    ("Seit 2025", "2025", None, True),
    ("seit März 2021", "2021-03", None, True),
    ("February 2019–", "2019-02", None, True),
    ("2019 -", "2019", None, True),
    ("(2019 – )", "2019", None, True),
    ("Expected 2029", None, "2029", False),
    ("Expected May 2029", None, "2029-05", False),
    ("Anticipated: June 2031", None, "2031-06", False),
    ("Feb 15, 2021 -> Present", "2021-02", None, True),
    ("15 Feb 2021 → 3 Mar 2022", "2021-02", "2022-03", False),
    ("May – August 2019", "2019-05", "2019-08", False),
    ("June-Aug 2020", "2020-06", "2020-08", False),
    ("Jan 2020 - CURRENT", "2020-01", None, True),
    ("Jan 2020 to date", "2020-01", None, True),
    ("Jan, 2020 through today", "2020-01", None, True),
    ("March of 2020 until May of 2021", "2020-03", "2021-05", False),
    ("Dezember 2018 bis heute", "2018-12", None, True),
    ("mars 2019 à août 2020", "2019-03", "2020-08", False),
    ("enero 2019 – actualidad", "2019-01", None, True),
    ("2019年3月 - 至今", "2019-03", None, True),
    ("2019年3月至今", "2019-03", None, True),
    ("2019 – 現在", "2019", None, True),
    ("Q3 2020 - Q1 2021", "2020", "2021", False),
    ("2015–2016, 2018–2019, 2021–Present", "2015", None, True),
    ("2015, 2017", "2015", "2017", False),
    ("Jan-2020 - Feb-2021", "2020-01", "2021-02", False),
    ("JAN 2020–FEB 2021", "2020-01", "2021-02", False),
    ("(current)", None, None, True),
]


@pytest.mark.parametrize(("text", "start", "end", "current"), DATES, ids=[text for text, *_ in DATES])
@pytest.mark.parametrize("frame", ["{}", "Agent, Acme Corp, {}", "{} | Agent | Acme", "Acme (Tulsa)    {}", "*{}*"])
def test_dates(words: ResumeWords, text: str, frame: str, start: str | None, end: str | None, current: bool) -> None:
    assert merged(entry_dates(frame.format(text), words)) == (start, end, current)


@pytest.mark.parametrize(
    "text",
    [
        "Agent, Acme Corp",
        "Answered 2,000 calls",
        "Answered 12 calls / 20 mails",
        "May Stores, March Street",
        "Open 24/7",
        "Present at all meetings",
        "$2000 raised",
        "Version 2019.4.1",
        "Handled 300 tickets in 2021",
        "Zip 20194",
        "1500-1800 calls a month",
        "Rooms 1200 - 1300",
        "",
    ],
)
def test_no_dates(words: ResumeWords, text: str) -> None:
    assert not entry_dates(text, words)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("MÄRZ 2020", "2020-03"),
        ("_août 2020_", "2020-08"),
        ("2020 Feb.", "2020-02"),
        ("\u0345Nov. 2019", "2019-11"),  # no letter, but one when it is folded
        ("May2020", None),
        ("Mayor 2020", "2020"),
        ("Marta 2020", "2020"),
        ("Nov.Jul 2020", "2020-07"),
        ("$May 2020", "2020"),
        ("Aprİl 2020", "2020"),
        ("ꙮꙮꙮ 2020", "2020"),
    ],
)
def test_a_month_is_a_whole_word(words: ResumeWords, text: str, start: str | None) -> None:
    assert [each.start for each in words.dates.find(text)] == ([start] if start else [])


@pytest.mark.parametrize("text", ["`1654 - 1660`", "1654–1660", "*1654 — 1660*"])
def test_years_long_past_stand_alone(words: ResumeWords, text: str) -> None:
    (found,) = entry_dates(text, words)
    assert (found.start, found.end) == ("1654", "1660")


@pytest.mark.parametrize("text", ["Jan 2020 – Present", "xx 2019-2021 yy", "a since 2019 b", "Expected May 2029."])
def test_spans_hold_the_date(words: ResumeWords, text: str) -> None:
    (found,) = words.dates.find(text)
    assert found.span.of(text) == text.strip("axyb .")
