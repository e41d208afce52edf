"""Rules of help with daily life and of transfers: pure, numbers as arguments."""
