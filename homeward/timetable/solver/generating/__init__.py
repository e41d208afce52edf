"""Made-up weeks from a seed, for benches and tests; nobody in them is a real person."""
