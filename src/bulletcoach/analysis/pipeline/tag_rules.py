"""spaCy's attribute ruler, by looking tokens up instead of matching patterns.

The ruler of the English model says what a tag stands for (a part of speech, a form) by some hundred and eighty rules,
nearly all about one token: its tag, its word, its dependency. spaCy tries every rule on every token, with its engine
for patterns of any kind, and that took a fifth of all parsing. Here a token is tried once, and the next one with the
same tag, word and dependency gets the same answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from spacy.attrs import DEP, IS_SPACE, LOWER, TAG
from spacy.matcher import Matcher
from spacy.pipeline import AttributeRuler
from spacy.tokens import Doc

# What is asked of tokens, in the order of a `Key`: tag, word in lower case and dependency as spaCy's hashes of their
# strings, and 1 for space.
Key = tuple[int, int, int, int]
_READ = [TAG, LOWER, DEP, IS_SPACE]
_PLACES = {"TAG": 0, "LOWER": 1, "DEP": 2, "IS_SPACE": 3}
_WORD, _SPACE = 1, 3
_OTHER_WORD = 0  # stands for all words that no rule names

# A rule's number and its name, as `AttributeRuler.match` gives them.
Rule = tuple[int, int]


class _Condition(Struct, frozen=True):
    """What a rule asks at one place of a token's key: one of these values, or none of them."""

    place: int
    values: frozenset[int]
    is_among: bool = True

    def holds(self, key: Key) -> bool:
        return (key[self.place] in self.values) == self.is_among


class _Row(Struct, frozen=True):
    """A rule, with the conditions for each of the tokens in a row that it is about."""

    rule: Rule
    tokens: Sequence[Sequence[_Condition]]

    def holds(self, keys: Sequence[Key]) -> bool:
        """Whether these, as many or fewer, are what the rule asks for."""
        return len(keys) == len(self.tokens) and all(map(_fits, self.tokens, keys))


class _Answer(Struct, frozen=True):
    """The rules about one token that hold for it, and those about several that may begin with it."""

    alone: Sequence[Rule]
    rows: Sequence[_Row]


class TableRuler(AttributeRuler):
    """An attribute ruler that finds the rules that hold sooner.

    What it looks up are tags, words, dependencies and whether a token is space, each one value or a list of them.
    Patterns that ask anything else are matched by spaCy's engine as before, without the others.
    """

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._forget()

    def clear(self) -> None:
        """Drop all rules."""
        super().clear()
        self._forget()

    def _forget(self) -> None:
        self._rows: list[_Row] = []
        self._words: set[int] = set()
        self._answers: dict[Key, _Answer] = {}
        self._others = Matcher(self.vocab)

    def add(self, patterns: Iterable[Any], attrs: dict[Any, Any], index: int = 0) -> None:
        """Add a rule, as spaCy's ruler does: `attrs` for the token `index` of what any of the patterns finds."""
        number, patterns = len(self.attrs), list(patterns)
        super().add(patterns, attrs, index)
        self._answers.clear()
        for pattern in patterns:
            conditions = [list(self._conditions(token)) for token in pattern]
            if not pattern or not all(map(_are_all_known, pattern, conditions)):
                self._others.add(str(number), [pattern])
                continue
            self._rows.append(_Row((number, self.vocab.strings[str(number)]), conditions))
            named = [each.values for token in conditions for each in token if each.place == _WORD]
            self._words.update(*named)

    def match(self, doc: Doc) -> list[tuple[int, int, int, int]]:
        """The rules that hold, by their numbers: the number, the name, and the indexes of the first and past-the-last
        token."""
        rows: list[Key] = doc.to_array(_READ).tolist()
        keys = [(tag, word if word in self._words else _OTHER_WORD, dep, space) for tag, word, dep, space in rows]
        found: list[tuple[int, int, int, int]] = []
        for place, key in enumerate(keys):
            answer = self._answers.get(key) or self._find_out(key)
            found.extend([(*rule, place, place + 1) for rule in answer.alone])
            for row in answer.rows:
                end = place + len(row.tokens)
                if row.holds(keys[place:end]):
                    found.append((*row.rule, place, end))
        if len(self._others):
            others = self._others(doc, allow_missing=True)
            found.extend([(int(self.vocab.strings[name]), name, start, end) for name, start, end in others])
        return sorted(found)

    def _find_out(self, key: Key) -> _Answer:
        rows = [row for row in self._rows if _fits(row.tokens[0], key)]
        alone = [row.rule for row in rows if len(row.tokens) == 1]
        self._answers[key] = answer = _Answer(alone, [row for row in rows if len(row.tokens) > 1])
        return answer

    def _conditions(self, asked: Mapping[str, Any]) -> Iterator[_Condition]:
        """What a pattern asks of a token, without what is of another kind than those that are known here."""
        for name, value in asked.items():
            place = _PLACES.get(name)
            if place == _SPACE and isinstance(value, bool):
                yield _Condition(place, frozenset([int(value)]))
            elif place is not None and place != _SPACE:
                yield from self._by_strings(place, value if isinstance(value, dict) else {"IN": [value]})

    def _by_strings(self, place: int, asked: Mapping[str, Any]) -> Iterator[_Condition]:
        for how, values in asked.items():
            if how in ("IN", "NOT_IN") and all(isinstance(value, str) for value in values):
                numbers = [self.vocab.strings.add(value) if value else 0 for value in values]
                yield _Condition(place, frozenset(numbers), how == "IN")


def _fits(conditions: Sequence[_Condition], key: Key) -> bool:
    return all(condition.holds(key) for condition in conditions)


def _are_all_known(asked: Mapping[str, Any], known: Sequence[_Condition]) -> bool:
    """Whether each thing asked of a token became a condition; a pattern that asks nothing fits any token."""
    return len(known) == sum(len(value) if isinstance(value, dict) else 1 for value in asked.values())
