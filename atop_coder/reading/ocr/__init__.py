"""The parts of reading scans: pages as pictures, the program that recognises, words as pieces of a page."""
