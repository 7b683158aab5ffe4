"""How the Word file of a sheet looks: one style a role, as Word keeps styles."""

from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from atop_coder.sheet.blocks import Role

FONT = "Calibri"
LANGUAGE = "en-US"
INK, GREY, DARK, BLUE = "1B1F24", "5F6770", "24485C", "1D5C8C"
LINK = "Hyperlink"
HEADER, FOOTER = "header", "footer"


@dataclass(frozen=True)
class Look:
    """Font size and spaces in points; `next` is the style of what a person types behind such a paragraph."""

    size: float
    bold: bool = False
    color: str = INK
    above: float = 0
    below: float = 0
    indent: float = 0
    hanging: float = 0  # by how much all lines but the first stand in further
    line: float = 1.0  # height of a line, as a factor
    next: Role | None = None
    with_next: bool = False  # on the same page as the beginning of the next paragraph
    level: int | None = None  # in the outline, from 0
    close: bool = False  # no space between paragraphs of this style


LOOKS = {
    Role.TITLE: Look(22, True, DARK, next=Role.SUMMARY, with_next=True),
    Role.SUMMARY: Look(10.5, color=GREY, below=4, with_next=True),
    Role.HEADING: Look(12.5, True, DARK, above=20, below=2, next=Role.PROMPT, with_next=True, level=0),
    Role.PROMPT: Look(10.5, True, above=11, below=3, next=Role.ANSWER, with_next=True, level=1),
    Role.VALUE: Look(11, below=5, indent=16, hanging=18, line=1.08, close=True),
    Role.ANSWER: Look(11, below=5, indent=16, line=1.08),
}


def set_styles(document: Document) -> None:
    """Puts our own styles in the place of those that a new file has."""
    styles = document.styles.element
    for child in list(styles):
        styles.remove(child)
    for xml in (_DEFAULTS, _NORMAL, *map(_style_xml, LOOKS), *map(_edge_xml, (HEADER, FOOTER)), _LINK_STYLE):
        styles.append(parse_xml(xml))


def style_id(name: str) -> str:
    """What a file calls the style of that name."""
    return "".join(word.capitalize() for word in name.split())


_W = nsdecls("w")
_DEFAULTS = f"""
<w:docDefaults {_W}>
  <w:rPrDefault><w:rPr>
    <w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>
    <w:color w:val="{INK}"/><w:sz w:val="22"/><w:szCs w:val="22"/>
    <w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/>
  </w:rPr></w:rPrDefault>
  <w:pPrDefault><w:pPr><w:widowControl/><w:spacing w:before="0" w:after="0"/></w:pPr></w:pPrDefault>
</w:docDefaults>"""
_NORMAL = f"""
<w:style {_W} w:type="paragraph" w:default="1" w:styleId="Normal">
  <w:name w:val="Normal"/><w:qFormat/>
</w:style>"""
_LINK_STYLE = f"""
<w:style {_W} w:type="character" w:styleId="{LINK}"><w:name w:val="{LINK}"/><w:uiPriority w:val="99"/>
  <w:rPr><w:color w:val="{BLUE}"/><w:u w:val="single"/></w:rPr>
</w:style>"""


def _style_xml(role: Role) -> str:
    look = LOOKS[role]
    pages = "<w:keepNext/><w:keepLines/>" if look.with_next else ""
    close = "<w:contextualSpacing/>" if look.close else ""
    level = "" if look.level is None else f'<w:outlineLvl w:val="{look.level}"/>'
    return f"""
<w:style {_W} w:type="paragraph" w:styleId="{style_id(role)}">
  <w:name w:val={quoteattr(_name(role))}/><w:basedOn w:val="Normal"/>
  <w:next w:val="{style_id(look.next or role)}"/>
  <w:uiPriority w:val="{1 + list(LOOKS).index(role)}"/><w:qFormat/>
  <w:pPr>
    {pages}
    <w:spacing w:before="{_twips(look.above)}" w:after="{_twips(look.below)}"
      w:line="{round(240 * look.line)}" w:lineRule="auto"/>
    <w:ind w:left="{_twips(look.indent + look.hanging)}" w:hanging="{_twips(look.hanging)}"/>{close}{level}
  </w:pPr>
  <w:rPr>{"<w:b/><w:bCs/>" if look.bold else ""}<w:color w:val="{look.color}"/>
    <w:sz w:val="{round(2 * look.size)}"/><w:szCs w:val="{round(2 * look.size)}"/>
  </w:rPr>
</w:style>"""


def _name(role: Role) -> str:
    """The style's name in the file, where Word's own headings are in lower case."""
    return role.lower() if role == Role.HEADING else role


def _edge_xml(name: str) -> str:
    return f"""
<w:style {_W} w:type="paragraph" w:styleId="{style_id(name)}">
  <w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="99"/>
  <w:rPr><w:color w:val="{GREY}"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>
</w:style>"""


def _twips(points: float) -> int:
    return round(20 * points)
