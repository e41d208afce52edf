"""Forms of help with daily life and transfers: they read what was typed; only actions write."""
