"""Pure decisions about treatment plans."""
