"""Capitals: whether the one that a bullet begins with is that of a name, or only that of a beginning."""

from __future__ import annotations

from collections.abc import Set
from functools import cached_property

from bulletcoach.lexicon.field import FieldPack
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.phrases import keys_of, singular, vocabulary
from bulletcoach.model.facts import Facts, MarkKind

_ENDS = ",.:;"


class Capitals:
    """Tells the capitals of names from those of beginnings, with the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._products = lexicon.terms_of("product")
        self._common = lexicon.terms_of("mass") | lexicon.terms_of("title")
        self._things: dict[str, Set[str]] = {}

    def of_beginning(self, facts: Facts, pack: FieldPack) -> tuple[int, ...]:
        """The offset of a bullet's first letter, if its capital is only that of a beginning; `pack` is its field."""
        start = first_letter(facts.text)
        word, *following = facts.text[start:].split(maxsplit=2)[:2] or [""]
        if not word[:1].isupper() or not (word == "A" or word[1:].rstrip(_ENDS).islower()):
            return ()
        tag = next((token.tag for token in facts.tokens if token.start == start), "")
        if tag == "DT" or any(mark.span.start == start for mark in facts.marked(MarkKind.RECURRENCE)):
            return (start,)
        proper = tag in ("NNP", "NNPS")
        if self._begins_name(word.lower().rstrip(_ENDS)) or (proper and any(each[:1].isupper() for each in following)):
            return ()
        return () if proper and not self._is_plain(word.lower(), pack) else (start,)

    def _begins_name(self, word: str) -> bool:
        """Whether a tool's name begins with the word: “Google”, “Microsoft”. One that can be a verb tells nothing."""
        return word in self._products or (word not in self._lexicon.verb_forms and word in self._tools)

    @cached_property
    def _tools(self) -> frozenset[str]:
        """The first words of tools' names."""
        names = (name for pack in self._lexicon.fields.values() for tool in pack.tools for name in tool.names)
        return frozenset(key for name in names for key in keys_of(name)[:1])

    def _is_plain(self, word: str, pack: FieldPack) -> bool:
        """Whether a word is no name, whatever the parser takes its capital for."""
        words = {word, singular(word)}
        verbs = self._lexicon.verb_forms
        return (
            not words.isdisjoint(self._common)
            or any(each in verbs for each in words)
            or not words.isdisjoint(self._things_of(pack))
        )

    def _things_of(self, pack: FieldPack) -> Set[str]:
        """All words of the things that people of a field work on."""
        name = pack.about.id
        if name not in self._things:
            self._things[name] = vocabulary(phrase for entry in pack.objects for phrase in entry.words)
        return self._things[name]


def first_letter(text: str) -> int:
    """The offset of the first letter of a text; 0 where it has none."""
    return next((place for place, letter in enumerate(text) if letter.isalpha()), 0)
