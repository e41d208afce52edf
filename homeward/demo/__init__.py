"""The demo program: a believable clinic, simulated. Never in production."""
