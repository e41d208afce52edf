"""How a client gets in, and people beside them: cards, phones, identity, ends."""
