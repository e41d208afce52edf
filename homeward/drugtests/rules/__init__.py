"""Pure decisions about drug tests."""
