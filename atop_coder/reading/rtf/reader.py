"""Reads an RTF file token by token: groups, the looks of words, notes, tables."""

from collections.abc import Callable, Mapping
from functools import partial

from atop_coder.errors import AtopError
from atop_coder.reading.documents import FOOTER, HEADER, Document
from atop_coder.reading.report import Look
from atop_coder.reading.rtf.fields import Field
from atop_coder.reading.rtf.fonts import page_of
from atop_coder.reading.rtf.group import Group, Into
from atop_coder.reading.rtf.story import Story
from atop_coder.reading.rtf.tables import Tables
from atop_coder.reading.rtf.tokens import Kind, Token, tokens
from atop_coder.reading.typed import PLAIN

DEEPEST = 1000  # groups within one another
_BREAKS = {"line": "\n", "lbr": "\n", "tab": "\t", "emdash": "—", "endash": "–", "bullet": "•"}
_BREAKS |= {"lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”"}
_BREAKS |= dict.fromkeys(("emspace", "enspace", "qmspace"), " ")
_SIGNS = {"~": "\xa0", "_": "-", "-": "", "\\": "\\", "{": "{", "}": "}", "\t": "\t"}
_LOOKS = {"b": Look.BOLD, "i": Look.ITALIC, "strike": Look.STRUCK, "striked": Look.STRUCK}
_LOOKS |= {"chbrdr": Look.FRAMED, "deleted": Look.STRUCK, "highlight": Look.HIGHLIGHTED}
_LOOKS |= dict.fromkeys(("ul", "uld", "uldb", "ulw", "ulth", "uldash", "ulwave", "uldashd"), Look.UNDERLINED)
_QUIET = frozenset({"shp", "shpinst", "do", "object", "field", "formfield", "nesttableprops", "upr"})
_NOWHERE = frozenset(
    {"info", "pict", "nonshppict", "xe", "tc", "txe", "rxe", "filetbl", "template", "themedata", "private"}
    | {"bkmkstart", "bkmkend", "ftnsep", "ftnsepc", "aftnsep", "revtbl", "rsidtbl", "listtable", "sp"}
    | {"listoverridetable", "generator", "pnseclvl", "nonesttables", "shprslt", "background", "pgdsctbl"}
    | {"colorschememapping", "latentstyles", "datastore", "userprops", "wgrffmtfilter", "stylerestrictions"}
)
_INTO = {"fonttbl": Into.FONTS, "colortbl": Into.COLOURS, "stylesheet": Into.STYLES}
_INTO |= {"listtext": Into.LABEL, "pntext": Into.LABEL, "fldinst": Into.CODE, "ffl": Into.ENTRY}
_INTO |= {"atnauthor": Into.AUTHOR}
_EDGES = {f"header{side}": HEADER for side in ("", "l", "r", "f")}
_EDGES |= {f"footer{side}": FOOTER for side in ("", "l", "r", "f")}


