"""The window; the only part of ATOP Coder that knows Qt."""
