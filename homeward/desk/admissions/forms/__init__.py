"""Forms of the way in: they read what was typed; only actions write."""
