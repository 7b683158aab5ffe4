"""The parts of an OpenDocument file: styles, text with its looks, lists, tables."""
