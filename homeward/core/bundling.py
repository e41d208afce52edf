"""The sheets of every page joined into one file, and its scripts into another.

Kept apart in the source and in tests, joined where static files are collected: on a slow line each
request costs a round trip, and no page is painted before its last sheet is there. Each sheet stands
in its layer and each script in a function of its own, so joining them in order changes nothing.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from whitenoise.storage import CompressedManifestStaticFilesStorage

from homeward.core.component_tags.frame import BUNDLES


class JoinedStaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Static files compressed and named by their content, with the joined ones among them."""

    joins = True

    def post_process(
        self, paths: dict[str, Any], dry_run: bool = False, **options: Any
    ) -> Iterator[Any]:
        """Join first, then go on as with any other file."""
        if not dry_run:
            for name, parts in BUNDLES.items():
                Path(self.path(name)).write_text(_joined(paths, parts), encoding="utf-8")
                paths[name] = (self, name)
        yield from super().post_process(paths, dry_run=dry_run, **options)


def _joined(paths: dict[str, Any], parts: tuple[str, ...]) -> str:
    """One after the other; a script may end without its semicolon."""
    texts = []
    for part in parts:
        storage, path = paths[part]
        with storage.open(path) as file:
            texts.append(file.read().decode())
    return ";\n".join(texts) if parts[0].endswith(".js") else "\n".join(texts)
