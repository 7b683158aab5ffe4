"""What two sheets differ in, and what two texts: pure functions, which know no file and no window."""
