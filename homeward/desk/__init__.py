"""Staff pages composed from many rooms."""
