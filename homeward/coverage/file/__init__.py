"""The payer section of the program file."""
