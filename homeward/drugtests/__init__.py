"""Fair draws, orders, collections, results."""
