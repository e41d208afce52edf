"""Payers, benefits, authorizations."""
