"""Inquiries, screening, packets, the episode of care."""
