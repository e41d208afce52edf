"""What the pages of the week plan print."""
