"""The smallest PDFs that show what a reader must cope with: pages of text at given places."""

from __future__ import annotations

from collections.abc import Iterable

FONTS = {
    "F": "/BaseFont/Helvetica/Encoding/WinAnsiEncoding",
    "B": "/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding",
    "T": "/BaseFont/Times-Roman/Encoding/WinAnsiEncoding",
    "Z": "/BaseFont/ZapfDingbats",
    "S": "/BaseFont/Symbol",
}
"""The fonts that every reader of PDFs has, by the names that `at` takes."""


def at(x: float, y: float, text: str, font: str = "F", size: float = 10) -> str:
    """Text whose baseline begins at `x`, and `y` points below the top of the page."""
    said = text.encode("cp1252").hex()
    return f"BT /{font} {size} Tf 1 0 0 1 {x} {800 - y} Tm <{said}> Tj ET\n"


def pdf(*pages: str) -> bytes:
    """A file with these pages, each a string of drawing operators."""
    fonts = " ".join(f"/{name} << /Type/Font/Subtype/Type1{rest} >>" for name, rest in FONTS.items())
    count = len(pages)
    kids = " ".join(f"{3 + 2 * number} 0 R" for number in range(count))
    objects = ["<< /Type/Catalog/Pages 2 0 R >>", f"<< /Type/Pages/Kids[{kids}]/Count {count} >>"]
    for number, content in enumerate(pages):
        objects.append(
            f"<< /Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents {4 + 2 * number} 0 R"
            f"/Resources << /Font << {fonts} >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    return _file(objects)


def _file(objects: Iterable[str]) -> bytes:
    data = b"%PDF-1.4\n"
    offsets = []
    for number, each in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{each}\nendobj\n".encode("latin-1")
    start = len(data)
    data += f"xref\n0 {len(offsets) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    return data + f"trailer\n<< /Size {len(offsets) + 1}/Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
