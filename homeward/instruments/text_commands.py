"""`homeward instruments text load`: the official wording a site has a licence for."""

import getpass
from argparse import ArgumentParser, Namespace
from typing import Any

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.instruments import library, licensed
from homeward.kernel import shape
from homeward.kernel.bad_input import BadInput

DONE = 0
LANGUAGES = ("en", "es")


def load_arguments(parser: ArgumentParser) -> None:
    """Whose words these are and by what right."""
    parser.add_argument("--instrument", required=True, help="the instrument's id, as in dast10")
    parser.add_argument("--language", required=True, help="en or es")
    parser.add_argument("--licence", required=True, help="the licence you use the text under")


def load(document: object, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Load licensed wording by linkId; every question and every answer must be there.

    The file: {"title": "…", "items": {"1": {"text": "…", "options": {"Y": "…", "N": "…"}}}}.
    The text is stored sealed and never printed, exported or logged.
    """
    shape.one_of(arguments.language, "language", LANGUAGES)
    library.instrument(arguments.instrument)
    try:
        kept = licensed.load_text(
            actor=Actor.of_service("command_line"),
            instrument=arguments.instrument,
            language=arguments.language,
            licence=arguments.licence,
            document=document,
            loaded_by=getpass.getuser(),
            now=clock.now(),
        )
    except licensed.NoLicence:
        raise BadInput("licence", "state the licence the text is used under") from None
    return {
        "loaded": True,
        "instrument": kept.instrument,
        "language": kept.language,
        "items": len(library.instrument(kept.instrument).items),
    }, DONE
