"""The panel that shows the file as it was read."""
