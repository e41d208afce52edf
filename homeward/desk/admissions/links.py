"""Where the evidence of placement and admission decisions can be read, and its words."""

from django.urls import reverse

from homeward.core import evidence_links, reasons_words
from homeward.desk.admissions.dimensions import REASONS


def _response(ref: str) -> str:
    return reverse("desk:response", args=[ref])


evidence_links.register("instrument_result", _response)
reasons_words.register(REASONS)
