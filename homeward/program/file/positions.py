"""On which line each key and value of a TOML text stands.

The text is walked by its own small scanner, because the standard library's parser keeps no
positions. A path is a tuple of keys and list positions, as in `("cohorts", 0, "sessions", 2)`.
"""

from bisect import bisect_right

Path = tuple[str | int, ...]

_ENDS = " \t\r\n,]}#="


def dotted(path: Path) -> str:
    """A path as people read it: `cohorts[0].sessions[2]`."""
    text = ""
    for step in path:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


class Positions:
    """Lines by path. A path without a line of its own answers with its nearest parent's."""

    def __init__(self, text: str) -> None:
        scanner = _Scanner(text)
        scanner.run()
        self._lines = scanner.lines
        self._all = scanner.found

    def line_of(self, path: Path) -> int:
        for end in range(len(path), 0, -1):
            if (line := self._lines.get(path[:end])) is not None:
                return line
        return 1

    def field_near(self, line: int) -> str:
        """The last field that begins at or before a line, for text that is not TOML at all."""
        before = [(at, place, path) for place, (path, at) in enumerate(self._all) if at <= line]
        return dotted(max(before)[2]) if before else ""


class _Scanner:
    """Walks valid TOML exactly and broken TOML as far as it makes sense."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.lines: dict[Path, int] = {}
        self.found: list[tuple[Path, int]] = []
        self.counts: dict[Path, int] = {}
        self.starts = [0, *(i + 1 for i, letter in enumerate(text) if letter == "\n")]

    def run(self) -> None:
        table: Path = ()
        while True:
            self.skip(" \t\r\n")
            if self.at >= len(self.text):
                return
            before = self.at
            if self.text[self.at] == "[":
                table = self.header()
            else:
                self.pair(table)
            if self.at == before:
                self.at += 1

    def mark(self, path: Path, at: int | None = None) -> None:
        place = self.at if at is None else at
        line = bisect_right(self.starts, place)
        self.lines.setdefault(path, line)
        self.found.append((path, line))

    def skip(self, letters: str) -> None:
        """Past those letters and past comments."""
        while self.at < len(self.text):
            if self.text[self.at] in letters:
                self.at += 1
            elif self.text[self.at] == "#":
                end = self.text.find("\n", self.at)
                self.at = len(self.text) if end < 0 else end
            else:
                return

    def header(self) -> Path:
        began = self.at
        is_list = self.text.startswith("[[", self.at)
        self.at += 2 if is_list else 1
        keys = self.keys()
        path = self.inside(keys[:-1])
        if keys:
            path += (keys[-1],)
            if is_list:
                self.counts[path] = self.counts.get(path, -1) + 1
                self.mark(path, began)
                path += (self.counts[path],)
            elif path in self.counts:
                path += (self.counts[path],)
        self.mark(path, began)
        while self.at < len(self.text) and self.text[self.at] in "] \t":
            self.at += 1
        return path

    def inside(self, keys: list[str]) -> Path:
        """The path of a table header's parents, in the latest element of a list of tables."""
        path: Path = ()
        for key in keys:
            path += (key,)
            if path in self.counts:
                path += (self.counts[path],)
        return path

    def keys(self) -> list[str]:
        found = []
        while self.at < len(self.text):
            self.skip_spaces()
            letter = self.text[self.at : self.at + 1]
            if letter in ("'", '"'):
                found.append(self.string())
            else:
                began = self.at
                while self.at < len(self.text) and self.text[self.at] not in _ENDS + ".":
                    self.at += 1
                found.append(self.text[began : self.at])
            self.skip_spaces()
            if not self.text.startswith(".", self.at):
                break
            self.at += 1
        return found

    def skip_spaces(self) -> None:
        while self.at < len(self.text) and self.text[self.at] in " \t":
            self.at += 1

    def pair(self, table: Path) -> None:
        began = self.at
        path = table
        for key in self.keys():
            path += (key,)
            self.mark(path, began)
        self.skip_spaces()
        if self.text.startswith("=", self.at):
            self.at += 1
            self.skip_spaces()
            self.value(path)

    def value(self, path: Path) -> None:
        letter = self.text[self.at : self.at + 1]
        if letter in ("'", '"'):
            self.string()
        elif letter == "[":
            self.members(path, "]")
        elif letter == "{":
            self.members(path, "}")
        else:
            # A date and its time may be parted by one space.
            while self.at < len(self.text) and self.text[self.at] not in "\r\n,]}#":
                self.at += 1

    def members(self, path: Path, closer: str) -> None:
        self.at += 1
        number = 0
        while self.at < len(self.text):
            self.skip(" \t\r\n,")
            if self.text.startswith(closer, self.at):
                self.at += 1
                return
            before = self.at
            if closer == "]":
                self.mark((*path, number))
                self.value((*path, number))
                number += 1
            else:
                self.pair(path)
            if self.at == before:
                self.at += 1

    def string(self) -> str:
        quote = self.text[self.at]
        long = self.text.startswith(quote * 3, self.at)
        fence = quote * 3 if long else quote
        self.at += len(fence)
        began = self.at
        while self.at < len(self.text):
            if quote == '"' and self.text[self.at] == "\\":
                self.at += 2
            elif self.text.startswith(fence, self.at):
                break
            elif self.text[self.at] == "\n" and not long:
                break  # never closed: the parser says so; go on with the next line
            else:
                self.at += 1
        inner = self.text[began : self.at]
        self.at += len(fence)
        while long and self.text.startswith(quote, self.at):  # quotes right before the fence
            self.at += 1
        return inner
