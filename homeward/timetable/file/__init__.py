"""The weekly-group section of the program file: cohorts and their meetings."""
