"""How the OpenDocument text of a sheet looks: the styles of its Word file, and its page."""

from atop_coder.sheet.blocks import Role
from atop_coder.writing.docx_look import BLUE, FONT, GREY, LOOKS
from atop_coder.writing.docx_page import EDGE, SIDE, TOP
from atop_coder.writing.paper import Paper

LINK = "Internet_20_link"
_NAMES = ("office", "style", "text", "meta")
NAMESPACES = " ".join(
    [f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in _NAMES]
    + ['xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"']
    + ['xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"']
    + ['xmlns:xlink="http://www.w3.org/1999/xlink"', 'xmlns:dc="http://purl.org/dc/elements/1.1/"']
    + ['office:version="1.3"']
)


def style_name(role: Role) -> str:
    """What a file calls the style of that role."""
    return role.replace(" ", "_20_")


def followed(role: Role) -> str:
    """The style of a block that does not stay behind alone on a page."""
    return f"{style_name(role)}_20_followed" if role == Role.VALUE else style_name(role)


def styles_xml(paper: Paper, left: str, right: str) -> str:
    """The part of the file that holds its styles; `left` and `right` (XML) stand at the top of each page."""
    styles = "\n".join((*map(_style, LOOKS), _LINK, _edge("Header", paper), _edge("Footer", paper)))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles {NAMESPACES}>
<office:font-face-decls>
<style:font-face style:name="{FONT}" svg:font-family="{FONT}"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name="{FONT}"
 fo:language="en" fo:country="US"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
{styles}
</office:styles>
<office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties{_page(paper)}/>
<style:header-style/><style:footer-style/></style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page">
<style:header><text:p text:style-name="Header">{left}<text:tab/>{right}</text:p></style:header>
<style:footer><text:p text:style-name="Footer"><text:tab/>Page <text:page-number/>
 of <text:page-count/></text:p></style:footer></style:master-page></office:master-styles>
</office:document-styles>
"""


def _page(paper: Paper) -> str:
    width, height = paper.size
    return (
        f' fo:page-width="{width}mm" fo:page-height="{height}mm" fo:margin-left="{SIDE}mm"'
        f' fo:margin-right="{SIDE}mm" fo:margin-top="{EDGE}mm" fo:margin-bottom="{EDGE}mm"'
    )


def _style(role: Role) -> str:
    look = LOOKS[role]
    level = "" if look.level is None else f' style:default-outline-level="{look.level + 1}"'
    with_next = ' fo:keep-with-next="always" fo:keep-together="always"' if look.with_next else ""
    close = ' style:contextual-spacing="true"' if look.close else ""
    bold = ' fo:font-weight="bold"' if look.bold else ""
    return f"""<style:style style:name="{style_name(role)}" style:display-name="{role}"
 style:family="paragraph" style:parent-style-name="Standard"
 style:next-style-name="{style_name(look.next or role)}"{level}>
<style:paragraph-properties fo:margin-top="{look.above}pt" fo:margin-bottom="{look.below}pt"
 fo:margin-left="{look.indent + look.hanging}pt" fo:text-indent="{-look.hanging}pt"
 fo:line-height="{round(100 * look.line)}%"{with_next}{close}/>
<style:text-properties fo:color="#{look.color}" fo:font-size="{look.size}pt"{bold}/></style:style>"""


def _edge(name: str, paper: Paper) -> str:
    distance = TOP - EDGE - 4
    margin = "bottom" if name == "Header" else "top"
    return f"""<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-{margin}="{distance}mm"><style:tab-stops>
<style:tab-stop style:position="{paper.size[0] - 2 * SIDE}mm" style:type="right"/></style:tab-stops>
</style:paragraph-properties><style:text-properties fo:color="#{GREY}" fo:font-size="9pt"/></style:style>"""


# An automatic style, so that for people, and for the way back, it is the style that it is based on.
FOLLOWED = f"""<style:style style:name="{followed(Role.VALUE)}"
 style:family="paragraph" style:parent-style-name="{style_name(Role.VALUE)}">
<style:paragraph-properties fo:keep-with-next="always"/></style:style>"""
_LINK = f"""<style:style style:name="{LINK}" style:display-name="Internet link" style:family="text">
<style:text-properties fo:color="#{BLUE}" style:text-underline-style="solid"/></style:style>"""
