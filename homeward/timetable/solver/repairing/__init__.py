"""A published week mended after something changed, the least disturbance first."""
