"""Decisions about materials, without Django, clock or database."""
