"""Pure rules of the coverage room."""
