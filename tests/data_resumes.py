"""Résumés in JSON and YAML, put together of texts that are written in every way that the format has."""

from __future__ import annotations

import json
import re

from hypothesis import strategies as st

NOUNS = (
    "calls chats customers tickets refunds orders desk's 1,200 98% and with from the self-service C# R&D $4K (VIP)"
    " 24/7 a/b: café – ratio #1 <50 'quick' \"fast\" C:\\temp [new] {old} -5% e.g. @home *all"
)
VERBS = ("Answered", "Resolved", "Rebuilt", "Résolved", "Trained")
JSON_HEAD = '{"work": [{"company": "Acmé", "position": "Support Agent", "startDate": "2020-01", "highlights": ['
YAML_HEAD = "work:\n  - company: Acmé\n    position: Support Agent\n    startDate: 2020-01\n"
STYLES = ("plain", "single", "double", "literal", "folded", "flow", "keyed", "pair")
INDENT = " " * 10
_PLAIN = re.compile(r"[^\W\d_][^:#\[\]{},'\"&*!|>%@`]*")


@st.composite
def sentences(draw: st.DrawFn) -> str:
    nouns = draw(st.lists(st.sampled_from(NOUNS.split()), min_size=2, max_size=10))
    return " ".join([draw(st.sampled_from(VERBS)), *nouns])


@st.composite
def marked(draw: st.DrawFn) -> str:
    """A text in which Markdown may stand round one word."""
    words = draw(sentences()).replace("*", "").split()
    if draw(st.booleans()):
        at = draw(st.integers(0, len(words) - 1))
        opening, closing = draw(st.sampled_from([("**", "**"), ("_", "_"), ("[", "](https://a.example/b)")]))
        if words[at].isalnum():
            words[at] = f"{opening}{words[at]}{closing}"
    return " ".join(words)


@st.composite
def json_files(draw: st.DrawFn) -> str:
    """JSON Resume, with bullets as strings, as lines of a summary, or as an HTML list in it."""
    texts = draw(st.lists(marked(), min_size=1, max_size=4))
    only_ascii = draw(st.booleans())
    listed = [json.dumps(text, ensure_ascii=only_ascii) for text in texts]
    summary = draw(st.sampled_from(["", "Runs a desk of nine people.", "lines", "html"]))
    more = draw(st.lists(sentences(), min_size=2, max_size=3))
    if summary == "lines":
        summary = "\n".join(f"- {text}" for text in more)
    elif summary == "html":
        escaped = (text.replace("&", "&amp;").replace("<", "&lt;") for text in more)
        summary = f"<ul>{''.join(f'<li><p>{text}</p></li>' for text in escaped)}</ul>"
    newline = draw(st.sampled_from(["\n", "\r\n", ""]))
    tail = json.dumps(summary, ensure_ascii=only_ascii)
    return f'{JSON_HEAD}{newline}{f",{newline}".join(listed)}], {newline}"summary": {tail}}}]}}{newline}'


@st.composite
def yaml_files(draw: st.DrawFn) -> str:
    """The same in YAML, with scalars of every kind, folded and not."""
    items = [draw(_yaml_item(draw(marked()))) for _ in range(draw(st.integers(1, 4)))]
    lines = [f"        - {item}\n" for item in items]
    if draw(st.booleans()):
        texts = draw(st.lists(sentences(), min_size=2, max_size=3))
        sign = draw(st.sampled_from(["|", "|-", "|+"]))
        lines += ["    summary: ", sign, "\n", *(f"      - {text}\n" for text in texts)]
    text = YAML_HEAD + "    highlights:\n" + "".join(lines) + draw(st.sampled_from(["", "skills: [Jira]\n", "# end\n"]))
    return text.replace("\n", draw(st.sampled_from(["\n", "\r\n"])))


@st.composite
def _yaml_item(draw: st.DrawFn, text: str) -> str:
    style = draw(st.sampled_from(STYLES))
    words = text.split(" ")
    at = draw(st.integers(1, len(words) - 1))
    is_folded = draw(st.booleans()) and not words[at].startswith(("-", "*", "#"))
    fold = f"\n{INDENT}" if is_folded else " "

    def folded(content: str) -> str:
        parts = content.split(" ")
        return " ".join(parts[:at]) + fold + " ".join(parts[at:]) if at < len(parts) else content

    if style == "double":
        return folded(json.dumps(text, ensure_ascii=draw(st.booleans())))
    if style == "literal":
        return f"|-\n{INDENT}{text}"
    if style == "folded":
        return f">-\n{INDENT}{folded(text)}"
    plain = " ".join(word for word in words if _PLAIN.fullmatch(word)) or "Led"
    plain = f"{plain} teams here"
    if style == "plain":
        return plain
    if style == "flow":
        return f"{{bullet: {plain}}}"
    if style == "keyed":
        return f"bullet: {plain}"
    if style == "pair":
        return f"Result of it: {plain}"
    return folded("'" + text.replace("'", "''") + "'")
