"""After care: leaving in a hurry, stops, check-ups, alumni, and the way back."""
