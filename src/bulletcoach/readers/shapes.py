"""What a line looks like: a title, a sentence, a list of names, contact details.

All of these are judgements by shape and by the lists of lexicons/resume.toml. They look at the first few hundred
characters of a line only, so an overlong one costs no more than any other.
"""

from __future__ import annotations

import re

from bulletcoach.readers.asides import without_asides
from bulletcoach.readers.once import once
from bulletcoach.readers.words import ResumeWords, folded

_HEAD = 600
_OPENING = 80  # characters, in which the first words stand
_LONGEST_NAME = 14  # words; “Senior Associate for … at the Department of …”
_WORD = re.compile(r"[^\W_][\w'’.&+#/@‑-]*")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+")
_URL = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w-]{2,40}\.(?:com|org|net|io|dev|me|co|edu|gov|app|info|us|uk|de)(?:/[^\s|,]*)?(?![\w.])"
)
_PHONE = re.compile(
    r"(?<![\d.,])(?:\+?\d{1,3}[ .\-]?)?(?:\(\d{2,4}\)[ .\-]?|\d{2,4}[ .\-])\d{3,4}[ .\-]?\d{3,4}(?![\d,%])"
)
_CONTACT_HINT = re.compile(r"[@\d:]|\.\w")  # no address is without one of these
_HINTED = ((re.compile(r"@"), _EMAIL), (re.compile(r"[.:]"), _URL), (re.compile(r"\d{3}"), _PHONE))
_ZIP = re.compile(r"\b(?:\d{5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2})\b")
_LABEL = r"[*_]{0,3}([^:]{2,45}?)[*_]{0,3}\s*:[*_]{0,3}\s*"  # rare, as is _TO_SOMEONE: compiled where it may stand
_LIST_HINT = re.compile(r"[,;|/]|\s-\s")  # nothing parts a text in ASCII without one of these
_LIST_COMMA = re.compile(r"\s*(?:,(?!\d{3}(?!\d))|[;|•·●▪/]|\s-\s)\s*(?:and\s+|&\s+)?")
_FIRST_PERSON = re.compile(r"(?:I|My|I'm|I've|I’m|I’ve)\b")
_HEAD_NOUN_END = re.compile(r"\s+(?:of|for|to|in|at|with|on)\s+|\s*[(\[/–—]|\s-\s|,")
_TO_SOMEONE = r"\s(?:with|for|to|from|by|under|alongside)\s+(?:the|an?|my|our|all)\s"
_AND = re.compile(r"\s*(?:&|/|\+|\band\b)\s*", re.IGNORECASE)
_LEVEL = re.compile(r"\s+(?:[IVX]{1,4}|\d{1,2}|[A-Z]|(?:Level|Tier|Grade)\s+\w+)$")


def words_of(text: str) -> list[str]:
    """The words at the head of `text`, without the full stops and marks behind them."""
    return [_bare(word) for word in _WORD.findall(text, 0, _HEAD)]


def _bare(word: str) -> str:
    """A word without the full stops and marks behind it."""
    return word.rstrip(".'’-/_")


def has_word(text: str) -> bool:
    """Whether there is a word at the head of `text`."""
    return _WORD.search(text, 0, _HEAD) is not None


def word_count(text: str) -> int:
    """How many words there are; of a long text, how many in its first few hundred characters."""
    return len(_WORD.findall(text, 0, _HEAD))


def is_verb_like(word: str, words: ResumeWords) -> bool:
    """Whether `word` looks like a verb at the head of a bullet: answered, answering, answers, answer."""
    low = folded(word)
    if low in words.verbs:
        return True
    if len(low) > 4 and low.endswith(("ed", "ing")) and low not in words.titles:
        return True
    return low.endswith("s") and (low[:-1] in words.verbs or (low.endswith("es") and low[:-2] in words.verbs))


@once
def opens_like_bullet(text: str, words: ResumeWords) -> bool:
    """Whether the first word is verb-like; an adverb or “I” may stand before it."""
    first = _WORD.search(text, 0, _OPENING)
    if first is None:
        return False
    word = _bare(first[0])
    if folded(word).endswith("ly") or _FIRST_PERSON.match(word):
        second = _WORD.search(text, first.end(), _OPENING)
        word = _bare(second[0]) if second else word
    return is_verb_like(word, words)


@once
def is_title_case(text: str, words: ResumeWords) -> bool:
    """Whether all words that matter begin with a capital or a digit, as in a name or a title."""
    is_told = False
    for number, match in enumerate(_WORD.finditer(text, 0, _HEAD)):
        word = _bare(match[0])
        if number == 0 and not (word[0].isupper() or word[0].isdigit()):
            return False
        if _is_minor(word, words):
            continue
        if word[0].islower() and not _is_brand(word) and not _is_legal_form(word, words):
            return False  # a sentence: the rest of it need not be looked at
        is_told = True
    return is_told


def _is_minor(word: str, words: ResumeWords) -> bool:
    return (word.casefold() if word.isascii() else folded(word)) in words.minor


def _is_legal_form(word: str, words: ResumeWords) -> bool:
    """“plc”, “d.o.o.”: small letters at the end of a name."""
    return word in words.legal_forms or f"{word}." in words.legal_forms


