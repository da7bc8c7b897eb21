"""Which bullet or entry a comment is about, by where it stands.

In each snippet a comment says @ and, where it is about anything, the beginning of what it is about: `@Answered`.
"""

from __future__ import annotations

import pytest

from bulletcoach.lexicon.lexicon import Lexicon
from bulletcoach.model.document import Document
from bulletcoach.model.result import FileResult
from bulletcoach.readers import ResumeWords, decode, read
from bulletcoach.suppression.ground import Ground

SNIPPETS = {
    "markdown, behind": (
        "md",
        """\
        ## Experience
        ### Porter, Hotel Marlow, 2019 – 2021
        - Answered calls <!-- @Answered -->
        - Carried bags <!-- @Carried -->
          up five floors
        - Parked cars
          in the garage <!-- @Parked -->
        """,
    ),
    "markdown, on its own line": (
        "md",
        """\
        <!-- @Porter -->
        ## Experience
        <!-- @Porter -->

        ### Porter, Hotel Marlow, 2019 – 2021
        <!-- @Answered -->
        - Answered calls
          <!-- @Answered -->
        <!-- @Carried -->
        - Carried bags

          <!-- @Carried -->

        - Parked cars
          <!-- @Valeted -->
          - Valeted limousines
            <!-- @Valeted -->
          <!-- @ -->
        <!-- @ -->
        """,
    ),
    "markdown, over several lines": (
        "md",
        """\
        ## Experience
        **Porter**, Hotel Marlow <!-- @Porter -->
        <!--
        @Porter -->
        2019 – 2021

        - Answered calls <!-- @Answered
          and more -->
        - Carried bags
          <!-- @Carried

          and more -->
        - Parked cars
        """,
    ),
    "markdown, several comments in a row": (
        "md",
        """\
        ## Experience
        ### Porter, Hotel Marlow, 2019 – 2021
        - Answered calls <!-- @Answered --> <!-- @Answered -->
          <!-- @Answered -->
          <!-- @Answered -->
        <!-- @Carried -->
        <!-- @Carried -->
        - Carried bags
        """,
    ),
    "markdown, an entry without bullets": (
        "md",
        """\
        ## Experience
        ### Porter, Hotel Marlow, 2019 – 2021
        - Answered calls
        ## Education
        <!-- @Diploma -->
        ### Diploma in Tourism, Marlow College, 2018
        ## Volunteering
        ### Guide, City Museum, 2017 – 2018
        - Led tours
        """,
    ),
    "latex": (
        "tex",
        r"""
        \documentclass{article}\begin{document} % @Porter
        \section{Experience}
        % @Porter
        \textbf{Porter}, Hotel Marlow \hfill 2019 -- 2021 % @Porter
        \begin{itemize} % @Answered
          \item Answered calls % @Answered
            % @Carried
          \item Carried bags % @Carried
            up five floors % @Carried
          % @Parked
          \item % @Parked
            Parked cars
            % @Parked
            in the garage
        \end{itemize} % @
        \end{document}
        """,
    ),
    "latex, macros": (
        "tex",
        r"""
        \documentclass{article}
        \newcommand{\resumeItem}[1]{\item{#1}}
        \begin{document}
        \section{Experience}
        \textbf{Porter}, Hotel Marlow \hfill 2019 -- 2021
        \begin{itemize}
          \resumeItem{Answered calls} % @Answered
          \resumeItem{Carried bags
            up five floors
          } % @Carried
          \resumeItem{% @Parked
            Parked cars
          }
        \end{itemize}
        \end{document}
        """,
    ),
    "html": (
        "html",
        """\
        <html><body><h2>Experience</h2>
        <!-- @Porter -->
        <h3>Porter, Hotel Marlow, 2019 – 2021</h3> <!-- @Porter -->
        <!-- @Answered -->
        <ul> <!-- @Answered -->
          <li>Answered calls <!-- @Answered --></li>
            <!-- @Carried -->
          <li>Carried bags <!-- @Carried -->
          up five floors</li> <!-- @Carried -->
          <li>
            <!-- @Parked -->
            Parked cars
          </li> <!-- @Parked -->
        </ul></body></html>
        """,
    ),
    "html, all on one line": (
        "html",
        "<html><body><h2>Experience</h2><h3>Porter, Hotel Marlow, 2019 – 2021</h3><ul><!-- @Answered -->"
        "<li>Answered calls</li><!-- @Answered --><li>Carried <!-- @Carried -->bags</li>"
        "<!-- @Carried --></ul></body></html>",
    ),
    "typst": (
        "typ",
        """\
        = Ann Berg
        == Experience
        // @Porter
        === Porter, Hotel Marlow #h(1fr) 2019 -- 2021 // @Porter
        // @Answered
        - Answered calls // @Answered
          // @Answered
        // @Carried
        - Carried bags /* @Carried */
          up five floors
        - Parked cars
          in the garage /* @Parked */
        """,
    ),
    "yaml": (
        "yaml",
        """\
        # @Porter
        work:
          # @Porter
          - company: Hotel Marlow # @Porter
            position: Porter
            # @Answered
            startDate: 2019-01
            highlights: # @Porter
              # @Answered
              - Answered calls # @Answered
              # @Carried
              - Carried bags
                up five floors # @Carried
                # @Carried
              - >- # @Parked
                Parked
                cars
              - "Valeted limousines" # @Valeted
              - # @Led
                Led tours
          # @
        """,
    ),
    "org": (
        "org",
        """\
        # @Porter
        * Experience
        # @Porter
        ** Porter, Hotel Marlow, 2019 - 2021
        # @Answered
        - Answered calls
          # @Answered
        - Carried bags
          up five floors
          # @Carried
          #+begin_comment
          @Carried
          #+end_comment
        - Parked cars
        """,
    ),
    "rst": (
        "rst",
        """\
        Experience
        ==========

        .. @Porter

        Porter, Hotel Marlow, 2019 - 2021
        ---------------------------------

        .. @Answered

        - Answered calls

          .. @Answered

        - Carried bags
          up five floors

          .. @Carried
             and more

        - Parked cars
        """,
    ),
    "asciidoc": (
        "adoc",
        """\
        == Experience

        // @Porter
        === Porter, Hotel Marlow, 2019 - 2021

        // @Answered
        * Answered calls
        // @Carried
        * Carried bags
        // @Carried
        up five floors

        ////
        @Parked
        ////
        * Parked cars
        """,
    ),
}


@pytest.fixture(scope="module")
def words(lexicon: Lexicon) -> ResumeWords:
    return ResumeWords.of(lexicon.headings, lexicon.terms, lexicon.macros)


@pytest.mark.parametrize("name", SNIPPETS)
def test_target(name: str, words: ResumeWords) -> None:
    suffix, snippet = SNIPPETS[name]
    text = "\n".join(line.removeprefix(" " * 8) for line in snippet.lstrip("\n").split("\n"))
    document = read(decode(text.encode(), f"resume.{suffix}"), words)
    comments = [comment for comment in document.comments if "@" in comment.text]
    assert len(comments) == text.count("@")
    wanted = [comment.text.partition("@")[2].split()[:1] for comment in comments]
    assert _targets(document) == [word[0] if word else "" for word in wanted]


def _targets(document: Document) -> list[str]:
    ground = Ground(FileResult("resume", document), document)
    around = ground.around(0)
    found: list[str] = []
    for comment in document.comments:
        if "@" in comment.text:
            target = around.target(comment)
            said = target.span.of(document.source.text) if target else ""
            name = next((name for name in ("Porter", "Diploma") if target and target.is_entry and name in said), said)
            found.append(" ".join(name.replace('"', "").split()[:1]))
    return found
