"""What the page of a record's papers prints."""

from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from homeward.core.actors import Actor
from homeward.documents.queries import documents_of
from homeward.kernel.purposes import Purpose
from homeward.notes.queries import notes_of_client
from homeward.people.models import Client
from homeward.plans.models import Plan, PlanReview
from homeward.progress.models import LevelReview

LATEST = 8


def kind_words(kind: str) -> str:
    """What a document is, in words."""
    words = {
        "note": _("Progress note"),
        "plan": _("Treatment plan"),
        "review": _("Level-of-care review"),
        "plan_review": _("Plan review"),
        "case_file": _("Case file"),
        "discharge_summary": _("Discharge summary"),
        "agency_report": _("Report to an officer or employer"),
    }
    return words.get(kind, kind.replace("_", " ").capitalize())


@dataclass(frozen=True, slots=True)
class Line:
    """Something that can be made into a paper, or was."""

    title: str
    sub: str
    url: str


@dataclass(frozen=True, slots=True)
class PapersPage:
    """What was made, and what can be made."""

    made: tuple[Line, ...]
    notes: tuple[Line, ...]
    plans: tuple[Line, ...]
    reviews: tuple[Line, ...]

    @classmethod
    def of(cls, actor: Actor, client: Client) -> "PapersPage":
        """Five reads, each in the reader's scope."""

        def rows(model: Any) -> Any:
            found = model.objects.for_actor(actor, Purpose.TREATMENT)
            return found.filter(client_id=client.pk)

        signed = [each for each in notes_of_client(actor, client.pk) if each.signed_at]
        plans = rows(Plan).order_by("-started_at")[:LATEST]
        weekly = rows(LevelReview).exclude(outcome="").order_by("-week_of")[:LATEST]
        together = rows(PlanReview).select_related("plan").order_by("-at")[:LATEST]
        return cls(
            tuple(
                Line(
                    kind_words(each.kind),
                    f"{date_format(localtime(each.made_at), 'j M Y, H:i')}"
                    f"{f' · {each.made_by.name}' if each.made_by else ''}",
                    reverse("desk:document", args=[each.pk]),
                )
                for each in documents_of(actor, client)
            ),
            tuple(
                Line(
                    each.session.name,
                    f"{date_format(each.on, 'D j M Y')} · {each.author.name}",
                    reverse("desk:print_note", args=[each.pk]),
                )
                for each in signed[:LATEST]
            ),
            tuple(
                Line(
                    _("Plan %(number)s") % {"number": each.number},
                    date_format(localtime(each.active_from or each.started_at), "j M Y"),
                    reverse("desk:print_plan", args=[each.pk]),
                )
                for each in plans
            ),
            (
                *(
                    Line(
                        _("Level-of-care review"),
                        _("week of %(day)s") % {"day": date_format(each.week_of, "j M Y")},
                        reverse("desk:print_review", args=[each.pk]),
                    )
                    for each in weekly
                ),
                *(
                    Line(
                        _("Review of plan %(number)s") % {"number": each.plan.number},
                        date_format(localtime(each.at), "j M Y"),
                        reverse("desk:print_plan_review", args=[each.pk]),
                    )
                    for each in together
                ),
            ),
        )
