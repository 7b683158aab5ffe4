"""The page of the Word file of a sheet, and what the file says of itself."""

from datetime import datetime

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from atop_coder.writing.docx_look import LANGUAGE
from atop_coder.writing.paper import Paper

SIDE, TOP, EDGE = 25.0, 24.0, 12.0  # millimetres: margins, and header and footer from the paper's edge
_NEEDED = ("officeDocument", "core-properties", "styles", "settings", "theme")
# Without a mode Word takes a file for one of Word 2007 and says so in its title bar.
_SETTINGS = f"""
<w:settings {nsdecls("w")}>
  <w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>
  <w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"
    w:val="15"/></w:compat>
  <w:themeFontLang w:val="{LANGUAGE}"/>
</w:settings>"""


def clear_template(document: Document) -> None:
    """Takes out what python-docx's own template brings along: a picture, another program's name, settings."""
    for relations in (document.part.rels, document.part.package.rels):
        for key in [key for key, one in relations.items() if not one.reltype.endswith(_NEEDED)]:
            del relations[key]
    settings = document.settings.element
    for child in list(settings):
        settings.remove(child)
    for child in list(parse_xml(_SETTINGS)):
        settings.append(child)


def set_page(document: Document, paper: Paper, left: str, right: str) -> None:
    """The paper and its margins; `left` and `right` at the top of each page, its number at the foot."""
    section = document.sections[0]
    width, height = paper.size
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin = section.right_margin = Mm(SIDE)
    section.top_margin = section.bottom_margin = Mm(TOP)
    section.header_distance = section.footer_distance = Mm(EDGE)
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    for edge in (head, foot):
        edge.paragraph_format.tab_stops.add_tab_stop(Mm(width - 2 * SIDE), WD_TAB_ALIGNMENT.RIGHT)
    head.add_run(f"{left}\t{right}")
    foot.add_run("\tPage ")
    _add_field(foot, "PAGE")
    foot.add_run(" of ")
    _add_field(foot, "NUMPAGES")


def _add_field(paragraph: Paragraph, what: str) -> None:
    """A number that Word counts itself; python-docx has no fields of its own."""
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), what)
    run = paragraph.add_run("1")
    field.append(run._r)
    paragraph._p.append(field)


def set_properties(document: Document, title: str, author: str, subject: str, when: datetime) -> None:
    """What the file tells of itself: nothing of the machine, and the time that it was given."""
    properties = document.core_properties
    properties.title, properties.author, properties.subject = title[:255], author[:255], subject
    properties.comments = properties.keywords = properties.last_modified_by = ""
    properties.language, properties.revision = LANGUAGE, 1
    properties.created = properties.modified = when
