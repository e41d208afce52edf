"""Cohorts first: seats in blocks that leave no gap, then leaders, then one-to-ones."""
