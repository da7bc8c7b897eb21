"""The words of lexicons/resume.toml, made ready for the readers."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.lexicon.records import HeadingEntry, MacroEntry, TermEntry
from bulletcoach.model.document import SectionKind
from bulletcoach.readers.dates import DateGrammar
from bulletcoach.readers.markers import MarkerGrammar

_NOT_A_WORD = re.compile(r"[^\w&+#'. /\n-]+")
# What each character of ASCII is for comparison: most texts have no others, and a table is the fastest to apply.
_ASCII_FOLDED = "".join(_NOT_A_WORD.sub(" ", chr(code).lower()) for code in range(128)).encode("ascii") + bytes(128)
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_FIELD = "field-"
_KEY = "key-"
_SPACES = re.compile(r" {2,}")
_EDGES = " -'/"


class ResumeWords(Struct, frozen=True):
    """What a reader needs to know of the words of résumés; the uses are explained in lexicons/resume.toml.

    All words are folded (see `folded`), `region_codes` excepted: they must stand in capitals. `fields` maps the label
    of a header line to what stands behind it: “title”, “employer”, “place”, “project” or “dates”. `keys` maps a key of
    JSON or YAML to what its value is (the uses “key-…” of lexicons/keys.toml). `macros` has the commands of each
    typesetting language by their names, which keep their case. `notes` is the notebook of a reading (see `once`).
    """

    headings: Mapping[str, SectionKind]
    qualifiers: frozenset[str]
    sub_headings: frozenset[str]
    list_labels: frozenset[str]
    vague_headings: frozenset[str]
    closings: tuple[str, ...]
    document_titles: frozenset[str]
    titles: frozenset[str]
    employers: frozenset[str]
    legal_forms: frozenset[str]
    departments: frozenset[str]
    department_tails: tuple[str, ...]
    department_nouns: frozenset[str]
    self_employed: frozenset[str]
    heading_tails: frozenset[str]
    time_units: frozenset[str]
    fields: Mapping[str, str]
    regions: frozenset[str]
    region_codes: frozenset[str]
    workplaces: frozenset[str]
    streets: frozenset[str]
    contact_labels: frozenset[str]
    minor: frozenset[str]
    verbs: frozenset[str]
    compound_first: frozenset[str]
    compound_last: frozenset[str]
    keys: Mapping[str, str]
    macros: Mapping[str, Mapping[str, MacroEntry]]
    dates: DateGrammar
    markers: MarkerGrammar
    notes: dict[tuple[object, object], object] | None = None

    @classmethod
    def of(
        cls, headings: Iterable[HeadingEntry], terms: Iterable[TermEntry], macros: Iterable[MacroEntry] = ()
    ) -> ResumeWords:
        """Gather the entries by use."""
        uses: dict[str, list[str]] = defaultdict(list)
        months: dict[str, int] = {}
        for term in terms:
            if term.use == "month":
                months.update((word.casefold(), number) for number, word in enumerate(term.words, start=1))
            else:
                uses[term.use].extend(term.words)

        def gathered(use: str) -> frozenset[str]:
            return frozenset(_all_folded(uses[use]))

        def by_prefix(prefix: str) -> dict[str, str]:
            """Each word under a use that begins with `prefix`, and the rest of that use."""
            named = {use: use.removeprefix(prefix) for use in uses if use.startswith(prefix)}
            rests = [rest for use, rest in named.items() for _ in uses[use]]
            return dict(zip(_all_folded([word for use in named for word in uses[use]]), rests, strict=True))

        commands: dict[str, dict[str, MacroEntry]] = defaultdict(dict)
        for macro in macros:
            commands[macro.language].update(dict.fromkeys(macro.names, macro))
        titles = [(title, entry.kind) for entry in headings for title in entry.titles]
        folded_titles = _all_folded([title for title, _ in titles])
        departments = gathered("department")

        return cls(
            headings={title.replace("-", " "): kind for title, (_, kind) in zip(folded_titles, titles, strict=True)},
            qualifiers=frozenset(word.replace("-", " ") for word in gathered("qualifier")),
            sub_headings=gathered("sub-heading"),
            list_labels=gathered("list-label"),
            vague_headings=gathered("vague-heading"),
            closings=tuple(sorted(gathered("closing"))),
            document_titles=gathered("document-title"),
            titles=gathered("title"),
            employers=gathered("employer"),
            legal_forms=gathered("legal-form"),
            departments=departments,
            department_tails=tuple(sorted(f" {name}" for name in departments if " " in name)),
            department_nouns=gathered("department-noun"),
            self_employed=gathered("self-employed"),
            time_units=gathered("time-unit"),
            heading_tails=gathered("heading-tail"),
            fields=by_prefix(_FIELD),
            keys=by_prefix(_KEY),
            macros=commands,
            regions=frozenset(_all_folded([word for word in uses["region"] if not word.isupper()])),
            region_codes=frozenset(word for word in uses["region"] if word.isupper()),
            workplaces=gathered("workplace"),
            streets=gathered("street"),
            contact_labels=gathered("contact-label"),
            minor=gathered("minor"),
            verbs=gathered("verb"),
            compound_first=gathered("compound-first"),
            compound_last=gathered("compound-last"),
            dates=DateGrammar.of(
                months, uses["season"], uses["now"], uses["since"], uses["expected"], uses["date-link"]
            ),
            markers=MarkerGrammar.of(uses["glyph"], uses["glyph-spaced"], uses["glyph-nested"]),
        )

    def for_one_reading(self) -> ResumeWords:
        """These words, with a notebook of their own, to be thrown away with them."""
        return replace(self, notes={})

    def with_commands(self, bullets: Iterable[str], entries: Iterable[str]) -> ResumeWords:
        """These words, with commands of LaTeX that make bullets, and such that name entries."""
        own = {
            name.lstrip("\\"): MacroEntry("latex", role, (name,), arguments)
            for names, role, arguments in ((bullets, "bullet", ("text",)), (entries, "entry", ("text",) * 7))
            for name in names
        }
        if not own:
            return self
        return replace(self, macros={**self.macros, "latex": {**self.macros.get("latex", {}), **own}})


def folded(text: str) -> str:
    """`text` for comparison: no case, no accents, “and” for “&”, no punctuation but that of words, single spaces.

    Only the first 200 characters count; nothing that it is compared with is longer.
    """
    text = text[:200]
    if text.isascii() and text.isalnum():  # most words
        return text.lower()
    return " ".join(_simplified(text).split()).strip(_EDGES)


def _all_folded(words: Sequence[str]) -> list[str]:
    """Each word of a lexicon, none of them long, folded; all at once, which takes half of the time."""
    lines = _SPACES.sub(" ", _simplified("\n".join(words))).split("\n") if words else []
    if len(lines) != len(words):  # a word with a line break
        return [folded(word) for word in words]
    return [line.strip(_EDGES) for line in lines]


def _simplified(text: str) -> str:
    """`text` folded, with line breaks, and with any number of spaces between words."""
    if text.isascii():
        return text.encode("ascii").translate(_ASCII_FOLDED).decode("ascii").replace("&", " and ")
    text = unicodedata.normalize("NFC", text.replace("’", "'"))
    text = _NOT_ASCII.sub(_base, text)
    return _NOT_A_WORD.sub(" ", text.casefold()).replace("&", " and ")


def unhyphened(text: str) -> str:
    """`text` folded, with spaces for hyphens: “part-time work” and “part time work” are the same heading."""
    return folded(text).replace("-", " ")


def _base(found: re.Match[str]) -> str:
    """A Latin letter without its accent; any other character as it is."""
    plain = unicodedata.normalize("NFKD", found[0])
    return plain[0] if len(plain) > 1 and plain[0].isascii() else found[0]
