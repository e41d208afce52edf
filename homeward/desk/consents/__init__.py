"""Consents in a client's record: read, sign on screen, take back."""
