"""Which values of an entry are bullets, which are its summary, and which are posts inside it."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace

from bulletcoach.model.document import SectionKind
from bulletcoach.model.text import Run, SourceMap, Span
from bulletcoach.readers.rendering import Rendering
from bulletcoach.readers.schema.fields import Fields
from bulletcoach.readers.schema.keys import SECTION, role_of
from bulletcoach.readers.schema.nodes import Kind, Mapping, Node, Scalar, Sequence
from bulletcoach.readers.schema.renderings import without_markdown
from bulletcoach.readers.schema.strings import Claim, Use, read_string
from bulletcoach.readers.shapes import is_title_case, opens_like_bullet, word_count, words_of
from bulletcoach.readers.words import ResumeWords

PAIR = "pair"
KEY = " key"
_LONGEST_TAG = 3  # words of “Amazon Web Services”
_UNSPACED = "\u2e80"  # from here on, scripts that put no space between words
_LONGEST_UNSPACED = 5
_LEAST_CLAIM = 4  # words of a bullet under a key that nobody knows
_UNTOLD = ("", SECTION + SectionKind.EXPERIENCE)  # a key that nobody knows, or “work” inside of a post
_NO_BULLETS = ("tags", "meta", "title", "employer", "name", "place", "start", "end", "dates", "current", "label")


class Claims(Struct):
    """What an entry holds, in the order of the file. `posts` are the entries inside it, each with its key."""

    bullets: list[Claim] = field(default_factory=list)
    prose: list[Claim] = field(default_factory=list)
    posts: list[tuple[Scalar, Node]] = field(default_factory=list)


def claims_of(mapping: Mapping, words: ResumeWords, seen: set[int]) -> Claims:
    """The claims of an entry. `seen` are the lists and mappings that were read before: they are not read again."""
    found = Claims()
    for key, value in mapping.all_pairs():
        _gather(found, key, value, words, seen)
    return found


def list_claims(items: tuple[Node, ...], words: ResumeWords, seen: set[int], level: int = 0) -> Iterator[Claim]:
    """The bullets of a list: strings, mappings that hold one, lists nested in it. A list of tags has none."""
    strings = [item.text for item in items if isinstance(item, Scalar) and item.kind is Kind.TEXT]
    if strings and len(strings) == len(items) and _are_tags(strings, words):
        return
    for item in items:
        if isinstance(item, Scalar):
            if item.kind is Kind.TEXT and not _is_lone_name(item.text, words) and _is_new(item, seen):
                yield from _deeper(read_string(item, Use.ITEM, words).bullets, level)
        elif id(item) not in seen:
            seen.add(id(item))
            if isinstance(item, Sequence):
                yield from list_claims(item.items, words, seen, level + 1)
            else:
                yield from mapping_claims(item, words, seen, level)


def mapping_claims(mapping: Mapping, words: ResumeWords, seen: set[int], level: int = 0) -> Iterator[Claim]:
    """A bullet that is written as a mapping: “bullet: …”, with bullets below it perhaps; or by mistake “Result: …”."""
    fields = Fields(mapping, words)
    texts = (node for role in ("bullet", "prose", "title", "name") for node in fields.nodes(role))
    text = next((node for node in texts if isinstance(node, Scalar) and node.kind is Kind.TEXT), None)
    if text is not None:
        if _is_new(text, seen):
            yield from _deeper(read_string(text, Use.ITEM, words).bullets, level)
        for role in ("bullets", "items", "prose"):
            for node in fields.nodes(role):
                if isinstance(node, Sequence) and id(node) not in seen:
                    seen.add(id(node))
                    yield from list_claims(node.items, words, seen, level + 1)
        return
    for key, value in mapping.pairs:
        role = role_of(key.text, words)
        if isinstance(value, Scalar):
            if role == "bullets" and value.kind is Kind.TEXT:
                yield from _deeper(read_string(value, Use.LIST, words).bullets, level)
            elif not role and len(mapping.pairs) == 1 and value.kind in (Kind.TEXT, Kind.VALUE):
                yield Claim(_pair(key, value), Span(key.span.start, value.span.end), PAIR, level=level)
        elif isinstance(value, Sequence) and role not in _NO_BULLETS and id(value) not in seen:
            seen.add(id(value))
            is_claim = not role and word_count(key.text) >= _LEAST_CLAIM and opens_like_bullet(key.text, words)
            if is_claim:  # “- Led the move:” with a list below it
                whole = Span(0, len(key.rendering.text))
                yield Claim(without_markdown(key.rendering, whole), key.span, key.quoting + KEY, level=level)
            yield from list_claims(value.items, words, seen, level + is_claim)


def _gather(found: Claims, key: Scalar, value: Node, words: ResumeWords, seen: set[int]) -> None:
    role = role_of(key.text, words)
    if role in _NO_BULLETS:
        return
    if isinstance(value, Scalar):
        if value.kind is Kind.TEXT and _is_new(value, seen):
            _gather_string(found, value, role, words)
        return
    if id(value) in seen:
        return
    if isinstance(value, Mapping):
        seen.add(id(value))
        if role == "bullets":
            found.bullets += mapping_claims(value, words, seen)
        elif not role.startswith(SECTION):
            inner = claims_of(value, words, seen)
            found.bullets += inner.bullets
            found.prose += inner.prose if role in ("prose", "bullets") else []
            found.posts += inner.posts
        return
    if _are_posts(value, role, words):
        found.posts.append((key, value))
    elif role in ("bullets", "prose", "items", "bullet") or (role in _UNTOLD and _tell_of_work(value, words)):
        seen.add(id(value))
        found.bullets += list_claims(value.items, words, seen)


def _gather_string(found: Claims, value: Scalar, role: str, words: ResumeWords) -> None:
    if role in ("bullets", "bullet", "prose", "items"):
        contents = read_string(value, Use.LIST if role.startswith("bullet") else Use.TEXT, words)
        found.bullets += contents.bullets
        found.prose += contents.prose
    elif not role and "\n" in value.text:
        contents = read_string(value, Use.TEXT, words)
        if len(contents.bullets) > 1:
            found.bullets += contents.bullets
            found.prose += contents.prose


def _are_posts(value: Sequence, role: str, words: ResumeWords) -> bool:
    """Whether a list inside an entry holds entries: mappings with names, and with dates or bullets of their own."""
    mappings = [item for item in value.items if isinstance(item, Mapping)]
    if not mappings or len(mappings) < len(value.items):
        return False
    for item in mappings:
        fields = Fields(item, words)
        if fields.has("bullet") or not fields.has("title", "name", "employer", "start", "dates"):
            return False
        if fields.is_dated or fields.has("employer"):
            return True
        if (role == "posts" or role.startswith(SECTION)) and fields.has("bullets", "prose", "items", "title"):
            return True
        if role not in ("bullets", "prose") and fields.has("bullets"):
            return True
    return False


def _tell_of_work(value: Sequence, words: ResumeWords) -> bool:
    """Whether the strings of a list under an unknown key are claims by their looks."""
    texts = [item.text for item in value.items if isinstance(item, Scalar) and item.kind is Kind.TEXT]
    telling = sum(1 for text in texts if opens_like_bullet(text, words) and word_count(text) >= _LEAST_CLAIM)
    return len(texts) == len(value.items) and 2 * telling > len(texts)


def _are_tags(texts: list[str], words: ResumeWords) -> bool:
    """“React”, “Node.js”, “Amazon Web Services”: names, few of which could be claims, however short."""
    claims = sum(1 for text in texts if word_count(text) > 1 and (opens_like_bullet(text, words) or _is_phrase(text)))
    return 2 * claims < len(texts) and all(_is_name(text, words) for text in texts)


def _is_phrase(text: str) -> bool:
    """“Prüfung von Nähten”: in a language that writes nouns with capitals, small words tell a phrase from a name."""
    return any(word[0].islower() for word in words_of(text)[1:])


def _is_lone_name(text: str, words: ResumeWords) -> bool:
    """Whether a text is one word, and not such as “Promoted”: nobody's claim, even among claims."""
    return word_count(text) <= 1 and _is_name(text, words) and not opens_like_bullet(text, words)


