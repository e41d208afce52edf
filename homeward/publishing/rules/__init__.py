"""Pure rules of public words: their marking up, what identifies somebody, what lies behind."""
