"""One error for input that cannot be understood."""


class BadInput(ValueError):
    """The input is wrong at `path`; `mend` says what would be right.

    `path` is dotted with list positions in brackets, as in `ratings.3` or `items[2].class`.
    """

    def __init__(self, path: str, mend: str) -> None:
        super().__init__(f"{path}: {mend}" if path else mend)
        self.path = path
        self.mend = mend
