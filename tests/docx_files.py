"""DOCX files made by hand, for what word processors write and for what only attackers do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT_W = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_TYPES = (
    f'{_XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
    '.wordprocessingml.document.main+xml"/></Types>'
)
_HEADINGS = "".join(
    f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
    f'<w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="240"/><w:outlineLvl w:val="{level - 1}"/></w:pPr>'
    '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>'
    for level in (1, 2, 3)
)
STYLES = (
    f'{_XML}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault>'
    "<w:pPrDefault/></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style>'
    f"{_HEADINGS}"
    '<w:style w:type="paragraph" w:styleId="Section"><w:name w:val="Section"/><w:basedOn w:val="Heading1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="ListParagraph"><w:name w:val="List Paragraph"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:ind w:left="720"/><w:contextualSpacing/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="ListBullet"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Duty"><w:name w:val="Duty"/><w:basedOn w:val="ListBullet"/></w:style>'
    '<w:style w:type="character" w:styleId="Ghost"><w:name w:val="Ghost"/><w:rPr><w:vanish/></w:rPr></w:style>'
    "</w:styles>"
)


def _level(number: int, kind: str, text: str, font: str = "Symbol") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>'
        f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr></w:lvl>'
    )


NUMBERING = (
    f'{_XML}<w:numbering xmlns:w="{W}">'
    f'<w:abstractNum w:abstractNumId="0">{_level(0, "bullet", chr(0xF0B7))}{_level(1, "bullet", "o", "Courier New")}'
    f"{_level(2, 'bullet', chr(0xF0A7), 'Wingdings')}</w:abstractNum>"
    f'<w:abstractNum w:abstractNumId="1">{_level(0, "decimal", "%1.")}{_level(1, "lowerLetter", "%2)")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{_level(0, "none", "")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="3">{_level(0, "bullet", "Ø", "Wingdings")}</w:abstractNum>'
    + "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(4))
    + "</w:numbering>"
)
BULLETS, NUMBERS, NOTHING, ARROWS = "1", "2", "3", "4"
"""The ids of the lists in NUMBERING."""


def run(text: str, properties: str = "") -> str:
    """A run; tabs and line feeds are written as Word does."""
    inner = escape(text).replace("\t", "</w:t><w:tab/><w:t xml:space='preserve'>")
    inner = inner.replace("\n", "</w:t><w:br/><w:t xml:space='preserve'>")
    own = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{own}<w:t xml:space='preserve'>{inner}</w:t></w:r>"


def par(
    content: str = "", style: str = "", list: str = "", level: int = 0, properties: str = "", face: str = ""
) -> str:
    """A paragraph. `content` is text, or XML where it begins with “<”."""
    inner = content if content.startswith("<") else run(content, face) if content else ""
    own = f'<w:pStyle w:val="{style}"/>' if style else ""
    if list:
        own += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr>'
    own += properties
    return f"<w:p>{f'<w:pPr>{own}</w:pPr>' if own else ''}{inner}</w:p>"


def table(*rows: Iterable[str]) -> str:
    """A table; each cell is the XML of its paragraphs, perhaps behind properties of its own."""
    body = "".join(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{body}</w:tbl>"


def box(content: str) -> str:
    """A run with a text box, as Word writes it: in its own way and once more for old readers."""
    inner = f"<w:txbxContent>{content}</w:txbxContent>"
    return (
        "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>"
        f"<wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def document(body: str) -> str:
    return f"{_XML}<w:document {_NAMESPACES}><w:body>{body}<w:sectPr/></w:body></w:document>"


def relationships(*pairs: tuple[str, str]) -> str:
    inner = "".join(
        f'<Relationship Id="rId{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(pairs, start=1)
    )
    return f'{_XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'


def parts(body: str, **more: str) -> dict[str, str]:
    """The parts of a usual file; `more` are further ones in word/, such as comments."""
    found = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": relationships(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relationships(
            *((name, f"{name}.xml") for name in ("styles", "numbering", *more))
        ),
        "word/document.xml": document(body),
        "word/styles.xml": STYLES,
        "word/numbering.xml": NUMBERING,
    }
    return found | {f"word/{name}.xml": text for name, text in more.items()}


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive of these, the same bytes each time."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in files.items():
            info = ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, content)
    return stream.getvalue()


def docx(body: str, **more: str) -> bytes:
    return zipped(parts(body, **more))
