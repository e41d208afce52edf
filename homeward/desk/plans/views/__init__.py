"""The plan tab and every step of writing, signing, talking over and reviewing."""
