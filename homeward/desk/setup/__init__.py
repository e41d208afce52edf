"""Program setup: what the program file said, and which numbers are adopted."""
