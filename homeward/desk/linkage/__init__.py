"""The staff pages of help with daily life, transfers, and the wall of milestones."""
