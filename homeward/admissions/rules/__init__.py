"""Pure decisions about the way in."""
