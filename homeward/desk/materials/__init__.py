"""Staff pages of the curriculum: the library, wordings with history, a session's materials."""
