"""Pages of clients, families and agencies."""
