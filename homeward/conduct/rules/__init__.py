"""How a program answers to what happens: the ladder, appeals, searches, restrictions; pure."""
