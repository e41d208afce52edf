"""A plan within reach, and the way back to it."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.kernel.purposes import Purpose
from homeward.plans.models import Plan
from homeward.staff.models import Worker


def plan_of(actor: Actor, plan_id: UUID) -> Plan:
    """The plan with its episode and site; Plan.DoesNotExist out of reach."""
    rows = Plan.objects.for_actor(actor, Purpose.TREATMENT)
    found: Plan = rows.select_related(
        "episode__placement", "episode__client__site", "site", "author", "amends__author"
    ).get(pk=plan_id)
    return found


def back_to(plan: Plan, anchor: str = "") -> Act:
    """The plan's own tab, at a part of it."""
    address = reverse("desk:chart_plan", args=[plan.client_id])
    return Act(_("Back to the plan"), f"{address}#{anchor}" if anchor else address)


def workers_for(plan: Plan) -> Any:
    """Who may be named for what staff do: everybody of the site, by name."""
    return Worker.objects.filter(site_id=plan.site_id).order_by("name")
