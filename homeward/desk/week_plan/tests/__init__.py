"""The week plan over the wire."""
