"""Two answers side by side: a comparison to decide, and the history."""
