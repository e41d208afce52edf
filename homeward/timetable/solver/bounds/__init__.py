"""How good any week could be: proven lower bounds, one for each tier."""