def _is_brand(word: str) -> bool:
    """eBay, iOS: a small letter before a capital."""
    return len(word) > 1 and word[1].isupper()


@once
def is_sentence(text: str, words: ResumeWords) -> bool:
    """Whether a line without a marker reads as a sentence or as a bullet, not as a name or a title."""
    outside = without_asides(text)
    if outside != text and (word_count(outside) > 1 or has_title(outside, words) or has_employer(outside, words)):
        text = outside
    found = words_of(text)
    if len(found) < 2:
        return (
            len(found) == 1
            and is_verb_like(found[0], words)
            and found[0][0].isupper()
            and not _is_title(found[0], words)
        )
    if _FIRST_PERSON.match(text):
        return True
    has_stop = text.rstrip().endswith((".", "!", ";")) and not _is_abbreviation(text, words)
    if is_title_case(text, words):
        if has_title(text, words) or has_employer(text, words):
            return len(found) > _LONGEST_NAME
        reads_on = has_stop or opens_like_bullet(text, words)
        return (len(found) >= 3 and reads_on) or len(found) > _LONGEST_NAME
    if has_stop or (opens_like_bullet(text, words) and not _is_short_title(text, found, words)):
        return True
    telling = [word for word in found[1:] if word.casefold() not in words.minor]
    small = sum(1 for word in telling if word[0].islower())
    is_name = has_title(text, words) or has_employer(text, words)
    if len(found) <= 6 and is_name and not _serves_someone(text, words):
        return False
    return 2 * small >= len(telling) and small > 0


def _is_short_title(text: str, found: list[str], words: ResumeWords) -> bool:
    """“Support agent”, though “support” is a verb; “Wrote the guide” has an article and is none."""
    return len(found) <= 4 and has_title(text, words) and not any(word.casefold() in words.minor for word in found)


def _serves_someone(text: str, words: ResumeWords) -> bool:
    """“Menu development with the head chef” ends with a title's noun and is none; “Assistant to the director” is."""
    found = re.search(_TO_SOMEONE, text)
    return found is not None and not has_title(text[: found.start()], words)


def _is_abbreviation(text: str, words: ResumeWords) -> bool:
    last = text.rstrip().rsplit(None, 1)[-1]
    return folded(last) in words.legal_forms or len(last.rstrip(".")) <= 2 or last.count(".") > 1


@once
def has_title(text: str, words: ResumeWords) -> bool:
    """Whether the head noun is one of a job title: the last word, or the last before “of”, a comma or a dash."""
    return any(word in words.titles for word in _head_nouns(text, words))


@once
def has_employer(text: str, words: ResumeWords) -> bool:
    """Whether the head noun, or a legal form behind it, is one of an employer's name."""
    return any(word in words.employers or f"{word}." in words.employers for word in _head_nouns(text, words))


def has_legal_form(text: str, words: ResumeWords) -> bool:
    """“Parcelworth Ltd”, “Lumen & Sons, Inc.”"""
    found = words_of(text)
    return len(found) > 1 and any(form in words.legal_forms for form in (folded(found[-1]), f"{folded(found[-1])}."))


@once
def is_department(text: str, words: ResumeWords) -> bool:
    """“Guest Services”, “Billing & Service”: every part is a department's name, or ends with one of several words."""
    parts = [folded(part) for part in _AND.split(without_asides(text))]
    return all(part in words.departments or part.endswith(words.department_tails) for part in parts)


def mentions_title(text: str, words: ResumeWords) -> bool:
    """Whether any word is one of a job title."""
    return any(_is_title(word, words) for word in words_of(text))


def mentions_employer(text: str, words: ResumeWords) -> bool:
    return any(folded(word) in words.employers for word in words_of(text))


def _is_title(word: str, words: ResumeWords) -> bool:
    return any(part in words.titles for part in folded(word).replace("/", " ").split())


@once
def _head_nouns(text: str, _words: ResumeWords) -> tuple[str, ...]:
    """The last word of the first phrase, and the last word of all; levels such as “II” left out."""
    text = text[:200].strip().rstrip(".,;:")
    first = _HEAD_NOUN_END.split(text, maxsplit=1)[0]
    heads: list[str] = []
    for phrase in dict.fromkeys((first, text)):
        if found := words_of(_LEVEL.sub("", phrase.strip(" )]"))):
            head = folded(found[-1])
            heads += [head, *head.split("/")] if "/" in head else [head]
    return tuple(heads)


@once
def is_place(text: str, words: ResumeWords) -> bool:
    """“Austin, TX”, “Remote”, “Leeds, England”, “Canada”."""
    parts = [part.strip(" ()[].") for part in text.split(",")]
    if len(parts) > 2 and not is_region(parts[-2], words):
        return False  # an employer stands before the town
    if len(parts) > 3 or word_count(text) > 7:
        return False
    if folded(parts[-1]) in words.workplaces or folded(text) in words.workplaces:
        return len(parts) == 1 or is_title_case(text, words)
    return is_region(parts[-1], words) and is_title_case(text, words) and (len(parts) > 1 or not parts[-1].isupper())


