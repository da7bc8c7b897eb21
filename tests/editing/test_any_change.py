"""Whatever the file looks like and whatever changes: it is read again as wanted, and no other byte changes."""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from inline_resumes import bullets_of, texts_of
from spliced_bytes import spliced

from bulletcoach.editing import apply, rewritten, verified
from bulletcoach.errors import EditError
from bulletcoach.readers import ResumeWords, decode, read, spoken

NOUNS = "calls chats customers tickets refunds orders e\ufb03cient desk’s 1,200 98% and with from the self-service"
VERBS = ("Answered", "Resolved", "Rebuilt", "Résolved", "Trained")
BREAKS = ("\n", "\r\n", "\r")
ENCODINGS = ("utf-8", "cp1252", "utf-16-le", "utf-16-be", "utf-32-le")
MARKS = {"utf-8": codecs.BOM_UTF8, "utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE} | {
    "utf-32-le": codecs.BOM_UTF32_LE
}


@st.composite
def sentences(draw: st.DrawFn) -> list[str]:
    return [draw(st.sampled_from(VERBS)), *draw(st.lists(st.sampled_from(NOUNS.split()), min_size=2, max_size=12))]


@st.composite
def bullets(draw: st.DrawFn, newline: str) -> str:
    """A bullet, perhaps emphasised in part, wrapped, indented and with blanks where nobody sees them."""
    words = draw(sentences())
    first = draw(st.integers(0, len(words) - 1))
    last = draw(st.integers(first, len(words) - 1))
    opening, closing = draw(st.sampled_from([("", ""), ("**", "**"), ("_", "_"), ("[", "](https://a.example/b)")]))
    words[first] = opening + words[first]
    words[last] += closing
    indent, marker = draw(st.sampled_from(["", "  ", "\t"])), draw(st.sampled_from(["- ", "•\t", "1. "]))
    wrap = f"{draw(st.sampled_from(['', ' ']))}{newline}{indent}  "
    blanks = draw(
        st.lists(st.sampled_from([" ", " ", " ", "  ", "\t", wrap]), min_size=len(words), max_size=len(words))
    )
    text = "".join(word + blank for word, blank in zip(words, blanks[1:], strict=False)) + words[-1]
    return indent + marker + text + draw(st.sampled_from(["", ".", "  "]))


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """A résumé in any encoding that is read, with any line breaks, with and without one at the end."""
    newline = draw(st.sampled_from(BREAKS))
    lines = ["Mara Pellworth", "", "EXPERIENCE", "Support Agent, Acmé Corp", "Jan 2020 – May 2022"]
    lines += draw(st.lists(bullets(newline), min_size=1, max_size=4))
    text = newline.join(lines) + draw(st.sampled_from(["", newline, newline * 2 + "EDUCATION" + newline]))
    encoding = draw(st.sampled_from(ENCODINGS))
    if encoding == "cp1252":
        return text.replace("\ufb03", "ffi").encode("cp1252")
    has_mark = encoding.startswith("utf-32") or draw(st.booleans())
    return (MARKS[encoding] if has_mark else b"") + text.encode(encoding)


@dataclass(frozen=True)
class Mutation:
    """Words `start` to `end`, in thousandths of the bullet, become `new`."""

    start: int
    end: int
    new: list[str]

    def of(self, text: str) -> str:
        words = text.split()
        start, end = len(words) * self.start // 1000, len(words) * self.end // 1000
        changed = " ".join([*words[:start], *self.new, *words[max(start, end) :]])
        return changed[:1].upper() + changed[1:]


MUTATIONS = st.builds(
    Mutation,
    st.integers(0, 1000),
    st.integers(0, 1000),
    st.lists(st.sampled_from(["billing", "cutting waits from 9 to 4 minutes,", "Led", "team", "$4K"]), max_size=4),
)


def test_any_change(words: ResumeWords) -> None:
    @settings(max_examples=250, deadline=None)
    @given(files(), st.lists(MUTATIONS, min_size=1, max_size=3))
    def holds(data: bytes, mutations: list[Mutation]) -> None:
        document = read(decode(data, "resume.txt"), words)
        texts = texts_of(document)
        new = {number: mutation.of(texts[number]) for number, mutation in enumerate(mutations) if number < len(texts)}
        assume(all(len(text.split()) > 2 for text in new.values()))
        try:
            edits = verified(document, new, partial(read, words=words))
        except EditError:
            return
        after = apply(document.source, edits)
        assert after.data == spliced(document.source, edits)
        again = decode(after.data, "resume.txt")
        assert again.text == after.text
        assert texts_of(read(again, words)) == [new.get(number, text) for number, text in enumerate(texts)]
        assert all(one.span.end < other.span.start for one, other in pairwise(edits))

    holds()


def test_the_same_text_is_never_a_change(words: ResumeWords) -> None:
    pieces = [
        "- ",
        "• ",
        "\n",
        "\r\n",
        "\r",
        "\t",
        "  ",
        " ",
        "\u00a0",
        "\u00ad",
        "\u200b",
        "\ufb01",
        "“",
        "’",
        "\u2011",
    ]
    pieces += ["-\n", "custo-\n", "mer", "/\n", "**", "*", "_", "`", "[", "](https://a.example)", "Took", "calls", "."]

    @settings(max_examples=400, deadline=None)
    @given(st.lists(st.sampled_from(pieces), max_size=40).map("".join))
    def holds(text: str) -> None:
        document = read(decode(text.encode(), "resume.txt"), words)
        for bullet in bullets_of(document):
            assert spoken(bullet.text) == bullet.text
            assert rewritten(document, bullet, bullet.text) == ()

    holds()
