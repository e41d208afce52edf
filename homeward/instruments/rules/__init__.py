"""Reading a definition, reading answers, and scoring: pure, and to the published keys."""
