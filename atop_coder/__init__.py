"""ATOP Coder: read, check, edit and export the codesheets in which researchers code alliance treaties."""

import os

__version__ = "0.1.0"

# Asking all installed packages whether they extend pydantic takes a tenth of every start; none does here.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
