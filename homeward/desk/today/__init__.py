"""A staff member's first page: who needs them first, then the day, then the rest."""
