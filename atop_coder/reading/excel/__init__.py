"""The parts of an Excel file: cells as they are shown, and the sheet that this program writes."""
