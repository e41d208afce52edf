"""Measurements anyone can repeat: `homeward bench NAME`. Each module has `run(document, *, arguments)`."""
