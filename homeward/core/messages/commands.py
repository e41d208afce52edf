"""`homeward messages`: bring the catalogues up to the source, or say what is behind."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from homeward.core.messages.catalogue import compiled, merged, path_of
from homeward.core.messages.extraction import messages_of

PACKAGE = Path(__file__).resolve().parents[2]
LOCALE = PACKAGE / "locale"
LANGUAGES = ("es",)


def messages_arguments(parser: ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 when behind")


def messages(document: None, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Extract, merge and compile every catalogue; with --check only compare."""
    found = messages_of(PACKAGE)
    languages = {}
    for language in LANGUAGES:
        catalogue = merged(LOCALE, language, found)
        text, binary = str(catalogue), compiled(catalogue)
        path = path_of(LOCALE, language)
        behind = _differs(path, text.encode()) or _differs(path.with_suffix(".mo"), binary)
        if behind and not arguments.check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            path.with_suffix(".mo").write_bytes(binary)
        languages[language] = {
            "messages": len(catalogue),
            "translated": len(catalogue.translated_entries()),
            "was_behind": behind,
        }
    is_behind = any(each["was_behind"] for each in languages.values())
    return languages, int(arguments.check and is_behind)


def _differs(path: Path, wanted: bytes) -> bool:
    return not path.exists() or path.read_bytes() != wanted
