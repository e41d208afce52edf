"""The program's public words, kept with their history, and visitors' questions under review."""
