"""Where the evidence of a review can be read."""

from typing import Any

from django.urls import reverse

from homeward.core import evidence_links


def _at(route: str) -> Any:
    return lambda ref: reverse(route, args=[ref])


evidence_links.register("level_review", _at("desk:review"))
evidence_links.register("chart_plan", _at("desk:chart_plan"))
evidence_links.register("chart_medical", _at("desk:chart_medical"))
evidence_links.register("chart_tests", _at("desk:chart_tests"))
evidence_links.register("chart_measures", _at("desk:chart_measures"))
evidence_links.register("authorization", _at("desk:authorization"))
evidence_links.register("care_task", _at("desk:task"))
