"""An open sheet, as any window or script may hold it: its edits, its problems, what is saved of it."""
