"""What is done about places, and about people sent to them."""
