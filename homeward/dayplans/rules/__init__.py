"""What stands in a day, which hours are empty, how hard they are, and what may fill them: pure."""
