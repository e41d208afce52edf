"""Spanish, as dates are said in it."""
