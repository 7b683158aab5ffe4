"""One family of errors: each has a code, the values it was raised with, and a line for a person."""

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
        " LibreOffice,"
        " save it as a Word file (.docx), and read that.",
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
        "pdf-is-scan": "{file}: this PDF holds pictures of pages and no text. Have the text recognised"
        " (OCR) by the"
        " scanner's program or a PDF editor, and read what it saves.",
        "pdf-no-text": "{file}: this PDF holds no text. Check that it is the right file.",
        "too-many-lines": "{file}: at {lines} lines this is no codesheet (the limit is {limit}). Check"
        " that it"
        " is the right file; if it holds several sheets, save each in a file of its own.",
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
        "no-sheets-found": "{file}: this folder holds no sheet (.txt, .docx, .pdf, .xlsx or .json). Name"
        " the folder"
        " with the sheets.",
        # the form
        "form-not-found": "{file}: the form is missing. Install the program again.",
        "form-nonsense": "{file}, {where}: {reason}",
        # what is written
        "not-writable": "{file}: could not be written ({reason}). Nothing was changed. Choose another"
        " folder or"
        " name.",
        "changed-outside": "{file}: somebody changed it since you opened it, and it was not saved over."
        " Compare the"
        " two, or save under another name.",
        "held-by-another": "{file}: {who} has it open since {since}. Take it over to save here, or save under"
        " another name.",
        "journal-not-writable": "The recovery journal in {folder} could not be written ({reason}). Save"
        " often until"
        " that is mended: what is not saved would be lost in a crash.",
        "version-not-kept": "{file}: saved, but the version before it could not be kept ({reason}).",
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
        "needs-output": "{format} is not text for a terminal. Name a file for it with -o.",
        # what was typed on the command line
        "date-not-read": "'{text}' is not a date. Write it as 1941-07-12, 12 July 1941, 7/12/1941, July"
        " 1941, or"
        " 1941.",
    }
)


class AtopError(Exception):
    """Something that a person can mend; `str()` of it says what, where, and what to do.

    `code` is a key of `MESSAGES`, `values` are the words put into its line.
    """

    def __init__(self, code: str, **values: object) -> None:
        self.code = code
        self.values = values
        super().__init__(MESSAGES[code].format(**values))
