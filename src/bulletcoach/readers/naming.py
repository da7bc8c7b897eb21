"""Which of the names in a header is the title and which the employer.

Labels and “at” say so; then titles and employers are known by their head nouns (legal forms weigh most); what is left
goes by position. A department (“Supervisor, Guest Services”) belongs to the title and is nobody's employer.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from msgspec import Struct

from bulletcoach.model.document import SectionKind
from bulletcoach.readers.cleaning import plain
from bulletcoach.readers.shapes import (
    has_employer,
    has_legal_form,
    has_title,
    has_word,
    is_department,
    mentions_title,
    word_count,
    words_of,
)
from bulletcoach.readers.words import ResumeWords, folded

_PLACE_WORDS = 2


class Part(Struct, frozen=True):
    """A name: on which line, in which column (`group`) and behind how many commas it stands, and what was said of it.

    `field` is that of its label, if it has one; `has_place` tells that a place stands behind it in its column.
    """

    text: str
    line: int
    group: int
    number: int = 0
    after_at: bool = False
    field: str = ""
    has_place: bool = False


class Names(Struct, frozen=True):
    """What was found; `is_titled` where the title has a title's noun or label, and was not guessed by position.

    `title_leads`: on the line that they share, the title stands before the employer; None where they share none.
    """

    title: str | None
    employer: str | None
    place: str | None
    is_titled: bool
    title_leads: bool | None = None


def named(
    parts: Sequence[Part],
    kind: SectionKind,
    words: ResumeWords,
    dated: Collection[int] = (),
    placed: Collection[int] = (),
) -> Names:
    """Share `parts` out among title, employer and place.

    `dated` and `placed` are the numbers of the lines with dates, and with a place in a column of its own.
    """
    is_project = _is_project(kind)
    left = _names(parts)
    title_part = _title(left, is_project, words)
    is_titled = title_part is not None
    if title_part is None and not is_project and (found := _by_columns(left, words, dated, placed)) is not None:
        return found
    titles = [title_part] if title_part else []
    if title_part is not None and not is_project:
        titles += _departments_behind(title_part, left, words)
    left = _without_tails([part for part in left if part not in titles])
    if is_project and title_part is not None:
        left = [part for part in left if not _is_among_tools(part, title_part, left, words)]
    employer = _employer(left, words)
    unknown = [part for part in left if part is not employer and not part.field]
    place = _town(employer, unknown, is_titled)
    unknown = [part for part in unknown if part is not place]
    has_title_too = kind is not SectionKind.EXPERIENCE or employer is not None or len(unknown) > 1
    if not titles and unknown and (has_title_too or is_department(unknown[0].text, words)):
        titles = [unknown.pop(0)]
    if employer is None and not is_project:
        employer = _by_position(unknown, title_part, words)
        place = _town(employer, unknown, is_titled)
    leads = None
    if titles and employer is not None and titles[0].line == employer.line:
        leads = (titles[0].group, titles[0].number) < (employer.group, employer.number)
    employer_name, place_name = _joined([employer] if employer else []), _joined([place] if place else [])
    return Names(_joined(titles), employer_name, place_name, is_titled, leads)


def holds_title(parts: Sequence[Part], kind: SectionKind, words: ResumeWords) -> bool:
    """Whether one of `parts` is a title by its noun or label, which is `is_titled` of their Names."""
    return _title(_names(parts), _is_project(kind), words) is not None


def _is_project(kind: SectionKind) -> bool:
    """Whether a project is named: its name may hold any word, and links and tools stand behind it."""
    return kind is SectionKind.PROJECTS


def _names(parts: Sequence[Part]) -> list[Part]:
    return [part for part in parts if part.field or _is_name(part.text)]


def _by_columns(
    parts: Sequence[Part], words: ResumeWords, dated: Collection[int], placed: Collection[int]
) -> Names | None:
    """“Teme Valley ⇥ Tenbury” above or below “Nursery Hand ⇥ 2013–2017”: templates have the title beside the dates and
    the employer beside the place, whichever comes first."""
    beside = [part for part in parts if part.line in dated]
    others = [part for part in parts if part.line not in dated]
    if len(beside) != 1 or not 1 <= len(others) <= 2 or any(part.field or part.after_at for part in parts):
        return None
    employer, *behind = others
    if has_employer(beside[0].text, words) or any(part.line != employer.line for part in behind):
        return None
    is_in_columns = bool(behind) and behind[0].group != employer.group and word_count(behind[0].text) <= _PLACE_WORDS
    if not (is_in_columns or (employer.line in placed and not behind)):
        return None
    return Names(_joined(beside), _joined([employer]), _joined(behind), is_titled=False)


def _title(parts: Sequence[Part], is_project: bool, words: ResumeWords) -> Part | None:
    for wanted in ("title", "project"):
        if labels := [part for part in parts if part.field == wanted]:
            return labels[0]
    free = [part for part in parts if not part.field and not part.after_at]
    if is_project:
        return free[0] if free else None
    strong = next((part for part in free if has_title(part.text, words)), None)
    return strong or next(
        (part for part in free if mentions_title(part.text, words) and not has_employer(part.text, words)), None
    )


def _departments_behind(title: Part, parts: Sequence[Part], words: ResumeWords) -> list[Part]:
    found: list[Part] = []
    for part in parts[parts.index(title) + 1 :]:
        if part.line != title.line or part.field or part.after_at:
            break
        is_further_title = part.group == title.group and has_title(part.text, words)  # “Engineer, Team Lead”
        if not (is_department(part.text, words) or is_further_title or _is_part_of_other(part, parts, words)):
            break
        found.append(part)
    return found


def _is_part_of_other(part: Part, parts: Sequence[Part], words: ResumeWords) -> bool:
    """Whether “Surgical Unit” is no employer itself, since the name of one stands below or behind it."""
    if folded(words_of(part.text)[-1]) not in words.department_nouns or has_legal_form(part.text, words):
        return False
    behind = parts[parts.index(part) + 1 :]
    return any(has_employer(each.text, words) or each.after_at or each.field == "employer" for each in behind)


def _without_tails(parts: Sequence[Part]) -> list[Part]:
    """Without “– online furniture store”, small letters behind a name, which say what it is."""
    first = {part.line: part for part in reversed(parts)}
    return [part for part in parts if part is first[part.line] or not _is_tail(part)]


def _is_tail(part: Part) -> bool:
    if part.field or part.after_at or part.has_place:
        return False
    found = words_of(part.text)
    return len(found) > 1 and all(word.islower() for word in found)


def _is_among_tools(part: Part, title: Part, parts: Sequence[Part], words: ResumeWords) -> bool:
    """Whether a part stands in a list behind a project's name: “Prices | Java, Android Studio”."""
    if part.field or part.after_at or part.group == title.group or has_legal_form(part.text, words):
        return False
    return sum(other.group == part.group for other in parts) > 1


