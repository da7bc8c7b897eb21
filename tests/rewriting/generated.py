"""Bullets that nobody wrote: openers, verbs and things of the shipped lexicons, with numbers, markup and tails."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from bulletcoach.lexicon.lexicon import load_lexicon

_TAILS = [
    "", "", "", "by 18%", "for about 40 clients", ", cutting waits by nearly half", "to improve retention",
    "using VLOOKUP",
    "with the night crew", ", ensuring satisfaction", "without a single error", "(up to 5 a day)",
    "in a fast-paced team",
    "and helped train new hires", "; “well done” said the auditors", "– not only on weekends", "🎉", "[X%]", ", etc.",
    "from 9 to 4 hours", "& <b>more</b>", "\\textbf{daily}", "on a daily basis", "as needed", ", so that nobody waited",
]  # fmt: skip
_NUMBERS = ["", "", "12", "~60", "over 1,200", "various", "a", "an excellent", "the", "my", "our", "up to 9"]
_LEADS = ["", "", "I", "We", "Successfully", "Safety:", "After the fire,", "Also", "Was", "not"]


_LEXICON = load_lexicon()
_VERBS = [form for lemma, entry in _LEXICON.verbs.items() for form in (lemma, *entry.forms.split())]
_THINGS = [word for entry in _LEXICON.upgrades for word in entry.objects]
_OPENERS = [entry.phrase.lower() for entry in _LEXICON.openers]


def _bullet(*words: str) -> str:
    text = re.sub(r" +(?=[ .,;])", "", " ".join(filter(None, dict.fromkeys(words)))).strip()
    return text[:1].upper() + text[1:]


bullets = st.builds(
    _bullet,
    st.sampled_from(_LEADS),
    st.just("") | st.sampled_from(_OPENERS),
    st.just("") | st.sampled_from(_VERBS) | st.sampled_from(_VERBS),
    st.sampled_from(_NUMBERS),
    st.sampled_from(_THINGS) | st.sampled_from(_THINGS).map("{}s".format),
    st.sampled_from(_TAILS),
    st.sampled_from(_TAILS),
    st.sampled_from(["", "", "."]),
)
texts = st.text(
    st.sampled_from("aeinrst ABC 0129 %$£/.,:;–-+#()[]&'’“”\"\t🎉") | st.characters(codec="utf-8"), max_size=90
)