class RtfReader:
    """Takes the tokens of a file; `read` gives the document that they make."""

    def __init__(self, file: object) -> None:
        self.file = file
        self.document = Document()
        self.tables = Tables()
        self.stories = [Story()]
        self.fields: list[Field] = []
        self.author = ""
        self._groups = [Group()]
        self._starred = False
        self._bytes = bytearray()
        self._high = 0  # the first half of a character beyond the first 65,536
        self._to_skip = 0
        self._collected = ""
        self._changed = False

    @property
    def group(self) -> Group:
        return self._groups[-1]

    @property
    def story(self) -> Story:
        return self.stories[-1]

    def read(self, data: bytes) -> Document:
        """The document in the file's bytes."""
        for token in tokens(data):
            self.take(token)
        self.flush()
        for _ in range(len(self._groups)):
            self.close()
        self.document.text = self.stories[0].end()
        if self._changed:
            self.document.notes.append(
                "the file has tracked changes: what was inserted was read, what was deleted was not"
            )
        return self.document

    def take(self, token: Token) -> None:
        if token.kind == Kind.BYTES:
            self.take_bytes(token)
            return
        self.flush()
        if token.kind == Kind.OPEN:
            self.open()
        elif token.kind == Kind.CLOSE:
            self.close()
        elif self.group.into != Into.NOWHERE:
            if token.kind == Kind.WORD:
                self.take_word(token.name, token.number)
            else:
                self.take_sign(token.name)

    # groups

    def open(self) -> None:
        if len(self._groups) > DEEPEST:
            raise AtopError("file-damaged", file=self.file, reason="its groups lie too deep in one another")
        self._groups.append(self.group.inner())
        self._starred, self._to_skip = False, 0

    def close(self) -> None:
        ended = self._groups.pop()
        if not self._groups:
            self._groups.append(Group())
        if ended.at_end:
            ended.at_end()
        self._starred, self._to_skip = False, 0

    # text

    def take_bytes(self, token: Token) -> None:
        data = token.data
        if self.group.into in (Into.NOWHERE, Into.QUIET):
            return
        if self._to_skip:
            skipped = min(self._to_skip, len(data))
            self._to_skip -= skipped
            data = data[skipped:]
        self._bytes += data

    def flush(self) -> None:
        """Puts the bytes that were collected where they belong, as text of the font that they are set in."""
        if self._bytes:
            data, self._bytes = bytes(self._bytes), bytearray()
            self.put(self.tables.fonts.text(data, self.group.font))

    def put(self, text: str) -> None:
        group = self.group
        if group.into == Into.TEXT:
            text = text.translate(_NO_ENDS)
            self.story.typed.add(text, group.looks, hidden=group.hidden)
        elif group.into in (Into.FONTS, Into.COLOURS):
            self.tables.take_text(text, fonts=group.into == Into.FONTS)
        elif group.into == Into.CODE and self.fields:
            self.fields[-1].code += text
        elif group.into in (Into.STYLES, Into.LABEL, Into.ENTRY, Into.AUTHOR):
            self._collected += text

    def take_sign(self, sign: str) -> None:
        if sign == "*":
            self._starred = True
        elif sign in "\r\n":
            self.end_paragraph()
        elif sign in _SIGNS:
            self.put(_SIGNS[sign])

    def take_code(self, number: int) -> None:
        """A character by its code in Unicode, negative beyond 32,767; some come in two halves."""
        code = number & 0xFFFF if number < 0 else number
        self._to_skip = self.group.skips
        if 0xD800 <= code < 0xDC00:
            self._high = code
            return
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((self._high - 0xD800) << 10) + code - 0xDC00 if self._high else 0xFFFD
        self._high = 0
        if 0 < code < 0x110000:
            self.put(self.tables.fonts.char(code, self.group.font))

    # words

    def take_word(self, name: str, number: int | None) -> None:
        starred, self._starred = self._starred, False
        self._to_skip = 0
        if self.begin(name):
            return
        if starred:
            self.group.into = Into.NOWHERE
        elif self.group.into in (Into.FONTS, Into.COLOURS):
            self.tables.take_word(name, number or 0)
        elif name in _BREAKS:
            self.put(_BREAKS[name])
        elif name in _LOOKS:
            self.set_look(name, number)
        elif name in _NUMBERED:
            _NUMBERED[name](self, number if number is not None else 1)
        elif name in _PLAIN:
            _PLAIN[name](self)
        elif self.fields and name in ("fftype", "ffres", "ffdefres"):
            self.fields[-1].numbers.setdefault(name, number or 0)

    def begin(self, name: str) -> bool:
        """Begins a destination, if the word is the name of one."""
        group = self.group
        if group.at_end is not None:
            return False
        if name in _NOWHERE:
            group.into = Into.NOWHERE
        elif name in _QUIET:
            group.into = Into.QUIET
            if name == "field":
                self.fields.append(Field())
                group.at_end = self.end_field
        elif name in _INTO:
            group.into = _INTO[name]
            self._collected = ""
            end = _ENDS.get(name)
            group.at_end = partial(end, self) if end else None
        elif name in _BEGIN:
            _BEGIN[name](self, name)
        else:
            return False
        return True

    def set_look(self, name: str, number: int | None) -> None:
        look, on = _LOOKS[name], number != 0
        self._changed = self._changed or (name == "deleted" and on)
        self.group.set(look, on)

    def set_style(self, number: int) -> None:
        if self.group.into == Into.STYLES:
            self._collected = ""
            self.group.at_end = partial(self.end_style, number)
        else:
            self.group.style = number

    def end_style(self, number: int) -> None:
        self.tables.name_style(number, self._collected)

    def set_colour(self, look: Look, number: int) -> None:
        self.group.set(look, self.tables.is_colour(number))

    # paragraphs and tables

    def end_paragraph(self) -> None:
        if self.group.into == Into.TEXT:
            self.story.style = self.tables.styles.get(self.group.style, "")
            self.story.end_paragraph(self.group.depth)

    def end_cell(self, level: int = 1) -> None:
        if self.group.into == Into.TEXT:
            self.story.style = self.tables.styles.get(self.group.style, "")
            self.story.end_cell(level)

    def end_row(self, level: int = 1) -> None:
        self.story.end_row(level)

    def reset_paragraph(self) -> None:
        if self.group.into == Into.TEXT:
            self.story.counter = ""
        self.group.in_table, self.group.level, self.group.style = False, 1, 0

    def reset_words(self) -> None:
        self.group.looks, self.group.hidden, self.group.font = PLAIN, False, None

    def end_label(self) -> None:
        label = self._collected.strip()
        if any(char.isalnum() for char in label):
            self.story.label, self.story.counter = label, self.story.counter or "list"

    def set_list(self, number: int) -> None:
        self.story.counter = f"{number}:0"

    # fields

    def end_code(self) -> None:
        if self.fields and (shown := self.fields[-1].symbol or self.fields[-1].shown):
            self.story.typed.add(shown, self.group.looks, hidden=self.group.hidden)

    def end_entry(self) -> None:
        if self.fields:
            self.fields[-1].entries.append(self._collected.strip())

    def begin_text(self, _: str) -> None:
        self.group.into = Into.TEXT

    def begin_result(self, _: str) -> None:
        self.group.into = Into.TEXT
        if self.fields:
            self.fields[-1].start = len(self.story.typed.text)
            if self.fields[-1].symbol:
                self.group.into = Into.NOWHERE

    def end_field(self) -> None:
        if self.fields:
            done = self.fields.pop()
            self.story.typed.add_link(done.start, done.address)

    # stories beside the text

    def begin_story(self, end: Callable[[], None]) -> None:
        self.stories.append(Story())
        self._groups[-1] = Group(Into.TEXT, skips=self.group.skips, at_end=end)

    def begin_edge(self, name: str) -> None:
        self.begin_story(partial(self.end_edge, _EDGES[name]))

    def end_edge(self, why: str) -> None:
        seen = {one.text for one in self.document.edges}
        for one in self.stories.pop().end():
            if not one.blank and one.text not in seen:
                one.aside = why
                self.document.edges.append(one)

    def begin_footnote(self, _: str) -> None:
        self.begin_story(self.end_footnote)

    def end_footnote(self) -> None:
        mark = f"footnote {len(self.document.below) + 1}"
        self.document.below[mark] = [one for one in self.stories.pop().end() if not one.blank]
        self.story.typed.notes.append(mark)

    def begin_comment(self, _: str) -> None:
        self.begin_story(self.end_comment)

    def end_comment(self) -> None:
        mark = f"comment {len(self.document.comments) + 1}"
        text = " ".join(" ".join(one.text.split()) for one in self.stories.pop().end())
        self.document.comments[mark] = (self.author, text.strip())
        self.story.typed.notes.append(mark)
        self.author = ""

    def begin_box(self, _: str) -> None:
        self.begin_story(self.end_box)

    def end_box(self) -> None:
        boxed = [one for one in self.stories.pop().end() if not one.blank]
        self.story.boxes += boxed

    def end_author(self) -> None:
        self.author = self._collected.strip()

    def set_changed(self) -> None:
        self._changed = True

    def set_hidden(self, number: int) -> None:
        self.group.hidden = number != 0

    def set_level(self, number: int) -> None:
        self.group.level, self.group.in_table = number, number > 0

    def set_in_table(self) -> None:
        self.group.in_table = True

    def set_font(self, number: int) -> None:
        self.group.font = number

    def set_skips(self, number: int) -> None:
        self.group.skips = max(0, min(number, 100))

    def set_page(self, number: int) -> None:
        self.tables.fonts.page = page_of(number)

    def set_first_font(self, number: int) -> None:
        self.tables.fonts.first = number


