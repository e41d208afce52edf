"""Pure rules of the directory room."""
