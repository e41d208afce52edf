"""A counselor's own notes, kept apart from every chart."""
