"""ATOP Coder: read, check, edit and export the codesheets in which researchers code alliance treaties."""

__version__ = "0.1.0"
