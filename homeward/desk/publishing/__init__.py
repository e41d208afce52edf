"""Staff pages of the public words: every page in both languages, and visitors' questions."""
