"""What the pages of questionnaires print."""