_NO_ENDS = str.maketrans("\r\n\x0b\x0c\x85\u2028\u2029", "       ", "\xad")
_ENDS: Mapping[str, Callable[[RtfReader], None]] = {
    "listtext": RtfReader.end_label,
    "pntext": RtfReader.end_label,
    "fldinst": RtfReader.end_code,
    "ffl": RtfReader.end_entry,
    "atnauthor": RtfReader.end_author,
}
_BEGIN: Mapping[str, Callable[[RtfReader, str], None]] = {
    "fldrslt": RtfReader.begin_result,
    "result": RtfReader.begin_text,
    "ud": RtfReader.begin_text,
    "footnote": RtfReader.begin_footnote,
    "annotation": RtfReader.begin_comment,
    "shptxt": RtfReader.begin_box,
    "dptxbxtext": RtfReader.begin_box,
    **dict.fromkeys(_EDGES, RtfReader.begin_edge),
}
_NUMBERED: Mapping[str, Callable[[RtfReader, int], None]] = {
    "u": RtfReader.take_code,
    "uc": RtfReader.set_skips,
    "f": RtfReader.set_font,
    "v": RtfReader.set_hidden,
    "s": RtfReader.set_style,
    "ls": RtfReader.set_list,
    "itap": RtfReader.set_level,
    "ansicpg": RtfReader.set_page,
    "deff": RtfReader.set_first_font,
    "cf": lambda reader, number: reader.set_colour(Look.COLOURED, number),
    "cb": lambda reader, number: reader.set_colour(Look.HIGHLIGHTED, number),
    "chcbpat": lambda reader, number: reader.set_colour(Look.HIGHLIGHTED, number),
}
_PLAIN: Mapping[str, Callable[[RtfReader], None]] = {
    "par": RtfReader.end_paragraph,
    "sect": RtfReader.end_paragraph,
    "cell": RtfReader.end_cell,
    "row": RtfReader.end_row,
    "nestcell": lambda reader: reader.end_cell(max(2, reader.group.level)),
    "nestrow": lambda reader: reader.end_row(max(2, reader.group.level)),
    "pard": RtfReader.reset_paragraph,
    "plain": RtfReader.reset_words,
    "intbl": RtfReader.set_in_table,
    "revised": RtfReader.set_changed,
    "brdrnone": lambda reader: reader.group.set(Look.FRAMED, False),
    "ulnone": lambda reader: reader.group.set(Look.UNDERLINED, False),
    "mac": lambda reader: reader.set_page(10000),
    "pc": lambda reader: reader.set_page(437),
    "pca": lambda reader: reader.set_page(850),
}
