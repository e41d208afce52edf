"""One client's record: its frame and its overview."""
