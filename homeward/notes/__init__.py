"""Group and individual notes, signatures, addenda."""
