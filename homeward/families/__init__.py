"""What relatives have of their own, and what they tell the team."""
