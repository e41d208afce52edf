"""How tests get a real PostgreSQL quickly: one shared server, one database per run."""
