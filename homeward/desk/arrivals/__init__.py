"""The door: who is expected today, and who has come."""
