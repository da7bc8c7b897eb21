"""Forms of verbs that the lexicon lacks, by the spelling of regular verbs."""

from __future__ import annotations

import re

_DOUBLED = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprtvz]$")


def regular_forms(lemma: str) -> str:
    """Third person, past, participle and gerund of a regular verb, separated by spaces as in lexicons/verbs.toml.

    Only verbs that no lexicon has come here, and those are regular: the irregular ones are few and known.
    """
    if lemma.endswith("e"):
        stem, third = lemma[:-1], f"{lemma}s"
        gerund = f"{lemma[:-2]}ying" if lemma.endswith("ie") else f"{lemma if lemma.endswith('ee') else stem}ing"
        return f"{third} {lemma}d {lemma}d {gerund}"
    if lemma.endswith("y") and lemma[-2:-1] not in "aeiou":
        return f"{lemma[:-1]}ies {lemma[:-1]}ied {lemma[:-1]}ied {lemma}ing"
    third = f"{lemma}es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{lemma}s"
    stem = lemma + lemma[-1] if _DOUBLED.match(lemma) else lemma
    return f"{third} {stem}ed {stem}ed {stem}ing"
