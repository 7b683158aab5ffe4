"""The sheets of a folder in the window: table, search, what is wrong between them, and pictures."""
