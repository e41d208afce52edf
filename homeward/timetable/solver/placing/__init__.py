"""A week while it is being built: what may be placed where, and what stands in the way."""
