"""The section of the program file on state law about who may agree to treatment."""
