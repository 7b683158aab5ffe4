"""The way back from an edited workbook into the sheets."""
