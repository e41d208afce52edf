"""Attacking the wall before clients' pages, and what it costs (`homeward bench wall`)."""
