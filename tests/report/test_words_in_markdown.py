"""Text in Markdown shows as it is: no markup, HTML, link, heading or list comes of it."""

from __future__ import annotations

import pytest

from bulletcoach.report.markdown_text import escaped


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Cut waits by 40% (9 → 6 minutes), at long last!", "Cut waits by 40% (9 → 6 minutes), at long last!"),
        ("*so* _so_ `so` ~~so~~ $so$", r"\*so\* \_so\_ \`so\` \~\~so\~\~ \$so\$"),
        ("[x](https://example.com) | [X%]", r"\[x\](https\://example.com) \| \[X%\]"),
        ("www.example.com, a@example.com, @name", r"www\.example.com, a\@example.com, \@name"),
        ("<script>&amp;</script>", r"\<script\>\&amp;\</script\>"),
        ("a\\b", r"a\\b"),
        ("# Head", r"\# Head"),
        ("- item", r"\- item"),
        ("-item", "-item"),
        ("--- ", r"\--- "),
        ("1. first", r"1\. first"),
        ("2019 was", "2019 was"),
        ("two\nlines \x1b[0m", r"two\\x0alines \\x1b\[0m"),
    ],
)
def test_escaping(text: str, written: str) -> None:
    assert escaped(text) == written
