"""The program's rules, what follows when one is broken, and who is kept apart."""
