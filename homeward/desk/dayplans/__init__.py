"""The client's day in the record as far as they share it, and the plan against going back."""
