"""A résumé as text, Markdown and LaTeX, in the manners that are common there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.resumes import Post, Resume

_TEX_SPECIAL = re.compile(r"[%&$#_]")
_TEX_HEAD = r"""\documentclass[11pt]{article}
\usepackage{enumitem}
\newcommand{\post}[4]{\textbf{#1} \hfill #2 \\ \textit{#3} \hfill #4}
\begin{document}
"""


def write_resume(resume: Resume, path: Path) -> None:
    """The résumé in a file, in the format that the file's name tells."""
    path.write_text(FORMATS[path.suffix](resume), encoding="utf-8", newline="\n")


def as_text(resume: Resume) -> str:
    """Plain text: headings in capitals, bullets behind dots."""
    lines = [resume.name.upper(), " | ".join(resume.contact), "", "SUMMARY", "", resume.summary, "", "EXPERIENCE"]
    for post in resume.posts:
        lines += ["", post.title, f"{post.employer}, {post.place}", post.dates]
        lines += [f"• {bullet}" for bullet in post.bullets]
    lines += ["", "SKILLS", "", ", ".join(resume.skills), "", "EDUCATION", "", resume.education]
    return "\n".join(lines) + "\n"


def as_markdown(resume: Resume) -> str:
    """Markdown: a heading for each section and post."""
    lines = [f"# {resume.name}", "", " · ".join(resume.contact), "", "## Summary", "", resume.summary]
    lines += ["", "## Experience"]
    for post in resume.posts:
        lines += ["", f"### {post.title} | {post.employer}", f"*{post.dates}*", ""]
        lines += [f"- {bullet}" for bullet in post.bullets]
    lines += ["", "## Skills", "", ", ".join(resume.skills), "", "## Education", "", resume.education]
    return "\n".join(lines) + "\n"


def as_latex(resume: Resume) -> str:
    """LaTeX: a list under each post, which a macro heads."""
    return _TEX_HEAD + "\n".join(_latex_body(resume)) + "\n\\end{document}\n"


def _latex_body(resume: Resume) -> Iterator[str]:
    yield rf"\begin{{center}}{{\Huge {resume.name}}} \\ {_tex(' | '.join(resume.contact))}\end{{center}}"
    yield rf"\section*{{Summary}}{_tex(resume.summary)}"
    yield r"\section*{Experience}"
    for post in resume.posts:
        yield from _latex_post(post)
    yield rf"\section*{{Skills}}{_tex(', '.join(resume.skills))}"
    yield rf"\section*{{Education}}{_tex(resume.education)}"


def _latex_post(post: Post) -> Iterator[str]:
    dates = post.dates.replace("–", "--")
    yield rf"\post{{{_tex(post.title)}}}{{{dates}}}{{{_tex(post.employer)}}}{{{_tex(post.place)}}}"
    yield r"\begin{itemize}[nosep]"
    yield from (rf"  \item {_tex(bullet)}" for bullet in post.bullets)
    yield r"\end{itemize}"


def _tex(text: str) -> str:
    return _TEX_SPECIAL.sub(lambda special: "\\" + special[0], text)


FORMATS: dict[str, Callable[[Resume], str]] = {".txt": as_text, ".md": as_markdown, ".tex": as_latex}
