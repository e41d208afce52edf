"""The program file: TOML in, frozen parts out, every fault with its line, field and mend.

`read_program_file(text)` is pure. Rooms above add their own sections through `sections.register`.
The format is described in docs/program-file.md.
"""
