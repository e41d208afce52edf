"""Duties with an owner, a due time and a required disposition."""
