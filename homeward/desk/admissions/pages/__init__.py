"""What the pages of the way in print."""
