"""The parts of an RTF file: tokens, fonts and code pages, stories of paragraphs and tables, fields."""
