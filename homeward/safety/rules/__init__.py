"""Decisions of the safety room, without a database."""
