"""A dataset workbook that a person has edited, read back: what they changed, and what each answer becomes."""
