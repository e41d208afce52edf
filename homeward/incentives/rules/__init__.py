"""What is earned, and which slip is drawn: pure, the same for the same history."""
