"""Workflow commands: the lines of a log that GitHub Actions acts upon, and lines that must not be taken for one."""

from __future__ import annotations

from collections.abc import Mapping

from bulletcoach.report.page import Page, Part
from bulletcoach.report.visible import visible


def command(name: str, properties: Mapping[str, str | int | None], *lines: str) -> str:
    """The line of a command: `::error file=cv.txt,line=3::text`. Its text may have several lines."""
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {listed}::{'%0A'.join(map(_data, lines))}\n"


def harmless(text: str, *, begins: bool = True) -> str:
    """A text of one line, or a part of it, in which GitHub sees no command: neither `::name::`, with which a line
    `begins`, nor the older `##[name]`, which may stand anywhere.
    """
    text = text.replace("##[", "##\\[")
    return f"\\{text}" if begins and text.lstrip().startswith("::") else text


class LogPage:
    """A page in the log of GitHub Actions."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def line(self, *parts: Part) -> None:
        self._page.line(*(_harmless_part(part, begins=number == 0) for number, part in enumerate(parts)))


def _harmless_part(part: Part, *, begins: bool) -> Part:
    if isinstance(part, str):
        return harmless(part, begins=begins)
    return harmless(part[0], begins=begins), part[1]


def _data(text: str) -> str:
    """One line of a command's text."""
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
