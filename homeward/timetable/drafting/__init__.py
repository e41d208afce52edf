"""A week as it is drafted: its moves, what each would break or cost, how a page reads it."""