def _is_name(text: str, words: ResumeWords) -> bool:
    if any(character >= _UNSPACED for character in text):
        return len(text.strip()) <= _LONGEST_UNSPACED
    count = word_count(text)
    if count > _LONGEST_TAG or text.rstrip().endswith("."):
        return False
    return count <= 1 or is_title_case(text, words)


def _is_new(node: Node, seen: set[int]) -> bool:
    """Whether a node is read for the first time; from now on it is not."""
    if id(node) in seen:
        return False
    seen.add(id(node))
    return True


def _deeper(claims: tuple[Claim, ...], level: int) -> Iterator[Claim]:
    for claim in claims:
        yield replace(claim, level=claim.level + level)


def _pair(key: Scalar, value: Scalar) -> Rendering:
    """A key and its value as the one text that they were meant to be: “Result: cut costs”."""
    first, second = key.rendering, value.rendering
    start, end = len(first.text), len(first.text) + 2
    last = first.source_map.runs[-1].source.end if first.source_map.runs else key.span.end
    begin = second.source_map.runs[0].source.start if second.source_map.runs else value.span.start
    moved = (Run(Span(run.clean.start + end, run.clean.end + end), run.source) for run in second.source_map.runs)
    runs = (*first.source_map.runs, Run(Span(start, end), Span(last, begin)), *moved)
    whole = Rendering(f"{first.text}: {second.text}", SourceMap(runs))
    return without_markdown(whole, Span(0, len(whole.text)))
