"""The papers typeset for ink: the words, the questions, lines to sign on, a code on each sheet."""

from collections.abc import Sequence
from typing import Any

import qrcode
from django.utils.translation import gettext as _
from django.utils.translation import override

from homeward.documents.typesetting import typeset
from homeward.packets.library import paper_as, read_aloud
from homeward.packets.models import PacketItem
from homeward.packets.rules.papers import CHOICE, YES_NO, Question
from homeward.packets.words import WHO
from homeward.people.models import Client


def sheets_of(
    items: Sequence[PacketItem], client: Client, *, program: str, language: str, code: str
) -> bytes:
    """One PDF, each paper on a new page; raises CannotTypeset."""
    with override(language):
        content = {
            "lang": language,
            "title": _("Papers"),
            "program": program,
            "record_number": client.chart_number,
            "code": code,
            "squares": squares_of(code),
            "words": {
                "name": _("Name in print"),
                "signature": _("Signature"),
                "day": _("Date"),
                "code": _("Sheet"),
                "refused": _("I read this and do not sign. Reason:"),
            },
            "papers": [_sheet(item, client, program=program, language=language) for item in items],
        }
    return typeset("packet", content)


def squares_of(code: str) -> list[list[bool]]:
    """The code as the squares of a QR code, true is dark."""
    drawn = qrcode.QRCode(border=2, error_correction=qrcode.constants.ERROR_CORRECT_M)
    drawn.add_data(code)
    drawn.make()
    return [[bool(square) for square in row] for row in drawn.get_matrix()]


def _sheet(item: PacketItem, client: Client, *, program: str, language: str) -> dict[str, Any]:
    paper = paper_as(item.paper, item.text_version)
    parts = read_aloud(paper, client=client.name, program=program, language=language)
    return {
        "title": parts[0].title if parts else paper.title[language],
        "version": f"{item.paper} {item.text_version}",
        "parts": [
            {"title": part.title if number else "", "paragraphs": list(part.paragraphs)}
            for number, part in enumerate(parts)
        ],
        "questions": [_question(each, language) for each in paper.questions],
        "signers": [str(WHO[who]).capitalize() for who in item.signers],
    }


def _question(question: Question, language: str) -> dict[str, Any]:
    options = [words[language] for _code, words in question.options]
    if question.kind == YES_NO:
        options = [_("Yes"), _("No")]
    return {
        "words": question.words[language],
        "options": options if question.kind in (YES_NO, CHOICE) else [],
    }
