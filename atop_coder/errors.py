"""One family of errors: each has a code, the values it was raised with, and a line for a person."""

import re
from collections.abc import Mapping
from types import MappingProxyType

MESSAGES: Mapping[str, str] = MappingProxyType(
    {
        # files that are read
        "file-not-found": "{file}: there is no such file. Check the name, or drag the file in from its"
        " folder.",
        "file-not-readable": "{file}: this file may not be read ({reason}). Ask whoever keeps it for the"
        " right to"
        " read it, or copy it to a folder of yours.",
        "file-empty": "{file}: the file is empty. Look for an older copy of it.",
        "file-too-large": "{file}: at {megabytes} MB this is no codesheet (the limit is {limit} MB)."
        " Check that it"
        " is the right file.",
        "file-binary": "{file}: this is not text but {what}. Save it as text or as a Word file, and read"
        " that.",
        "file-kind-not-read": "{file}: {what} cannot be read here. Open it in its own program or in"
        " LibreOffice, save it as a Word file (.docx), and read that.",
        "pages-not-read": "{file}: {what} cannot be read here. Open it in Pages or Numbers, export it to Word"
        " or Excel (File > Export To), and read that.",
        "mail-not-read": "{file}: {what} cannot be read here. Open it in Outlook, save it as text or as a web"
        " page (File > Save As), and read that.",
        "slides-not-read": "{file}: {what} cannot be read here. Copy its text into a Word file (.docx), and"
        " read that.",
        "workbook-not-read": "{file}: {what} cannot be read here. Open it in Excel or LibreOffice, save it as"
        " an Excel workbook (.xlsx), and read that.",
        "needs-libreoffice": "{file}: {what} is read through LibreOffice, which is not installed here. Open"
        " it in Word and save it as a Word file (.docx), or install LibreOffice, which is free.",
        "not-converted": "{file}: LibreOffice could not make a Word file of it ({reason}). Open it in its own"
        " program, save it as a Word file (.docx), and read that.",
        "needs-tesseract": "{file}: {what}; text is recognised in it with tesseract, which is not installed"
        " here. Install it (Linux: apt install tesseract-ocr; Mac: brew install tesseract; Windows: the"
        " installer of UB Mannheim), or have the scanner's program do it (OCR) and read what it saves.",
        "tesseract-failed": "{file}: tesseract could not recognise the text ({reason}). Have the scanner's"
        " program or a PDF editor do it (OCR), and read what it saves.",
        "file-no-document": "{file}: this is {what}, and no codesheet can be read from it. Choose the"
        " sheet itself.",
        "file-damaged": "{file}: the file is damaged ({reason}). Open it in its own program, save it anew"
        " and read"
        " that; if it does not open there either, look for an older copy.",
        "file-unpacks-too-large": "{file}: unpacked, this file is far larger than any codesheet, so it"
        " was not read."
        " Check that it is the right file.",
        "cancelled": "{file}: reading was cancelled.",
        "office-password": "{file}: this file opens only with its password. Open it in Word or Excel,"
        " save it without"
        " a password, and read that.",
        "needs-password": "{file}: this PDF opens only with its password. Give it (on the command line with"
        " --password).",
        "wrong-password": "{file}: this is not the password of the PDF. Type it again; small and capital"
        " letters"
        " differ.",
        "pdf-failed": "{file}: this PDF cannot be read ({reason}). Open it in its own program, print it to a"
        " new PDF, and read that.",
        "pdf-no-text": "{file}: this PDF holds no text. Check that it is the right file.",
        "too-many-lines": "{file}: at {lines} lines this is no codesheet (the limit is {limit}). Check"
        " that it"
        " is the right file; if it holds several sheets, save each in a file of its own.",
        "too-many-characters": "{file}: at {characters} characters this is no codesheet (the limit is"
        " {limit}). Check that it is the right file; if it holds several sheets, save each in a file of its"
        " own.",
        "pdf-too-long": "{file}: at {pages} pages this is no codesheet (the limit is {limit}). Check that"
        " it is the"
        " right file.",
        "workbook-is-dataset": "{file}: this is a dataset of many sheets, not a codesheet. Open the"
        " sheets that it was"
        " made from.",
        "not-a-codesheet": "{file}: no question of the codesheet was found in it. Check that it is a"
        " codesheet"
        " and that the questions have their numbers.",
        "json-not-read": "{file}: this is not a sheet in JSON: {reason}. Compare it with 'atop-coder"
        " schema'.",
        "program-failed": "{file}: the program failed on this file ({reason}). Please report it, with the"
        " file if"
        " you may share it.",
        "no-sheets-found": "{file}: this folder holds no sheet (text, Word, OpenDocument, RTF, PDF, Excel,"
        " web page, mail or JSON). Name the folder with the sheets.",
        # the form
        "form-not-found": "{file}: the form is missing. Install the program again.",
        "form-nonsense": "{file}, {where}: {reason}",
        # what is written
        "not-writable": "{file}: could not be written ({reason}). Nothing was changed. Choose another"
        " folder or"
        " name.",
        "partly-written": "{file}: could not be written ({reason}), and {others}, which had been written"
        " before it, could not be put back. Save all of them again.",
        "changed-outside": "{file}: somebody changed it since you opened it, and it was not saved over."
        " Compare the"
        " two, or save under another name.",
        "held-by-another": "{file}: {who} has it open since {since}. Take it over to save here, or save under"
        " another name.",
        "journal-not-writable": "The recovery journal in {folder} could not be written ({reason}). Save"
        " often until"
        " that is mended: what is not saved would be lost in a crash.",
        "version-not-kept": "{file}: saved, but the version before it could not be kept ({reason}).",
        "being-saved": "{file}: another window or person is saving it at this moment, and it was not saved"
        " here. Wait a moment and save again.",
        "links-cut": "{file}: saved. Other names of the file on this disk (hard links: {others}) still lead"
        " to what was in it before.",
        "would-overwrite": "{file}: there is such a file already, and it is not a normalized sheet."
        " Choose another"
        " name.",
        "not-printed": "The sheet was not printed: the printer did not begin. Check that it is on and has"
        " paper, or"
        " write a PDF and print that.",
        "no-font": "The sheet cannot be drawn: this system has no font. Install one, such as DejaVu Sans"
        " (fonts-dejavu-core on Debian and Ubuntu).",
        "pdf-needs-qt": "A PDF cannot be written here: the part of the program that draws did not load"
        " ({reason})."
        " Install the program again, or write a Word file or a web page (--to docx, --to html).",
        "format-unknown": "{file}: no format goes with this name. Name one with --to ({formats}), or end"
        " the file"
        " name in one of them.",
        "dataset-format-unknown": "{file}: a dataset is not written under this name. End the name in"
        " {formats}.",
        "stata-needs-extra": "A Stata file is written with pandas and pyreadstat, which are not installed"
        " here. Install atop-coder[stata], or export to a .csv file, whose .do file labels it in Stata.",
        "years-need-extra": "Rows by year and Parquet files are made with polars, which is not installed"
        " here. Install atop-coder[years].",
        "too-many-rows": "{rows} rows do not fit into a workbook, which takes {most}. Export them to .csv,"
        " .dta or .parquet, or fewer years of them.",
        "released-format-unknown": "{file}: released data are read from .csv and .dta files.",
        "not-released-data": "{file}: these are no released data: there is no row, or no column atopid.",
        "script-of-others": "{file}: there is such a file already, and it was not written by this program."
        " Rename it, or choose another name for the dataset.",
        "pictures-need-matplotlib": "The pictures are drawn with matplotlib, which is not installed here."
        " Install"
        " it with: python -m pip install matplotlib",
        "picture-format-unknown": "{file}: a picture is not written under this name. End the name in"
        " .png, .svg"
        " or .pdf.",
        "dataset-over-sheet": "{file}: this is one of the sheets to be exported. Choose another name for the"
        " dataset.",
        # an edited dataset, applied to the sheets
        "workbook-not-dataset": "{file}: this is no dataset of sheets in Excel: it has no tab Alliances with"
        " the columns atopid and file. Choose the workbook that was exported (.xlsx).",
        "not-a-workbook": "{file}: this is no Excel workbook. Choose the workbook that was exported; if it"
        " was saved as another kind since, open that and save it as Excel workbook (.xlsx).",
        "edit-not-understood": "“{text}” is no answer to question {question}. Write {how}.",
        "edit-contradicts": "The cells edited say different things about question {question}. Make them"
        " agree, or edit one of them only.",
        "edit-formula": "This formula ({text}) has no result in the file. Open the workbook in Excel or"
        " LibreOffice, save it, and apply it again; or type the value.",
        "edit-error-value": "The cell shows an error ({text}). Type the value.",
        "edit-cut-text": "This text is too long for a cell and was cut here. Edit it in the tab Text, or put"
        " a whole new text here, without the mark at its end.",
        "edit-derived": "The column {column} is made from question {question}. Change {target} instead.",
        "edit-made": "Something was edited in {columns}, made from {target}. Change {target} instead.",
        "edit-counted": "The column {column} is counted by the program, so nothing can be changed here.",
        "edit-rows-gone": "The tab {tab} has no row of this sheet any more, which is not taken for an edit."
        " If it is meant, change {column} in the tab Alliances.",
        "edit-without-sheet": "No sheet {sheet} is in the folder. Choose the folder it is in; a row of a new"
        " alliance makes no sheet.",
        "edit-of-several": "Several sheets could be meant by {sheet}. Move the others out of the folder, and"
        " apply the workbook again.",
        "edit-row-twice": "The tab has several rows of {sheet}. Keep one of them.",
        "edit-text-stays": "The cell says blank, but there is still text in {column}. Empty that, too.",
        "edit-stray-rows": "These rows name no sheet of the tab Alliances (by file, or without one by"
        " atopid), so they were not looked at. Correct file and atopid.",
        "edit-rows-of-several": "Several sheets have the atopid of these rows, so they were not looked at."
        " Fill in the column file as well.",
        "edit-keys-differ": "A row here has the file of this sheet but another atopid, so the rows were left."
        " Correct one of the two.",
        "edit-other-sheet": "The sheet {sheet} is not where it was, and the file of that name is of ATOP"
        " {atop_id}. Choose the folder it is in.",
        "edit-year-as-day": "Excel takes a year alone for a count of days and shows {day}. Type the whole"
        " date, or the year as text, with an apostrophe in front ('2020).",
        "edit-emptied": "No cell says N/A any more, so {cells} cells that said it and are empty now were"
        " taken as not edited. Scripts lose it so: pandas keeps it with keep_default_na=False. Where an"
        " answer is to be blank, write blank.",
        "edit-tab-renamed": "The tab {tab} has the columns of the tab {name} but another name, so it was not"
        " looked at. Name it {name}, and keep no other tab of that name.",
        "edit-columns-gone": "The columns {columns} are missing or there twice, so this tab was not looked"
        " at. Bring them back if something was edited in it.",
        "edit-unknown-columns": "No column of the dataset has the name {columns}, so what is in it was not"
        " looked at. If it was renamed, give it its own name back.",
        "edit-columns-twice": "Several columns have the name {columns}, so none of them was looked at. Keep"
        " one.",
        "edit-held": "{file}: {who} has it open, so it was left as it is. Ask them to close it, and apply the"
        " workbook again.",
        "edit-sheet-changed": "{file}: somebody changed it in the meantime, so it was left as it is. Apply"
        " the workbook again to see what it would change now.",
        "edit-beside-other": "{file}: its normalized sheet {target} stands beside it already, with other"
        " answers. Export that one, edit it, and apply it.",
        "no-such-part": "{file}: it holds {count}, so there is no {part}. Say --part with a number from 1 to"
        " {last}, or all.",
        "parts-need-output": "The sheets of one file go into files of their own. Name them with -o: sheet.txt"
        " becomes sheet-1.txt and so on.",
        "needs-output": "{format} is not text for a terminal. Name a file for it with -o.",
        # what was typed on the command line
        "date-not-read": "'{text}' is not a date. Write it as 1941-07-12, 12 July 1941, 7/12/1941, July"
        " 1941, or"
        " 1941.",
    }
)


# What moves a terminal's cursor, ends a line, or turns the direction of what follows.
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
_LONGEST = 2_000  # characters of one value that a line repeats


def on_a_line(value: object) -> str:
    """A value as a line shows it: control characters as escapes, not without end.

    It may be a name or words that somebody chose to deceive with.
    """
    text = str(value)
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return CONTROLS.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


class AtopError(Exception):
    """Something that a person can mend; `str()` of it says what, where, and what to do.

    `code` is a key of `MESSAGES`, `values` are the words put into its line.
    """

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = values
        shown = {name: on_a_line(value) for name, value in values.items()}
        super().__init__(MESSAGES[code].format(**shown))
