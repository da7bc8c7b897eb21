"""The words of lexicons/resume.toml, made ready for the readers."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from bulletcoach.lexicon.records import HeadingEntry, MacroEntry, TermEntry
from bulletcoach.model.document import SectionKind
from bulletcoach.readers.dates import DateGrammar
from bulletcoach.readers.markers import MarkerGrammar

_NOT_A_WORD = re.compile(r"[^\w&+#'. /-]+")
_FIELD = "field-"
_KEY = "key-"
_SPACES = re.compile(r"\s+")


class ResumeWords(Struct, frozen=True):
    """What a reader needs to know of the words of résumés; the uses are explained in lexicons/resume.toml.

    All words are folded (see `folded`), `region_codes` excepted: they must stand in capitals. `fields` maps the label
    of a header line to what stands behind it: “title”, “employer”, “place”, “project” or “dates”. `keys` maps a key of
    JSON or YAML to what its value is (the uses “key-…” of lexicons/keys.toml). `macros` has the commands of each
    typesetting language by their names, which keep their case.
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
            return frozenset(folded(word) for word in uses[use])

        def by_prefix(prefix: str) -> dict[str, str]:
            """Each word under a use that begins with `prefix`, and the rest of that use."""
            named = ((use.removeprefix(prefix), words) for use, words in uses.items() if use.startswith(prefix))
            return {folded(word): rest for rest, words in named for word in words}

        commands: dict[str, dict[str, MacroEntry]] = defaultdict(dict)
        for entry in macros:
            commands[entry.language].update((name, entry) for name in entry.names)

        return cls(
            headings={unhyphened(title): entry.kind for entry in headings for title in entry.titles},
            qualifiers=frozenset(unhyphened(word) for word in uses["qualifier"]),
            sub_headings=gathered("sub-heading"),
            list_labels=gathered("list-label"),
            vague_headings=gathered("vague-heading"),
            closings=tuple(sorted(gathered("closing"))),
            document_titles=gathered("document-title"),
            titles=gathered("title"),
            employers=gathered("employer"),
            legal_forms=gathered("legal-form"),
            departments=gathered("department"),
            department_tails=tuple(sorted(f" {name}" for name in gathered("department") if " " in name)),
            department_nouns=gathered("department-noun"),
            self_employed=gathered("self-employed"),
            time_units=gathered("time-unit"),
            heading_tails=gathered("heading-tail"),
            fields=by_prefix(_FIELD),
            keys=by_prefix(_KEY),
            macros=commands,
            regions=frozenset(folded(word) for word in uses["region"] if not word.isupper()),
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
    if text.isascii():
        if text.isalnum():  # most words of a lexicon
            return text.lower()
    else:
        text = unicodedata.normalize("NFC", text.replace("’", "'"))
        text = "".join(_base(character) for character in text)
    text = _NOT_A_WORD.sub(" ", text.casefold()).replace("&", " and ")
    return _SPACES.sub(" ", text).strip(" -'/")


def unhyphened(text: str) -> str:
    """`text` folded, with spaces for hyphens: “part-time work” and “part time work” are the same heading."""
    return folded(text).replace("-", " ")


def _base(character: str) -> str:
    """A Latin letter without its accent; any other character as it is."""
    plain = unicodedata.normalize("NFKD", character)
    return plain[0] if len(plain) > 1 and plain[0].isascii() else character
