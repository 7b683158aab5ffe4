"""The parts of reading a PDF: opening it within bounds, its lines with their place, and what they make up."""
