"""What a session teaches: handouts and run sheets with their history, and who has heard what."""
