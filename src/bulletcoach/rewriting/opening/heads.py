"""Heads: whether the word that a bullet seems to open with is the writer's act, a noun, or somebody else's doing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bulletcoach.judging.acts import only_takes_part
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.lexicon.likeness import typos_at, unshared
from bulletcoach.lexicon.phrases import singular
from bulletcoach.model.facts import Facts, Form, Strength, Token, Verb
from bulletcoach.rewriting.nominals import unfolded
from bulletcoach.rules.parts import looks_like_noun, stands_first, token_of

_BETWEEN = ("RB", "DT", ",", ":", "HYPH", "PRP", "PRP$", "TO", "MD")
_SUBORDINATE = ("WDT", "WP", "WRB", "WP$")
_CLAUSAL = ("relcl", "advcl", "acl", "xcomp", "pcomp")
_LIKE_NOUNS = (Form.BASE, Form.PRESENT, Form.THIRD)  # forms that a noun may have as well
_NEARLY = 88  # of 100; below it two verbs are two verbs
_LONGER = 2  # letters
_NEAR = 4  # tokens
_NEXT = 2  # tokens
_ALONE = 2  # words: “test engineering” names a trade, “reset passwords” an act


class HeadReader:
    """Answers what a bullet's head is, with the words of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._nominals = lexicon.pairs_of("nominal")
        self._nouns = lexicon.terms_of("noun-too") | lexicon.terms_of("mass")
        self._asked_with_to = lexicon.terms_of("part-to")
        self._described = lexicon.terms_of("described-by-gerund")
        self._compounds = lexicon.terms_of("compound")
        self._trades = lexicon.terms_of("trade-noun")
        self._light = lexicon.terms_of("light-verb")
        self._actless = lexicon.terms_of("actless")
        self._forms: dict[str, list[str]] = {}  # by the first letters that were asked for

    def is_act(self, verb: Verb, facts: Facts, start: int) -> bool:
        """Whether the verb is what was done, and no noun or modifier that looks like one (“marketing campaigns”)."""
        index = token_of(verb, facts)
        if index is None or verb.lemma in self._actless:
            return False
        token = facts.tokens[index]
        following = facts.tokens[index + 1] if index + 1 < len(facts.tokens) else None
        before = [each for each in facts.tokens if start <= each.start < verb.span.start]
        if any(each.tag not in _BETWEEN and each.dep != "preconj" for each in before):
            return False
        if verb.form is Form.GERUND and "-" in verb.text:
            return True  # “de-escalating calls”: no trade is called so
        if verb.form is Form.GERUND and (self._describes(facts, index) or self._is_half(token, following)):
            return False
        if verb.form is Form.GERUND:
            return token.dep not in ("compound", "amod") and (following is None or following.text.lower() != "of")
        if following is not None and following.tag in ("NN", "VBG") and following.text.endswith("ing"):
            return False  # “report writing”
        return token.tag.startswith("VB") or token.text[:1].isupper()

    def _is_half(self, token: Token, following: Token | None) -> bool:
        """Whether a gerund is the first half of a noun: “hanging baskets”, “packaging design”."""
        if following is None or not following.tag.startswith("NN"):
            return False
        noun = following.text.lower()
        pair = f"{token.text.lower()} {singular(noun)}"
        return pair in self._compounds or (noun in self._nominals and following.tag == "NN")

    def _describes(self, facts: Facts, index: int) -> bool:
        """Whether a gerund only says which: “opening and closing procedures”, “operating hours”."""
        behind = index
        while behind < len(facts.tokens) and (
            facts.tokens[behind].text.lower().endswith("ing") or facts.tokens[behind].tag in ("CC", ",")
        ):
            behind += 1
        noun = facts.tokens[behind].text.lower() if behind < len(facts.tokens) else ""
        return singular(noun) in self._described

    def is_noun(self, facts: Facts, head: Verb) -> bool:
        """Whether what seems to open with an act opens with a noun: “Inventory management and ordering”."""
        index = token_of(head, facts)
        if _ends_as_noun(facts, head) or (index and facts.tokens[index - 1].dep == "mark"):
            return True  # … “tasks as needed”
        if head.form is Form.GERUND:
            return self._gerund_is_noun(facts, head, index)
        if index is None or head.form not in _LIKE_NOUNS:
            return False
        behind = facts.tokens[index + 1 : index + 4]
        if not head.known and head.text.lower().endswith("ly"):
            return True  # “weekly stock counts”, of which the parser makes a verb
        if behind and f"{head.text} {singular(behind[0].text)}".lower() in self._compounds:
            return True  # “stock counts”
        if index and _ends_compound(facts, index):
            single = head.form is Form.BASE and all(token.tag in ("NN", "NNP") for token in facts.tokens[:index])
            when = head.form is Form.THIRD and facts.tokens[0].text.lower().endswith("ly")  # “quarterly reports”
            hides = when or (bool(behind) and singular(behind[0].text.lower()) in self._nominals)
            return hides or single  # “root cause analysis of …”, “month end close”: no single month “end”
        if not stands_first(head.span, facts):
            return False
        if head.form is Form.THIRD:
            return self._joins_noun(behind) or (bool(behind) and behind[0].tag in ("VBD", "VBN"))  # “tickets closed”
        if any(token.tag == "RB" and token.end <= head.span.start for token in facts.tokens):
            return False  # “accurately document assessments”
        return self._joins_noun(behind) or self._base_is_noun(facts, head, behind)

    def _gerund_is_noun(self, facts: Facts, head: Verb, index: int | None) -> bool:
        """“Copywriting for the web” names a trade, “Engineering shipped it” a department."""
        if head.lemma in self._light:
            return False  # “performing maintenance and repair of machines”
        if index is not None and self._describes(facts, index):
            return True
        behind = facts.tokens[index + 1] if index is not None and index + 1 < len(facts.tokens) else None
        acts = behind is not None and behind.tag in ("VBD", "VBZ")
        trade = not head.known and not (behind is not None and behind.tag in ("DT", "NNS", "PRP$"))
        return acts or trade or unfolded(facts, 0, self._lexicon) is not None

    def _joins_noun(self, behind: Sequence[Token]) -> bool:
        """Whether a noun that hides a verb is joined to the word: “repairs and maintenance of …”."""
        if len(behind) < _NEXT or behind[0].tag != "CC" or behind[1].text.lower() not in self._nominals:
            return False
        return len(behind) == _NEXT or behind[2].tag == "IN"

    def _base_is_noun(self, facts: Facts, head: Verb, behind: Sequence[Token]) -> bool:
        """Whether a word that can be a base form is a noun, by what stands behind it."""
        first, second = (*(token.tag for token in behind[:2]), "", "")[:2]
        if behind and behind[0].text.lower() in self._trades and second in ("", "IN", "CC", ","):
            return True  # “patch management for servers”
        may_be = head.lemma in self._nouns or looks_like_noun(head, facts)
        if not behind or not may_be:
            return may_be
        if first in ("VBD", "VBN"):
            return True  # “staff trained on new procedures”
        if behind[0].text.endswith("ing") and second in ("NN", "NNS"):
            return True  # “email marketing campaigns”
        alone = len(facts.text.split()) == _ALONE and first in ("NN", "VBG")
        ends_phrase = not second.startswith("NN")
        return alone or (ends_phrase and singular(behind[0].text.lower()) in self._nominals)

    def leaves_open(self, verb: Verb) -> bool:
        """Whether a verb only says that the writer took part, or that something was to come about."""
        return only_takes_part(verb) or (verb.strength is Strength.WEAK and verb.lemma in self._asked_with_to)

    def is_misspelt(self, verb: Verb) -> bool:
        """Whether an unknown verb is nearly a known one, so that its forms would be as wrong: “maintaing”."""
        if verb.known:
            return False
        word = verb.text.lower()
        near = list(self._near(word))
        if not near:
            return False
        # Only here, and not above: few verbs are unknown, and fewer look like a known one.
        from rapidfuzz import fuzz

        return any(fuzz.ratio(form, word) >= _NEARLY for form in near)

    def _near(self, word: str) -> Iterator[str]:
        """The forms of verbs that may be alike enough to a word: the same first letter, about the same length."""
        letters = set(word)
        for form in self._forms_with(word[0]):
            if abs(len(form) - len(word)) > _LONGER:
                continue
            typos = typos_at(_NEARLY, len(word) + len(form))
            if len(letters.symmetric_difference(form)) <= typos and unshared(word, form) <= typos:
                yield form

    def _forms_with(self, letter: str) -> Sequence[str]:
        """All forms of verbs that begin with a letter."""
        if letter not in self._forms:
            self._forms[letter] = [form for form in self._lexicon.verb_forms if form[0] == letter]
        return self._forms[letter]


