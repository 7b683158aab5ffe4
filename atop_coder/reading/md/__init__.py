"""The parts of a Markdown text: marks within a line, and what a line is by how it begins."""
