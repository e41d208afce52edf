"""How easy to read what clients, families, agencies and visitors are told is.

Every sentence of the catalogue's pairs and of the texts kept whole, in English and Spanish, with
its grade: Flesch-Kincaid, and the ease of Fernández Huerta read as a grade. Labels of up to three
words and the questions of the instruments, whose wording is their authors', are counted apart.
"""

from argparse import ArgumentParser, Namespace
from typing import Any

NEEDS = "settings"
FORMULAS = {
    "en": "Flesch-Kincaid grade: 0.39 words/sentence + 11.8 syllables/word - 15.59",
    "es": "Fernandez Huerta ease: 206.84 - 60 syllables/word - 1.02 words/sentence; "
    "90 grade 4, 80 grade 5, 70 grade 6",
}


def run_arguments(parser: ArgumentParser) -> None:
    """Options of the bench."""
    parser.add_argument("--room", help="list the sentences above the grade of this room only")
    parser.add_argument("--short", action="store_true", help="leave the list out")


def run(document: None, *, arguments: Namespace) -> tuple[dict[str, Any], int]:
    """Grade every sentence; exit 1 when a language is below the goal."""
    from homeward.cli.bench.wording.gathering import everything, shipped_items
    from homeward.cli.bench.wording.reckoning import GOAL, GRADE, reckon
    from homeward.config.launch.home import CHECKOUT

    found = reckon(everything())
    answer: dict[str, Any] = {
        "formulas": FORMULAS,
        "grade": float(GRADE),
        "goal": float(GOAL),
        "languages": {
            language: {**_said(whole), "rooms": _rooms(found.rooms[language])}
            for language, whole in found.whole.items()
        },
        "instrument_items_not_judged": shipped_items(CHECKOUT / "homeward/instruments/definitions"),
    }
    if not arguments.short:
        answer["above"] = [
            {
                "language": each.told.language,
                "room": each.told.room,
                "place": each.told.place,
                "grade": float(each.grade),
                "sentence": each.sentence,
            }
            for each in found.above
            if arguments.room in (None, each.told.room)
        ]
    return answer, int(not found.holds)


def _rooms(shares: Any) -> dict[str, Any]:
    return {room: _said(share) for room, share in sorted(shares.items())}


def _said(share: Any) -> dict[str, Any]:
    return {
        "sentences": share.sentences,
        "at_grade_or_below": share.plain,
        "share": float(share.share),
        "labels": share.labels,
        "labels_at_grade_or_below": share.plain_labels,
    }
