"""Loads all that reading and checking need when it is imported, for processes that are copied from one."""

import gc
from pathlib import Path

from atop_coder.checks import check
from atop_coder.folder.entry import entry_of
from atop_coder.form import load_form
from atop_coder.reading import read_text

PROMPTS = "\n".join(f"{one.number}. {one.prompt}" for one in load_form().questions[:16])
SHEET = read_text(f"{PROMPTS}\nDefense pact between France and Russia, 1894").sheet
entry_of(Path(), "", SHEET, check(SHEET))
gc.freeze()  # all this lasts: no collection in the copies need look through it again
