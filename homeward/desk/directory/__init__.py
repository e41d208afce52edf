"""The staff pages of places elsewhere."""
