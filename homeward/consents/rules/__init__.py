"""42 CFR Part 2 as computable rules: pure, without clock, settings or input and output."""
