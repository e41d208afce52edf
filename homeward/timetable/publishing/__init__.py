"""A drafted week becomes real sessions, leaders and seats, and people hear of what changed."""
