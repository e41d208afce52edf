"""PDF and print."""
