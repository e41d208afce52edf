"""Template tags of one's own account."""
