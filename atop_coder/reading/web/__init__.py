"""The parts of a web page: what its styles say of words, its lists, its paragraphs and tables."""
