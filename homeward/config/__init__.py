"""Settings, addresses, start-up checks and the embedded database."""
