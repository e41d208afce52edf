"""Pure decisions about words that come in, and about which passage answers a question."""