def _employer(parts: Sequence[Part], words: ResumeWords) -> Part | None:
    """The name that is an employer's by its label, by “at”, by a legal form or by its head noun, in this order."""
    if named_so := next((part for part in parts if part.field == "employer" or part.after_at), None):
        return named_so
    free = [part for part in parts if not part.field and not is_department(part.text, words)]
    legal = next((part for part in free if has_legal_form(part.text, words)), None)
    return legal or next((part for part in free if has_employer(part.text, words)), None)


def _by_position(unknown: Sequence[Part], title: Part | None, words: ResumeWords) -> Part | None:
    """The first name that is left, but a “Name, Town” on the next line before what stands behind the title."""
    if title is None:
        return unknown[0] if unknown else None
    left = [part for part in unknown if not is_department(part.text, words)]
    better = [part for part in left if part.group != title.group or not _has_better_below(part, left, title)]
    return next(iter(better or left), None)


def _has_better_below(part: Part, candidates: Sequence[Part], title: Part) -> bool:
    """Whether “Name, Town” on a line of its own follows the title's line: it outweighs what stands behind the title."""
    below = [each for each in candidates if each.line > title.line]
    return any(
        each.has_place or sum(other.group == each.group for other in below) > 1 for each in below if each is not part
    )


def _town(employer: Part | None, unknown: Sequence[Part], is_titled: bool) -> Part | None:
    """“Parcelworth Ltd, Leeds”: a short name behind a comma, with the title elsewhere."""
    if employer is None:
        return None
    for part in unknown:
        is_behind = part.group == employer.group and part.number > employer.number and not employer.has_place
        if is_behind and not part.after_at and word_count(part.text) <= (_PLACE_WORDS if is_titled else 1):
            return part
    return None


def _is_name(text: str) -> bool:
    """Whether there is a word in it, and not a code such as “GS-0962-08”."""
    return has_word(text) and sum(map(str.isdigit, text)) <= sum(map(str.isalpha, text))


def _joined(parts: Sequence[Part]) -> str | None:
    return (plain(", ".join(part.text for part in parts)) or None) if parts else None
