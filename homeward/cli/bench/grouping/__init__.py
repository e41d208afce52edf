"""The parts of `homeward bench group`: a room of ten, a hand at the keyboard, and accidents."""
