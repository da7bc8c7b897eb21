"""The rows of tables that lay a résumé out: what of them is read as one line, and in which order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from msgspec.structs import replace

from bulletcoach.readers.headers import entry_dates, is_dates_only
from bulletcoach.readers.shapes import is_place, is_sentence
from bulletcoach.readers.titles import kind_of
from bulletcoach.readers.wordprocessor.strips import LONGEST_NAME, Strip, joined
from bulletcoach.readers.words import ResumeWords, folded

_MOST_BESIDE = 4  # lines of dates, place, employer beside an entry
_DASHES = ("-", "–", "—", "‑")
_MOST_IN_ROW = 5  # cells that make one line of names


class Rows:
    """Reads rows, each given by the strips in its cells, none of which is empty except in a record."""

    def __init__(self, words: ResumeWords) -> None:
        self._words = words
        self._known: dict[int, bool] = {}

    def row(self, cells: Sequence[list[Strip]]) -> list[Strip]:
        """A row in reading order."""
        in_order = [strip for cell in cells for strip in cell]
        if len(cells) < 2 or self.is_heading(cells[0][0]):
            return in_order
        if len(cells) == 2 and all(len(cell) == 1 for cell in cells) and self._is_label(cells[0][0]):
            return [replace(joined(in_order), joint=": ")]
        if any(self.is_heading(cell[0]) for cell in cells):
            return in_order
        if len(cells) <= _MOST_IN_ROW and all(len(cell) == 1 and self._is_name(cell[0]) for cell in cells):
            return [joined(in_order)]
        main = max(range(len(cells)), key=lambda number: sum(len(strip.text) for strip in cells[number]))
        beside = [cell for number, cell in enumerate(cells) if number != main]
        if not all(self._is_beside(cell) for cell in beside):
            return in_order
        return list(self._paired(cells, main))

    def has_labels(self, labels: Sequence[str]) -> bool:
        """Whether a first row says what the columns are: “Employer”, “Role”, “Dates”, “Responsibilities”."""
        fields = sum(label in self._words.fields for label in labels)
        return fields > 1 and all(label in self._words.fields or label in self._words.sub_headings for label in labels)

    def is_field(self, cell: Sequence[Strip]) -> bool:
        """Whether a cell says what of an entry stands beside it: “Occupation or position held”."""
        return label_of_cell(cell) in self._words.fields

    def record(self, labels: Sequence[str], cells: Sequence[list[Strip]]) -> list[Strip]:
        """A row below such labels: the names in one line, then what was done."""
        fields = self._words.fields
        named = [len(cell) == 1 and label in fields for label, cell in zip(labels, cells, strict=False)]
        names = [cell[0] for cell, is_name in zip(cells, named, strict=False) if is_name]
        rest = [strip for cell, is_name in zip_longest(cells, named) if cell and not is_name for strip in cell]
        return [replace(joined(names), is_apart=True, is_entry=True), *rest] if names else rest

    def is_heading(self, strip: Strip) -> bool:
        """Asked again at each level of nested tables; found out once."""
        if len(strip.paragraphs) > 1:
            return False
        number = strip.first.number
        if number not in self._known:
            self._known[number] = kind_of(strip.first.text, self._words) is not None
        return self._known[number]

    def _paired(self, cells: Sequence[list[Strip]], main: int) -> Iterator[Strip]:
        """The lines of names at the head of the main cell, each with what stands beside it; then the rest."""
        heads = _MOST_BESIDE
        for number, strip in enumerate(cells[main][:_MOST_BESIDE]):
            if not self._is_name(strip):
                heads = number
                break
        columns = [cell[:heads] if number == main else self._as_one(cell) for number, cell in enumerate(cells)]
        for together in zip_longest(*columns):
            yield joined([strip for strip in together if strip is not None])
        yield from cells[main][heads:]

    def _as_one(self, cell: list[Strip]) -> list[Strip]:
        """“June 2019 –” and “Present” below it are one date."""
        whole = joined(cell)
        is_cut = len(cell) > 1 and (
            cell[0].text.rstrip().endswith(_DASHES) or not all(is_dates_only(each.text, self._words) for each in cell)
        )
        return [whole] if is_cut and is_dates_only(whole.text.replace("\t", " "), self._words) else cell

    def _is_beside(self, cell: list[Strip]) -> bool:
        """Dates and places, and at most names with them."""
        if len(cell) > _MOST_BESIDE or not all(len(strip.text) <= LONGEST_NAME for strip in cell):
            return False
        if any(each.place is not None for strip in cell for each in strip.paragraphs):
            return False
        text = " ".join(strip.text for strip in cell)
        is_telling = bool(entry_dates(text, self._words)) or all(is_place(strip.text, self._words) for strip in cell)
        return is_telling and not any(is_sentence(strip.text, self._words) for strip in cell)

    def _is_name(self, strip: Strip) -> bool:
        if not strip.is_names or self._words.markers.match(strip.text, 0, len(strip.text)):
            return False
        return bool(entry_dates(strip.text, self._words)) or not is_sentence(strip.text, self._words)

    def _is_label(self, strip: Strip) -> bool:
        """“Employer”, “Tools”: says what stands beside it."""
        label = folded(strip.text)
        return label in self._words.fields or label in self._words.list_labels


def label_of_cell(cell: Sequence[Strip]) -> str:
    return folded(cell[0].text) if len(cell) == 1 else ""
