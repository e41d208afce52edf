"""What the pages of this room print: frozen facts, already in words."""
