"""What speaks of somebody slipping away, and who reaches out when: pure rules."""
