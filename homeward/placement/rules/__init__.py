"""Placement rules for two editions: pure, explained, and never the licensed decision text."""
