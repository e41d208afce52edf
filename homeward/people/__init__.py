"""Clients, family and other supports, treatment teams, contact restrictions."""
