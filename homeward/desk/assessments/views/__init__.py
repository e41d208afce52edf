"""The views of the assessment."""
