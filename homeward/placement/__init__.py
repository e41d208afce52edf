"""Six dimensions, and the least intensive level of care that is safe."""
