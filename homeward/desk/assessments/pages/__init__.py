"""What the pages of the assessment print."""
