"""The analyser: bullets' texts in, their Facts out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from msgspec import Struct

from bulletcoach.analysis.clauses import Boundary, ClauseReader
from bulletcoach.analysis.familiar import FamiliarWords
from bulletcoach.analysis.marks import MarkReader
from bulletcoach.analysis.model import load_model
from bulletcoach.analysis.objects import ObjectReader
from bulletcoach.analysis.openers import OpenerReader
from bulletcoach.analysis.parsing import BATCH, Parse, parse_all
from bulletcoach.analysis.quantities import QuantityReader
from bulletcoach.analysis.segments import Segment, label_end, segments_of, shape_of_label
from bulletcoach.analysis.verbs import VerbReader, named_verb
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.records import HeadPlace, OpenerEntry, OpenerKind
from bulletcoach.model.facts import Build, Facts, Form, Opener, Role, Verb
from bulletcoach.model.text import Span

# A bullet longer than this is too long to be one (rule too-long says so) and is not parsed: parsing is superlinear.
LONGEST = 2000
# Openers of these kinds are no acts, whatever verb forms are in them: "was in charge of".
_WITHOUT_VERB = (OpenerKind.FIXED, OpenerKind.LIST)
# The index of a verb that stands before the parsed part.
_NO_TOKEN = -1
# What may follow an opener in the lexicon's terms where a base form or a past is the act: "Duties: answer …".
_CLAUSES = {"list", "clause"}
_TO_VERB = re.compile(r"To\s+([A-Za-z-]+)")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’/-]*")


class Start(Struct, frozen=True):
    """How a bullet begins: its opener, and the offset from which on it is parsed."""

    offset: int
    opener: Opener | None = None
    entry: OpenerEntry | None = None
    lead_in: Span | None = None

    @property
    def swallows_verb(self) -> bool:
        """Whether the act, if any, stands behind the opener."""
        return self.entry is not None and self.entry.head is HeadPlace.AFTER

    @property
    def names_task(self) -> bool:
        """Whether a noun or a gerund stands behind the opener, and no clause or infinitive ("was asked to write")."""
        if self.entry is None or self.opener is None or not self.swallows_verb:
            return False
        return not self.opener.text.lower().endswith(" to") and _CLAUSES.isdisjoint(self.entry.followed_by)


class Analyser:
    """Reads bullets. Making one loads the language model (about a second) and raises ModelError without it."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._model = load_model()
        self._familiar = FamiliarWords(self._model)
        self._openers = OpenerReader(lexicon)
        self._verbs = VerbReader(lexicon)
        self._clauses = ClauseReader(lexicon, self._verbs)
        self._quantities = QuantityReader(lexicon)
        self._objects = ObjectReader(lexicon)
        self._marks = MarkReader(lexicon)
        self._nominals = lexicon.pairs_of("nominal")

    def analyse(self, texts: Iterable[str]) -> Iterator[Facts]:
        """The Facts of each text, in order. Texts of more than `LONGEST` characters are refused with ValueError."""
        pending = iter(texts)
        while batch := list(islice(pending, BATCH)):
            if any(len(text) > LONGEST for text in batch):
                raise ValueError(f"a text of more than {LONGEST} characters is no bullet")
            starts = [self._start(text) for text in batch]
            pieces = [(text, self._segments(text, start)) for text, start in zip(batch, starts, strict=True)]
            self._familiar.learn(segment.sentence for _, segments in pieces for segment in segments)
            with self._model.memory_zone():
                parses = list(parse_all(self._model, pieces))
            for parse, start in zip(parses, starts, strict=True):
                yield self._facts(parse, start)

    def _start(self, text: str) -> Start:
        offset, opener = 0, self._openers.read(text)
        if opener is None:
            offset = shape_of_label(text, self._lexicon)
            opener = self._openers.read(text[offset:]) if offset else None
        if opener is not None:
            span = Span(opener.span.start + offset, opener.span.end + offset)
            opener = Opener(span, opener.text, opener.phrase)
            entry = self._openers.entry(opener)
            return Start(span.end if entry.head is HeadPlace.AFTER else offset, opener, entry)
        return self._behind_lead_in(text, self._behind_to(text, label_end(text, self._lexicon)))

    def _behind_to(self, text: str, offset: int) -> int:
        """The offset of the verb in a job description's "To maintain and repair …"."""
        verb = _TO_VERB.match(text, offset)
        is_base = verb is not None and any(form is Form.BASE for _, form in self._lexicon.forms_of(verb[1].lower()))
        return verb.start(1) if verb is not None and is_base else offset

    def _behind_lead_in(self, text: str, offset: int) -> Start:
        """A start behind an introductory phrase: "After the outage, rebuilt …" is parsed from "rebuilt" on."""
        first = _WORD.match(text, offset)
        if first and first[0].lower() in self._lexicon.terms_of("subject"):
            comma = text.find(", ", offset)
            verb = _WORD.match(text, comma + 2) if 0 < comma < offset + 90 else None
            forms = {form for _, form in self._lexicon.forms_of(verb[0].lower())} if verb else set()
            if verb and (forms & {Form.PAST, Form.BASE} or (not forms and verb[0].endswith("ed"))):
                return Start(comma + 2, lead_in=Span(offset, comma))
        return Start(offset)

    def _segments(self, text: str, start: Start) -> list[Segment]:
        """What is parsed: from the start on, behind the subject that fits what the opener left."""
        rest = text[start.offset :]
        skipped = len(rest) - len(rest.lstrip(" :–—-")) if start.swallows_verb else 0
        return list(segments_of(text, start.offset + skipped, self._lexicon, only_gerund=start.names_task))

    def _facts(self, parse: Parse, start: Start) -> Facts:
        heads = self._heads(parse) or list(self._opener_verb(parse, start))
        verbs = tuple(verb for _, verb in heads)
        clauses = self._clauses.read(parse, heads, list(self._openings(start, heads)), len(parse.text))
        quantities = self._quantities.read(parse, clauses)
        nominal = None if heads else self._nominal(parse)
        build = Build.CLAUSE if heads else Build.NOUN_PHRASE if _has_noun(parse) else Build.FRAGMENT
        indexes = [index for index, _ in heads if index != _NO_TOKEN]
        objects = self._objects.read(parse, indexes, clauses, start.offset, is_phrase=not indexes)
        if start.opener is not None:
            objects = tuple(item for item in objects if item.head.start >= start.opener.span.end)
        return Facts(
            text=parse.text,
            build=build,
            opener=start.opener,
            verbs=verbs,
            nominal=nominal,
            objects=objects,
            quantities=quantities,
            clauses=clauses,
            marks=self._marks.read(parse.text, parse.words),
            tokens=parse.tokens,
        )

    def _heads(self, parse: Parse) -> list[tuple[int, Verb]]:
        """The head verb, the verbs coordinated with it, and the head verbs of later segments."""
        heads: list[tuple[int, Verb]] = []
        for number in range(len(parse.segments)):
            if (found := self._verbs.head(parse, number)) and (number == 0 or heads):
                heads.append(found)
                heads.extend(self._verbs.coordinated(parse, *found))
        return heads

    def _opener_verb(self, parse: Parse, start: Start) -> Iterator[tuple[int, Verb]]:
        """The verb inside an opener behind which there is none: "Acted as a liaison between …"."""
        if start.opener is None or start.entry is None or start.entry.kind in _WITHOUT_VERB:
            return
        words = list(_WORD.finditer(start.opener.text))
        words = [match for match in words if match[0].lower() not in self._lexicon.terms_of("opener-lead")]
        if words and (readings := self._lexicon.forms_of(words[0][0].lower())) and " of" not in start.opener.text:
            span = Span(start.opener.span.start + words[0].start(), start.opener.span.start + words[0].end())
            yield _NO_TOKEN, named_verb(readings[0][0], span, parse.text, readings[0][1], self._lexicon)

    def _openings(self, start: Start, heads: Sequence[tuple[int, Verb]]) -> Iterator[Boundary]:
        """What is known of the beginning: a lead-in gives the context, a stock opener makes what follows a task."""
        if start.lead_in is not None:
            yield Boundary(start.lead_in.start, Role.PROBLEM)
        if start.opener is not None and start.entry is not None:
            fixed = start.entry.kind in (OpenerKind.FIXED, OpenerKind.LIST, OpenerKind.NOUN)
            yield Boundary(start.opener.span.start, Role.TASK if fixed else Role.ACTION, heads[0][1] if heads else None)
            for _, verb in heads if fixed else ():
                yield Boundary(verb.span.start, Role.TASK, verb)
        elif not heads:
            yield Boundary(start.offset, Role.ACTION)

    def _nominal(self, parse: Parse) -> Verb | None:
        """The verb inside the first noun of a bullet without one: "Processing of refunds" → process."""
        words = [*(token.text.lower() for token in parse.tokens), ""]
        for number, (token, (word, behind)) in enumerate(zip(parse.tokens[:6], pairwise(words), strict=False)):
            lemma = self._nominals.get(word)
            if lemma is None and _leads_to_of(words[number:]):  # “upselling of desserts”
                lemma = next((each for each, form in self._lexicon.forms_of(word) if form is Form.GERUND), None)
            if lemma is not None and behind not in self._nominals:  # “escalation handling” is handling
                return named_verb(lemma, Span(token.start, token.end), parse.text, Form.NOMINAL, self._lexicon)
        return None


def _leads_to_of(words: Sequence[str]) -> bool:
    """Whether the words begin with a gerund, or several in a row, and then “of”: “loading and unloading of trucks”."""
    behind = next((word for word in words if not word.endswith("ing") and word not in ("and", "&", ",")), "")
    return words[0].endswith("ing") and behind == "of"


def _has_noun(parse: Parse) -> bool:
    return any(token.tag.startswith(("NN", "CD")) for token in parse.tokens)
