"""Painted parts, fields and dialogs; they know no sheet."""
