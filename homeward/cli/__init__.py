"""The `homeward` command: the top floor, which may see everything below."""
