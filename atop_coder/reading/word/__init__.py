"""The parts of a Word file: text of runs, paragraphs and tables in order, list numbers, notes."""
