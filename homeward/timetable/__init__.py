"""Weekly need, groups, sessions, seats."""
