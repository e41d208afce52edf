"""The week as a puzzle: instances, schedules, the independent checker. Pure Python, no Django."""
