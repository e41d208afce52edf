"""Where the evidence of placement and admission decisions can be read, and its words."""

from django.urls import reverse

from homeward.core import evidence_links, reasons_words
from homeward.desk.admissions.dimensions import REASONS


def _response(ref: str) -> str:
    return reverse("desk:response", args=[ref])


def _placement(ref: str) -> str:
    return reverse("desk:placement_record", args=[ref])


evidence_links.register("instrument_result", _response)
evidence_links.register("placement", _placement)
evidence_links.register("placement_hold", _placement)
reasons_words.register(REASONS)
