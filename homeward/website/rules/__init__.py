"""Pure rules of the public pages."""
