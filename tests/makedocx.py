"""Small DOCX files for the tests: a zip of XML strings, with as little around the case as Word allows."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = {
    W: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    R: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
_SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_ROOTS = {"document": "document", "styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes"}
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN = f"{_TYPE}.document.main+xml"


# ---------------------------------------------------------------- pieces of a body
def r(text: str, rpr: str = "") -> str:
    """A run; `rpr` are its properties, such as `<w:b/>`."""
    return f'<w:r><w:rPr>{rpr}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def p(*runs: str, num: tuple[int, int] | None = None, style: str = "", ppr: str = "") -> str:
    """A paragraph of runs; a string without marks becomes a run. `num`: numId and level."""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    numbered = f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>' if num else ""
    return f"<w:p><w:pPr>{named}{numbered}{ppr}</w:pPr>{inner}</w:p>"


def tc(*blocks: str, span: int = 1, merge: str = "", borders: str = "") -> str:
    """A cell; `merge` is `restart` or `continue`."""
    inner = "".join(block if block.startswith("<") else p(block) for block in blocks) or p()
    props = f'<w:gridSpan w:val="{span}"/>' * (span > 1) + f'<w:vMerge w:val="{merge}"/>' * bool(merge)
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/>{props}{borders}</w:tcPr>{inner}</w:tc>'


def tr(*cells: str, head: bool = False, props: str = "") -> str:
    """A row of cells; a string without marks becomes a cell."""
    inner = "".join(cell if cell.startswith("<w:tc>") else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{props}{'<w:tblHeader/>' * head}</w:trPr>{inner}</w:tr>"


def tbl(*rows: str, columns: int = 2, ruled: bool = True) -> str:
    """A table with all borders, or with none."""
    sides = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    properties = f"<w:tblPr><w:tblBorders>{sides * ruled}</w:tblBorders></w:tblPr>"
    grid = '<w:gridCol w:w="2000"/>' * columns
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def box(*blocks: str) -> str:
    """A run with a text box, as Word writes it: once for new programs, once for old ones."""
    inner = f"<w:txbxContent>{''.join(block if block.startswith('<') else p(block) for block in blocks)}</w:txbxContent>"
    graphic = f"<a:graphic><a:graphicData><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
    new = f'<mc:Choice Requires="wps"><w:drawing><wp:anchor>{graphic}</wp:anchor></w:drawing></mc:Choice>'
    old = f"<mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict></mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{new}{old}</mc:AlternateContent></w:r>"


def field(instruction: str, result: str) -> str:
    """A field with its result, in runs."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{escape(instruction)}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{r(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


# ---------------------------------------------------------------- numbering
def lvl(level: int, form: str, text: str, more: str = "", start: int = 1) -> str:
    """A level of a list: `lvl(0, "upperRoman", "%1.")`; `more` stands after the format."""
    before = f'<w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{more}'
    return f'<w:lvl w:ilvl="{level}">{before}<w:lvlText w:val="{escape(text)}"/></w:lvl>'


def abstract(number: int, *levels: str, more: str = "") -> str:
    """The pattern of a list."""
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{more}{"".join(levels)}</w:abstractNum>'
    )


def num(number: int, pattern: int, overrides: str = "") -> str:
    """A list made from a pattern."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{pattern}"/>{overrides}</w:num>'


def restart(level: int, start: int) -> str:
    """An override that starts a level anew."""
    return f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def style(name: str, *, based: str = "", kind: str = "paragraph", ppr: str = "", rpr: str = "") -> str:
    """A style."""
    on = f'<w:basedOn w:val="{based}"/>' if based else ""
    properties = f"<w:pPr>{ppr}</w:pPr><w:rPr>{rpr}</w:rPr>"
    return f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{on}{properties}</w:style>'


# ---------------------------------------------------------------- the package
def part(root: str, content: str, strict: bool = False) -> bytes:
    """A part as XML bytes."""
    xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{root} {_SPACES}>{content}</w:{root}>'
    for old, new in STRICT.items() if strict else ():
        xml = xml.replace(old, new)
    return xml.encode()


def package(parts: dict[str, bytes | str]) -> bytes:
    """A zip of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def make(*blocks: str, main: str = "word/document.xml", kind: str = _MAIN, strict: bool = False, **others: str) -> bytes:
    """A DOCX with a body of blocks.

    `others` are the contents of further parts, by name: `numbering`, `styles`, `settings`, `footnotes`, `endnotes`,
    `theme`, `header1`, `footer1` (with the relationship ids `header1`, `footer1`).
    """
    office = STRICT[R] if strict else R
    folder = main.rpartition("/")[0]
    body = "".join(block if block.startswith("<") else p(block) for block in blocks)
    parts: dict[str, bytes | str] = {main: part("document", f"<w:body>{body}</w:body>", strict)}
    types, relations = f'<Override PartName="/{main}" ContentType="{kind}"/>', ""
    for name, content in others.items():
        family = name.rstrip("0123456789")
        root = {"header": "hdr", "footer": "ftr"}.get(family, family)
        parts[f"{folder}/{name}.xml"] = content.encode() if family == "theme" else part(root, content, strict)
        types += f'<Override PartName="/{folder}/{name}.xml" ContentType="{_TYPE}.{family}+xml"/>'
        relations += f'<Relationship Id="{name}" Type="{office}/{family}" Target="{name}.xml"/>'
    space = "http://schemas.openxmlformats.org/package/2006"
    parts[f"{folder}/_rels/{main.rpartition('/')[2]}.rels"] = (
        f'<Relationships xmlns="{space}/relationships">{relations}</Relationships>'
    )
    parts["_rels/.rels"] = (
        f'<Relationships xmlns="{space}/relationships">'
        f'<Relationship Id="r1" Type="{office}/officeDocument" Target="{main}"/></Relationships>'
    )
    parts["[Content_Types].xml"] = (
        f'<Types xmlns="{space}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>'
    )
    return package(parts)