def is_length_of_time(text: str, words: ResumeWords) -> bool:
    """“3 yrs 2 mos”"""
    found = words_of(text)
    return (
        bool(found)
        and found[0][0].isdigit()
        and all(word.isdigit() or folded(word) in words.time_units for word in found)
    )


def is_town_and_region(text: str, words: ResumeWords) -> bool:
    """“Memphis TN”: a region's code behind a town, in a text that is not all capitals."""
    town, _, code = _ZIP.sub("", text).strip().rpartition(" ")
    return code in words.region_codes and bool(town) and not town.isupper() and is_title_case(town, words)


@once
def is_region(text: str, words: ResumeWords) -> bool:
    text = _ZIP.sub("", text).strip()
    return text in words.region_codes or folded(text) in words.regions


@once
def is_contact(text: str, words: ResumeWords) -> bool:
    """Whether the line holds an address, and little else than addresses."""
    if len(text) > 400 or not _CONTACT_HINT.search(text):
        return False
    rest = text
    found = 0
    for hint, pattern in _HINTED:
        if hint.search(rest):
            rest, count = pattern.subn(" ", rest)
            found += count
    if not (found or ":" in text or is_title_case(text, words)):
        return False  # neither a label nor a street
    left = words_of(rest)
    label = folded(left[0]) if left else ""
    if found and label not in words.contact_labels and opens_like_bullet(rest, words):
        return is_title_case(rest, words)
    if found:
        labels = sum(1 for word in left if folded(word) in words.contact_labels)
        return len(left) - labels <= 4 or (is_title_case(rest, words) and len(left) - labels <= 9)
    if label in words.contact_labels and ":" in text and word_count(text) <= 10:
        return True
    return _is_street(rest, left, words)


def is_name_with_link(text: str, words: ResumeWords) -> bool:
    """“Lantern — github.com/example/lantern”: a name, its web address, and no label or other address."""
    if _EMAIL.search(text) or _PHONE.search(text) or not _URL.search(text):
        return False
    left = words_of(without_asides(_URL.sub(" ", text)))
    return bool(left) and left[0][0].isupper() and not any(folded(word) in words.contact_labels for word in left)


def _is_street(text: str, found: list[str], words: ResumeWords) -> bool:
    """“14 Quarry Lane, Austin, TX 78702”, “Austin, TX 78702”."""
    if not 2 <= len(found) <= 14 or not is_title_case(text, words):
        return False
    if found[0][0].isdigit() and any(folded(word) in words.streets for word in found[1:6]):
        return True
    if not _ZIP.search(text) or has_employer(text.split(",")[0], words):
        return False  # perhaps an employer with its address
    return any(is_region(part, words) for part in text.split(","))


def label_of(text: str) -> str | None:
    """The folded label at the head of “Tools: Zendesk, Jira”, if there is a colon near enough."""
    match = re.match(_LABEL, text) if ":" in text else None
    return folded(match[1]) if match else None


@once
def is_list(text: str, words: ResumeWords) -> bool:
    """Whether the line lists names, tools or skills: “Python, SQL, Excel”, “Tools: …”, “GPA 3.8”."""
    label = label_of(text)
    if label is not None and (label in words.list_labels or label.removeprefix("key ") in words.list_labels):
        return True
    text = text.strip().rstrip(".")
    if _is_grade(text):
        return True
    if len(text) > 400 or (text.isascii() and not _LIST_HINT.search(text)):
        return False
    if opens_like_bullet(text, words) and not is_title_case(text, words):
        return False
    parts = [part for part in _LIST_COMMA.split(text) if part]
    if len(parts) < 2:
        return False
    longest = 1 if len(parts) == 2 else 3
    if any(word_count(part) > longest for part in parts):
        return False
    names = sum(part[0].isupper() or part[0].isdigit() or _is_brand(part) for part in parts)
    is_of_words = len(parts) > 2 and all(word_count(part) == 1 for part in parts)
    return names == len(parts) or (is_of_words and 2 * names >= len(parts))  # “Python, dbt, Snowflake”


def _is_grade(text: str) -> bool:
    """“GPA 3.8”"""
    if text.isascii() and "gpa" not in text.lower():
        return False
    return folded(text).startswith(("gpa ", "cgpa "))


def is_closing(text: str, words: ResumeWords) -> bool:
    """“References available upon request” and the like."""
    return len(text) <= 80 and folded(text).startswith(words.closings)


def is_prose(text: str) -> bool:
    """A paragraph that tells a story in the first person, in more than one sentence."""
    return bool(_FIRST_PERSON.match(text)) and len(re.findall(r"[.!?]\s+\S", text[:_HEAD])) >= 1


def ends_open(text: str, words: ResumeWords) -> bool:
    """Whether the text cannot end here: a comma, a hyphen, a small word at its end."""
    tail = text[-60:].rstrip()
    if not tail or tail[-1] in ",-–—/&(+‐‑\u00ad":
        return True
    if tail[-1] in ".!?;:":
        return False
    found = words_of(tail)
    return bool(found) and found[-1].casefold() in words.minor
