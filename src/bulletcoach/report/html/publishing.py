"""Publishing: one page into a stream, or a folder with a page for each résumé and an index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from typing import TextIO

from bulletcoach.editing.files import put_file
from bulletcoach.errors import OutputError
from bulletcoach.inputs.contents import is_report
from bulletcoach.lexicon.lexicon import load_lexicon
from bulletcoach.model.finding import Severity
from bulletcoach.report.concise import shown
from bulletcoach.report.html.elements import element
from bulletcoach.report.html.index import Row, index_page
from bulletcoach.report.html.names import INDEX, PageNames
from bulletcoach.report.html.resume import resume_page
from bulletcoach.report.html.subject import Subject
from bulletcoach.report.placement import Placement
from bulletcoach.report.rewrites import Shown
from bulletcoach.report.summary import Summary
from bulletcoach.run import Checked

DEFAULT_LEVEL = Severity.INFO
_PAGE_ENDINGS = (".html", ".htm", ".xhtml")


def names_folder(path: Path) -> bool:
    """Whether a report with this path is a folder: one that is there, or a path that is no file and none of a page."""
    return path.is_dir() or not (path.exists() or path.suffix.lower() in _PAGE_ENDINGS)


def write(checked: Iterable[Checked], out: TextIO, *, rewrites: Shown = Shown.BEST) -> None:
    """Write the page of one résumé. Raises OutputError where there are several, and then nothing is written."""
    subjects = list(islice(_subjects(checked, rewrites), 2))
    if len(subjects) > 1:
        raise OutputError("HTML has a page for each résumé, and there are several: name a folder with --output")
    out.writelines(map(resume_page, subjects))


def write_folder(checked: Iterable[Checked], folder: Path, *, rewrites: Shown = Shown.BEST) -> None:
    """Write a page for each résumé into a folder, and an index over them. The folder is made where there is none.

    Pages of an earlier report give way to those of the same name, and nothing else does. Raises OutputError where that
    cannot be, or where another file is called as the index is.
    """
    if _is_foreign(folder / INDEX):
        raise OutputError(f"{folder / INDEX}: this is no page of bulletcoach; name another folder with --output")
    names = PageNames(lambda name: _is_foreign(folder / name))
    rows: list[Row] = []
    total = Summary()
    for subject in _subjects(checked, rewrites):
        result = subject.placement.result
        rows.append(Row(result.path, names.name(result.path), subject.summary, (*result.errors, *result.notes)))
        total.add(subject.placement, subject.findings)
        back = element("p", element("a", "All résumés", href=INDEX), class_="back")
        _put(folder / rows[-1].page, resume_page(subject, back))
    _put(folder / INDEX, index_page(rows, total))


def _subjects(checked: Iterable[Checked], rewrites: Shown) -> Iterator[Subject]:
    lexicon = cache(load_lexicon)
    for one in checked:
        yield Subject(Placement(one.result), shown(one, DEFAULT_LEVEL), rewrites, lexicon(one.settings.lexicons))


def _is_foreign(file: Path) -> bool:
    """Whether something has this name that is none of our pages, or cannot be looked at."""
    try:
        return file.exists() and not is_report(file)
    except OSError:
        return True


def _put(file: Path, text: str) -> None:
    """Write a page in one step. Raises OutputError where it cannot be written."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        put_file(file, text.encode())
    except OSError as error:
        raise OutputError(f"{file}: cannot be written: {error.strerror or error}") from None
