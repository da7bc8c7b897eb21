"""Index: the page over several résumés: a line each, with what they come to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from bulletcoach.report.html.elements import Child, Html, element
from bulletcoach.report.html.page import page
from bulletcoach.report.html.verdicts import VERDICTS, glance
from bulletcoach.report.summary import Summary, counted


class Row(Struct, frozen=True):
    """One résumé: its path, the name of its page beside the index, its counts, and why it was not judged if so."""

    path: str
    page: str
    summary: Summary
    remarks: tuple[str, ...] = ()


def index_page(rows: Sequence[Row], total: Summary) -> str:
    """The index of these résumés, in their order; `total` is what they come to together."""
    files = counted(total.files, "résumé")
    return page(
        files,
        element("header", element("h1", files), element("p", _about(total), class_="about")),
        element(
            "main",
            element("section", glance(total), class_="overview"),
            element("div", _table(rows, total), class_="wide"),
        ),
    )


def _about(total: Summary) -> str:
    failed = f", {total.failed_files} not read" if total.failed_files else ""
    return f"{counted(total.bullets, 'bullet')}, {counted(total.findings, 'finding')}{failed}"


def _table(rows: Sequence[Row], total: Summary) -> Html:
    return element(
        "table",
        element("thead", element("tr", element("th", "File", scope="col"), *_columns())),
        element("tbody", *(line for row in rows for line in _lines(row))),
        element("tfoot", element("tr", element("th", "Together", scope="row"), *_counts(total))),
    )


def _columns() -> Iterator[Html]:
    """The heads of the counts. On a phone the signs have to do, which the bar above the table explains."""
    for verdict, shown in VERDICTS.items():
        name = counted(0, verdict.value).removeprefix("0 ").capitalize()
        sign = element("span", shown.sign, class_=f"sign {verdict.value}", aria_hidden="true")
        yield element("th", sign, element("span", f" {name}", class_="word"), scope="col")
    yield element("th", "Findings", scope="col")


def _lines(row: Row) -> Iterator[Html]:
    """The line of a résumé, and below it what is to be remarked."""
    link = element("a", *_breakable(row.path), href=row.page)
    yield element(
        "tr", element("th", link, scope="row"), *_counts(row.summary), class_="first" if row.remarks else None
    )
    for remark in row.remarks:
        said = remark.removeprefix(f"{row.path}: ")  # which stands above it
        yield element("tr", element("td", said, colspan=str(len(VERDICTS) + 2)), class_="remark")


def _breakable(path: str) -> Iterator[Child]:
    """The path, which may go on in another line behind each of its signs."""
    first, *others = re.split(r"(?<=[\W_])(?=[^\W_])", path)
    yield first
    for piece in others:
        yield element("wbr")
        yield piece


def _counts(summary: Summary) -> Iterator[Html]:
    """The counts of a line; of what was not judged there are none."""
    for verdict in VERDICTS:
        yield element("td", str(summary.verdicts[verdict]) if summary.verdicts else "–")
    yield element("td", str(summary.findings) if summary.verdicts or summary.findings else "–")
