"""What the arguments of a call say of an entry: its title, employer, place and dates, and what belongs to its body."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, field

from bulletcoach.model.document import SectionKind
from bulletcoach.readers.cleaning import plain
from bulletcoach.readers.dates import merged
from bulletcoach.readers.headers import entry_dates
from bulletcoach.readers.posts import Header, parse
from bulletcoach.readers.shapes import has_employer, has_title, is_place
from bulletcoach.readers.typst.nodes import Value
from bulletcoach.readers.words import ResumeWords

NAMES = ("title", "employer", "name", "about")


class Fields(Struct):
    """The texts of a call by what they are (“title”, “employer”, “name”, “about”, “place”, “dates”, “start”, “end”,
    or empty where nothing says so), in their order, and the values of its body, each with the name of its argument."""

    texts: list[tuple[str, str]] = field(default_factory=list)
    body: list[tuple[str, Sequence[Value]]] = field(default_factory=list)

    def of(self, *roles: str) -> list[str]:
        return [text for role, text in self.texts if role in roles]

    @property
    def is_named(self) -> bool:
        """Whether the call says of any text what it is."""
        return any(role for role, _ in self.texts)

    @property
    def line(self) -> str:
        """All texts as the columns of a line, the dates as one."""
        columns = [text for role, text in self.texts if role not in ("start", "end")]
        return "\t".join(text for text in [*columns, self.range] if text)

    def without_unknown_places(self, words: ResumeWords) -> Fields:
        """These fields without those places that nothing but the call says are any."""
        return Fields([each for each in self.texts if each[0] != "place" or is_place(each[1], words)], self.body)

    def settle_spot(self) -> None:
        """Says of a text that is a place or a name which of the two it is."""
        has_employer = bool(self.of("employer")) or len(self.of(*NAMES)) > 1
        use = "place" if has_employer else "name"
        self.texts = [(use if role == "spot" else role, text) for role, text in self.texts]

    @property
    def range(self) -> str:
        """The dates that are given by their ends; without an end it is open."""
        ends = self.of("start", "end")
        return f"{ends[0]} – {''.join(ends[1:2])}".strip() if self.of("start") else "".join(ends)


def post(fields: Fields, kind: SectionKind, words: ResumeWords) -> Header | None:
    """The entry that named texts make; None where nothing says what they are, or where it is better found out."""
    if not fields.of(*NAMES) or any(not role for role, _ in fields.texts):
        return None
    found = [plain(text) for text in fields.of("title", "employer", "name", "about", "dates")]
    dates = [*entry_dates(fields.range, words)]
    free: list[str] = []
    for role, text in fields.texts:
        if role in ("dates", *NAMES):
            in_text = words.dates.find(text)
            dates.extend(in_text)
            if role == "dates" and not in_text:
                free.append(plain(text))
    titles, employers = _plain(fields.of("title")), _plain(fields.of("employer"))
    free = [*_plain(fields.of("name")), *_plain(fields.of("about")), *free]
    place = " ".join(_plain(fields.of("place"))) or None
    start, end, current = merged(dates)
    if not titles and not employers and len(free) != 1:
        parsed = parse(["\t".join(free)], kind, words)
        titles, employers = [parsed.title or ""], [parsed.employer or ""]
    title, employer = _settled(titles[:1], employers[:1], free, kind, words)
    if not found or not (title or employer):
        return None
    return Header(title or None, employer or None, place, start, end, current, bool(title) and has_title(title, words))


def _settled(
    titles: list[str], employers: list[str], free: list[str], kind: SectionKind, words: ResumeWords
) -> tuple[str, str]:
    """Title and employer, where names that may be either fill what is missing."""
    title, employer = "".join(titles), "".join(employers)
    first = free[0] if free else ""
    second = free[1] if len(free) > 1 else ""
    if kind is SectionKind.PROJECTS:
        return first or title, employer
    if not title and not employer and not second:
        alone = parse([first], kind, words)
        return (alone.title, alone.employer) if alone.title and alone.employer else (first, "")
    if not employer:
        employer = first if title else second
        title = title or first
    elif not title:
        title = first
    title_is_employer = has_employer(title, words) and not has_title(title, words)
    employer_is_title = has_title(employer, words) and not has_employer(employer, words)
    is_swapped = title_is_employer and employer_is_title
    if not titles and not employers:
        is_swapped = has_title(employer, words) and not has_title(title, words)
    return (employer, title) if is_swapped else (title, employer)


def _plain(texts: Sequence[str]) -> list[str]:
    return [found for text in texts if (found := plain(text))]
