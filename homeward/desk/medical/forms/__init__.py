"""Forms of the medical room: they read what was typed; only actions write."""
