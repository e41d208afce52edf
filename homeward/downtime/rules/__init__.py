"""Decisions of the downtime room, without Django, clock or database."""
