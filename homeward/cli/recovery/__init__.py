"""Backups: what is in one, how it is sealed, how it is tried out, how it comes back."""
