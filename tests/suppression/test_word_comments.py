"""In a DOCX file, a comment of Word's own is about the paragraph that it stands at."""

from __future__ import annotations

from docx_files import BULLETS, W, docx, par, run
from silenced import remarks, silenced

from bulletcoach.config import Settings
from bulletcoach.engine import Engine
from bulletcoach.readers import decode


def test_a_comment_at_a_bullet(engine: Engine) -> None:
    body = par("Experience", style="Heading1") + par("Baker, Oat & Rye, 2019 – 2021")
    body += par('<w:commentRangeStart w:id="3"/>' + run("Answered calls"), list=BULLETS) + par(
        "Fed ovens", list=BULLETS
    )
    said = f'<w:comment w:id="3">{par("bulletcoach: ignore[BC102] volumes are secret")}</w:comment>'
    data = docx(body, comments=f'<w:comments xmlns:w="{W}">{said}</w:comments>')
    result = engine.check_one(decode(data, "resume.docx"), Settings())
    assert silenced(result) == [("BC102", "Answered calls")]
    assert remarks(result) == []
