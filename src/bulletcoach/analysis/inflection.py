"""Forms of verbs that the lexicon does not classify: the irregular ones by list, the others by their spelling."""

from __future__ import annotations

import re

from bulletcoach.lexicon.lexicon import Lexicon

_DOUBLED = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprtvz]$")


_PREFIXES = ("re", "over", "under", "out", "un", "mis", "pre", "fore")


class Forms:
    """Forms of verbs, looked up in a lexicon's irregular ones or spelled as regular verbs are."""

    def __init__(self, lexicon: Lexicon) -> None:
        rows = (row.split() for row in lexicon.terms_of("irregular"))
        self._irregular = {lemma: " ".join(forms) for lemma, *forms in rows}
        self._known = lexicon.verbs

    def of(self, lemma: str) -> str:
        """Third person, past, participle and gerund, as VerbEntry has them; “resell” has those of “sell”."""
        if lemma in self._irregular:
            return self._irregular[lemma]
        for prefix in _PREFIXES:
            stem = lemma.removeprefix(prefix).removeprefix("-")
            forms = self._irregular.get(stem) or (self._known[stem].forms if stem in self._known else "")
            if stem != lemma and len(stem) > 2 and forms:
                before = lemma.removesuffix(stem)
                return " ".join(f"{before}{form}" for form in forms.split())
        return regular_forms(lemma)


def regular_forms(lemma: str) -> str:
    """Third person, past, participle and gerund of a regular verb, separated by spaces as in lexicons/verbs.toml.

    A last consonant is doubled behind one short vowel in a word of one syllable.
    """
    if lemma.endswith("e"):
        stem, third = lemma[:-1], f"{lemma}s"
        keeps_e = lemma.endswith(("ee", "ye", "oe"))  # freeing, dyeing, hoeing
        gerund = f"{lemma[:-2]}ying" if lemma.endswith("ie") else f"{lemma if keeps_e else stem}ing"
        return f"{third} {lemma}d {lemma}d {gerund}"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ies {lemma[:-1]}ied {lemma[:-1]}ied {lemma}ing"
    third = f"{lemma}es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{lemma}s"
    stem = lemma + lemma[-1] if _DOUBLED.match(lemma) else lemma
    return f"{third} {stem}ed {stem}ed {stem}ing"
