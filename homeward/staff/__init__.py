"""Workers, credentials, role grants, working hours, supervision."""
