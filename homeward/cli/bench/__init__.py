"""Measurements anyone can repeat: `homeward bench NAME`.

Each module has `run(document, *, arguments)`, and `run_arguments(parser)` for its options; a line
`NEEDS = "nothing"` when it brings its own installation.
"""
