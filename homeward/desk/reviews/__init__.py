"""Level-of-care review: the week's cards, one card, and reaching people who did not come."""
