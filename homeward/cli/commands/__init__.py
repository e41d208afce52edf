"""Commands about the installation itself; those of the rooms live in the rooms."""
