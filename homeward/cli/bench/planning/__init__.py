"""Made-up weeks planned one after the other, each in a process of its own so that memory is its."""
