"""When the house goes dark: the pack of each morning, and what was written on paper meanwhile."""
