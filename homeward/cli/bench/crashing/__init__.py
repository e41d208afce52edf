"""The parts of `homeward bench crash`: people who write, accidents, and the reckoning."""
