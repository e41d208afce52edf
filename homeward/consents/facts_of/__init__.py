"""Rows of this room as the frozen facts the engine decides on."""
