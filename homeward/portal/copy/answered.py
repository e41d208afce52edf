"""The forms a client answered, in the copy: title, day, and each score with its band in words.

A score that is made from answers which stay inside the care team is left out, as those answers are
(instruments handbook section 5.10); that it was answered, and where to ask, is said.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import uuid5
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.instruments.library import MASKED, instrument, is_masked
from homeward.instruments.models import Response
from homeward.instruments.rules.fhir_response import response_out
from homeward.instruments.score_lines import ScoreLine, open_scores, score_lines, title_of
from homeward.instruments.words import BANDS
from homeward.portal.copy.parts import Part

LOINC = "http://loinc.org"
SURVEY = {
    "coding": [
        {
            "system": "http://terminology.hl7.org/CodeSystem/observation-category",
            "code": "survey",
        }
    ]
}


def part(responses: Iterable[Response], zone: ZoneInfo) -> Part:
    """In words."""
    return Part(
        _("Questions you answered"),
        (_("When"), _("Form"), _("What came out")),
        tuple(
            (_at(row.answered_at, zone), title_of(row.instrument), _came_out(row))
            for row in responses
        ),
    )


def _came_out(row: Response) -> str:
    shown = open_scores(row)
    lines = [_line(each) for each in score_lines(row, only=shown)]
    if row.instrument in MASKED:
        lines.append(_("Your care team keeps some of it. Ask them for it."))
    return "; ".join(lines)


def _line(line: ScoreLine) -> str:
    """ "Total: 13, moderate"."""
    words = line.words[:1].lower() + line.words[1:]
    found = [each for each in (line.value, words) if each not in ("", "–")]
    return f"{line.name}: {', '.join(found)}"


def resources(
    responses: Iterable[Response], made: Callable[..., dict[str, Any]], subject: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    """As FHIR: the answers as a QuestionnaireResponse, each score beside them an Observation."""
    for row in responses:
        body = response_out(
            instrument(row.instrument), row.answers, authored=row.answered_at.isoformat(),
            is_masked=lambda link_id, name=row.instrument: is_masked(name, link_id),
        )  # fmt: skip
        yield {**body, "id": str(row.pk), "subject": subject}
        codes = {score.id: score.loinc for score in instrument(row.instrument).scores}
        for name, score in open_scores(row).items():
            if score["value"] is None:
                continue
            coded = [{"system": LOINC, "code": codes[name]}] if codes.get(name) else []
            band = BANDS.get(score["band"] or "")
            yield made(
                "Observation", uuid5(row.pk, name),
                status="final",
                category=[SURVEY],
                code={
                    **({"coding": coded} if coded else {}),
                    "text": f"{title_of(row.instrument)}: {name.replace('_', ' ')}",
                },
                subject=subject,
                effectiveDateTime=row.answered_at.isoformat(),
                valueQuantity={"value": score["value"]},
                interpretation=[{"text": str(band)}] if band else [],
                derivedFrom=[{"reference": f"urn:uuid:{row.pk}"}],
            )  # fmt: skip


def _at(instant: datetime, zone: ZoneInfo) -> str:
    return date_format(instant.astimezone(zone), "DATETIME_FORMAT")
