"""Incentives: what a client earns by an adopted protocol, and the ledger behind it."""
