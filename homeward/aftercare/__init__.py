"""What follows a discharge, and the way back."""
