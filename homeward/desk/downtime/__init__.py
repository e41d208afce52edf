"""Staff pages for a day without the network: packs, their passphrase, and entries from paper."""
