"""Questionnaires clients and clinicians answer, and how each is scored."""
