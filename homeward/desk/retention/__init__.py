"""Who may be slipping away, on what facts, and who reaches out next."""
