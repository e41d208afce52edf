"""How dates and times are written, where a language's own formats do not fit the house."""
