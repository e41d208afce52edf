"""A colleague's own calendar address, and what calendars say of a place."""
