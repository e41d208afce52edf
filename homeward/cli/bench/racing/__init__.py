"""The heats of `homeward bench races`: what they need beforehand, and what must come out."""
