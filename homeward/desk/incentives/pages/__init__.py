"""What the pages of incentives print."""
