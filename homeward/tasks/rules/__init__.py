"""Pure decisions about duties."""
