"""Open duties and how each ended."""
