"""Hours, signals, level-of-care reviews, discharge, continuing care."""
