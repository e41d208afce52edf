"""Messages at the desk: what waits for whom, one conversation, and files."""
