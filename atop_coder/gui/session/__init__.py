"""What is open in the window, and what the rest of it may know of that."""
