"""A folder of sheets: read and remembered, searched, compared with one another, and drawn.

The modules are imported one by one, so that the command `check` loads the rules over many sheets alone.
"""
