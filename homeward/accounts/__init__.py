"""Sign-in identity, sessions, second factor."""
