"""What the window does, by kind: each gets only its parts, and none knows another."""
