"""The forms of the week plan."""
