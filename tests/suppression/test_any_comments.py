"""Whatever comments say and wherever they stand: findings are parted into two, none is lost, and nothing breaks."""

from __future__ import annotations

import pytest
from cpu_time import cpu_seconds
from hypothesis import given, settings
from hypothesis import strategies as st
from light_markup import read_as

from bulletcoach.config import Settings
from bulletcoach.errors import InputError
from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.finding import Finding, Severity
from bulletcoach.model.result import FileResult
from bulletcoach.readers import ResumeWords
from bulletcoach.report.placement import Placement
from bulletcoach.suppression import suppress

_RULES = ("BC101", "BC3", "no-number", "ALL", "BC9", "BC1O1", "", "duty-opener, BC301")
_DIRECTIVES = st.builds(
    "{}{}{} {}".format,
    st.sampled_from(["bulletcoach: ", "bulletcoach:", "bulletcoach ", "buletcoach: ", ""]),
    st.sampled_from(["ignore", "ignore-next", "disable", "enable", "ignore-file", "ignroe", ""]),
    st.one_of(st.just(""), st.sampled_from(_RULES).map("[{}]".format), st.sampled_from(_RULES).map("[{}".format)),
    st.sampled_from(["", "why", "-- why", "BC101"]),
)
_LINES = {
    "markdown": ("## Experience\n", "### Cook, Inn, 2019 - 2021\n", "- Ran the {} grill\n", "  - Kept {} stock\n",
                 "<!-- {} -->\n", "  <!-- {} -->\n", "- Fried <!-- {} -->fish\n", "\n", "text {}\n"),
    "latex": ("\\section{Experience}\n", "\\textbf{Cook}, Inn \\hfill 2019 -- 2021\n", "\\item Ran {} the grill\n",
              "\\begin{itemize}\n", "\\end{itemize}\n", "% {}\n", "\\item Fried % {}\n fish\n", "\n"),
    "typst": ("== Experience\n", "=== Cook, Inn #h(1fr) 2019 -- 2021\n", "- Ran the {} grill\n", "// {}\n", "  // {}\n",
              "- Fried /* {} */ fish\n", "#list[", "]\n", "\n"),
    "html": ("<h2>Experience</h2>", "<h3>Cook, Inn, 2019 - 2021</h3>\n", "<ul>", "<li>Ran the {} grill</li>", "\n",
             "<li>\nFried fish\n</li>", "</ul>\n", "<!-- {} -->", " <!-- {} -->\n", "<p>"),
    "yaml": ("work:\n", " - company: Inn\n", "   position: Cook\n", "   highlights:\n", "     - Ran the grill # {}\n",
             "     # {}\n", "       # {}\n", "     - |\n       Fried {}\n", "# {}\n"),
    "org": ("* Experience\n", "** Cook, Inn, 2019 - 2021\n", "- Ran the {} grill\n", "  # {}\n", "# {}\n", "  fish\n",
            "#+begin_comment\n{}\n#+end_comment\n", "*** Ran the grill daily\n", "\n"),
    "rst": ("Experience\n==========\n", "Cook, Inn, 2019 - 2021\n", "- Ran the {} grill\n", "\n  .. {}\n\n", "\n",
            "\n.. {}\n\n", "  fish\n"),
    "asciidoc": ("== Experience\n", "=== Cook, Inn, 2019 - 2021\n", "* Ran the {} grill\n", "// {}\n", "fish\n",
                 "////\n{}\n////\n", "\n"),
    "json": ('{{"work": [', '{{"name": "Inn", "position": "Cook", "highlights": [', '"Ran the grill"', ",", "]", "}}",
             '"bulletcoach": "{}",', '"bulletcoach": ["{}"],', "\n"),
    "text": ("EXPERIENCE\n", "Cook, Inn, 2019 - 2021\n", "- Ran the {} grill\n", "<!-- {} -->\n", "\n"),
}  # fmt: skip


@pytest.fixture(scope="module")
def words(lexicon: Lexicon) -> ResumeWords:
    return ResumeWords.of(lexicon.headings, lexicon.terms, lexicon.macros)


def _result(text: str, format: str, words: ResumeWords) -> FileResult:
    """A result in which two rules speak of every bullet, and one of the résumé."""
    document = read_as(text, format, words)
    count = sum(len(entry.bullets) for _, entry in document.judged_entries())
    findings = [
        Finding(code, "name", Severity.INFO, "message", "advice", bullet=number)
        for number in range(count)
        for code in ("BC101", "BC301")
    ]
    findings.append(Finding("BC604", "name", Severity.INFO, "message", "advice"))
    return FileResult("resume", document, findings=tuple(findings))


@pytest.mark.parametrize("format", _LINES)
def test_nothing_is_lost(format: str, words: ResumeWords) -> None:
    lines = st.builds(
        lambda line, said: line.replace("{}", said) if format != "json" else line.format(said),
        st.sampled_from(_LINES[format]),
        _DIRECTIVES,
    )

    @settings(max_examples=60, deadline=None, database=None, derandomize=True)
    @given(st.lists(lines, max_size=25).map("".join))
    def holds(text: str) -> None:
        try:
            result = _result(text, format, words)
        except InputError:
            return
        silenced = suppress(result, Settings())
        told = [each for each in silenced.findings if each.code.startswith("BC9")]
        kept = [each for each in silenced.findings if not each.code.startswith("BC9")]
        assert sorted([*kept, *silenced.suppressed], key=result.findings.index) == list(result.findings)
        assert set(kept).isdisjoint(silenced.suppressed)
        assert not told or "bullet" in text or "bulet" in text
        placement = Placement(result)
        assert all(placement.of(each) for each in told)

    holds()


def test_as_many_comments_as_lines(words: ResumeWords) -> None:
    """A file in which every line is a directive takes no longer than its size explains."""

    def seconds(lines: int) -> float:
        bullets = "".join(f"- Ran the grill {number} times\n" for number in range(50))
        says = ("ignore[BC101]", "disable[ALL]", "enable", "ignore-file[BC3]")
        comments = "".join(f"  <!-- bulletcoach: {says[number % 4]} -->\n" for number in range(lines))
        result = _result(f"## Experience\n### Cook, Inn, 2019 - 2021\n{bullets}{comments}{bullets}", "markdown", words)
        return cpu_seconds(lambda: suppress(result, Settings()))

    assert seconds(8_000) < 12 * max(seconds(2_000), 0.02)
