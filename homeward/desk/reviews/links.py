"""Where the evidence of a review can be read, and from a duty to the no behind it."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core import evidence_links
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.kernel.records import RecordClass
from homeward.progress.review_queries import opens_denial
from homeward.tasks.models import CareTask


def _at(route: str) -> Any:
    return lambda ref: reverse(route, args=[ref])


evidence_links.register("level_review", _at("desk:review"))
evidence_links.register("chart_plan", _at("desk:chart_plan"))
evidence_links.register("chart_medical", _at("desk:chart_medical"))
evidence_links.register("chart_tests", _at("desk:chart_tests"))
evidence_links.register("chart_measures", _at("desk:chart_measures"))
evidence_links.register("authorization", _at("desk:authorization"))
evidence_links.register("care_task", _at("desk:task"))


def denied_by_payer(actor: Actor, task: CareTask) -> Act | None:
    """The denial behind a duty; None for another duty, and where its page would not open."""
    row = task.detail.get("denial")
    if not row or not may(actor.roles, RecordClass.ASSESSMENT, Access.READ):
        return None
    if not opens_denial(actor, UUID(row)):
        return None
    return Act(_("The payer’s answer"), reverse("desk:denial", args=[row]), "primary")