def _ends_compound(facts: Facts, index: int) -> bool:
    """Whether nothing but nouns stands before a word: it is a noun as well."""
    return all(token.tag in ("NN", "NNS", "NNP", "JJ") for token in facts.tokens[:index])


def has_other_subject(facts: Facts, index: int) -> bool:
    """Whether the bullet's verb is a later one, and what seems to be its head belongs to the subject before that."""
    if index + 1 >= len(facts.tokens) or not facts.tokens[index + 1].tag.startswith("NN"):
        return False
    for number, token in enumerate(facts.tokens[: index + _NEAR]):
        governor = facts.tokens[token.head]
        if number > index and token.dep == "nsubj" and token.head > number and governor.tag in ("VBD", "VBZ"):
            return not any(each.dep == "mark" or each.tag in _SUBORDINATE for each in facts.tokens[index:number])
    return False


def joins_gerund(facts: Facts, start: int) -> bool:
    """Whether a gerund with an object is joined to a noun: “visual merchandising and ensuring that …”."""
    triples = zip(facts.tokens, facts.tokens[1:], facts.tokens[2:], strict=False)
    return any(
        a.start >= start and a.tag == "CC" and b.tag == "VBG" and c.tag not in _BETWEEN[2:] for a, b, c in triples
    )


def _ends_as_noun(facts: Facts, head: Verb) -> bool:
    """Whether the last word of a noun phrase was taken for its verb: “medication rounds”."""
    if head.form is not Form.THIRD:
        return False
    index = token_of(head, facts)
    return index is not None and 0 < index == len(facts.tokens) - 1


def passive_sentence(facts: Facts) -> int | None:
    """The place of the participle where a passive says what the bullet is about, outside any subordinate clause."""
    if "VBN" not in facts.tags or facts.head is None or facts.head.form is Form.PASSIVE:
        return None
    for number, token in enumerate(facts.tokens):
        if token.tag == "VBN" and token.dep not in _CLAUSAL:
            before = facts.tokens[number - 1] if number else token
            if before.tag in ("VBD", "VBP") and before.lemma == "be":
                return number
            if any(each.head == number and each.dep == "auxpass" for each in facts.tokens):
                return number
        if token.tag in _SUBORDINATE or token.dep == "mark":
            return None
    return None
