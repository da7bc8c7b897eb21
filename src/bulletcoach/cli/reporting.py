"""Reporting: the results of a check, handed to the report that was asked for, on the terminal or in a file."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from msgspec import Struct

from bulletcoach.cli.options import Format
from bulletcoach.cli.streams import any_encoding, in_utf8

if TYPE_CHECKING:
    from bulletcoach.report.page import Page
    from bulletcoach.report.repository import Repository
    from bulletcoach.report.rewrites import Shown
    from bulletcoach.run import Checked

# These follow the terminal; every other format is defined in UTF-8.
_FOR_PEOPLE = (Format.TEXT, Format.CONCISE)


class Reporting(Struct, frozen=True):
    """How to report: the format, how many rewrites, counts alone or not, the summary or not, and where to."""

    format: Format
    rewrites: str = "best"
    statistics: bool = False
    summary: bool = True
    output: Path | None = None
    aside: bool = False
    """To standard error, since standard output takes something else."""

    def write(self, checked: Iterable[Checked]) -> None:
        """Write the report. A file is written in one step, when everything is there.

        Raises OutputError where `output` cannot be written, OSError where standard output cannot.
        """
        if self.output is None:
            if self.format in _FOR_PEOPLE:
                any_encoding()
            else:
                in_utf8()
            self._write(checked, sys.stderr if self.aside else sys.stdout)
            return
        if self.format is Format.HTML and self._wrote_folder(checked, self.output):
            return
        from bulletcoach.cli.report_file import ReportFile

        file = ReportFile(self.output)
        file.check()
        text = io.StringIO()
        self._write(file.apart(checked), text)
        file.write(text.getvalue())

    def _wrote_folder(self, checked: Iterable[Checked], output: Path) -> bool:
        """Write a folder of pages, where `output` names one."""
        from bulletcoach.report.html import publishing
        from bulletcoach.report.rewrites import Shown

        is_folder = publishing.names_folder(output)
        if is_folder:
            publishing.write_folder(checked, output, rewrites=Shown(self.rewrites))
        return is_folder

    def _write(self, checked: Iterable[Checked], out: TextIO) -> None:
        from bulletcoach.report.rewrites import Shown

        shown = Shown(self.rewrites)
        match self.format:
            case Format.JSON:
                from bulletcoach.report import json

                json.write(checked, out, rewrites=shown is not Shown.NONE)
            case Format.JSON_LINES:
                from bulletcoach.report import json_lines

                json_lines.write(checked, out)
            case Format.SARIF:
                from bulletcoach.report import sarif

                sarif.write(checked, out, _repository())
            case Format.GITHUB:
                from bulletcoach.report import github

                github.write(checked, out, _repository(), summary=self.summary)
            case Format.GITLAB:
                from bulletcoach.report import gitlab

                gitlab.write(checked, out, _repository())
            case Format.JUNIT:
                from bulletcoach.report import junit

                junit.write(checked, out, _repository())
            case Format.MARKDOWN:
                from bulletcoach.report import markdown

                markdown.write(checked, out, rewrites=shown)
            case Format.HTML:
                from bulletcoach.report.html import publishing

                publishing.write(checked, out, rewrites=shown)
            case _:
                self._write_page(checked, self._page(out), shown)

    def _write_page(self, checked: Iterable[Checked], page: Page, shown: Shown) -> None:
        if self.statistics:
            from bulletcoach.report import statistics as counts

            counts.write(checked, page)
        elif self.format is Format.CONCISE:
            from bulletcoach.report import concise

            concise.write(checked, page)
        else:
            from bulletcoach.report import text
            from bulletcoach.report.page import page_width

            text.write(checked, page, page_width(), rewrites=shown, summary=self.summary)

    def _page(self, out: TextIO) -> Page:
        """Coloured where that is wanted, plain in a file."""
        from bulletcoach.report.page import PlainPage, open_page

        if self.output is not None:
            return PlainPage(out)
        if not is_in_github(os.environ):
            return open_page(out, os.environ)
        from bulletcoach.report.workflow_commands import LogPage

        return LogPage(open_page(out, os.environ))


def _repository() -> Repository:
    from bulletcoach.report.repository import Repository

    return Repository.of(os.environ)


def chosen_format(
    given: str | None, output: Path | None, environment: Mapping[str, str], *, statistics: bool = False
) -> Format:
    """The format that was asked for; else annotations where GitHub runs us and shows what we print, and text."""
    if given is not None:
        return Format(given)
    return Format.GITHUB if is_in_github(environment) and output is None and not statistics else Format.TEXT


def is_in_github(environment: Mapping[str, str]) -> bool:
    """Whether GitHub Actions runs us, and acts upon some of the lines that we print."""
    return environment.get("GITHUB_ACTIONS") == "true"
