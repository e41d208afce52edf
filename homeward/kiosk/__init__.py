"""The door's own pages: a device that takes a personal code, and the same on one's own phone."""
