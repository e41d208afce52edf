"""Medicines and the body: the hour of doses, a client's medical page, naloxone of the house."""
