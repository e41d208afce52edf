"""What a notice may say and when it may go: pure, without clock, settings or input and output."""
