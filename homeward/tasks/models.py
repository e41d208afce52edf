"""Duties: something a named person must do by a time, ended only by a disposition."""

from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.scoping import ProtectedManager, ProtectedQuerySet
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord
from homeward.tasks.keeping import kept_from


class DutyRows(ProtectedQuerySet):
    """Duties within reach, less those that wait before this actor may see them."""

    def for_actor(self, actor: Actor, purpose: Purpose, to: Access = Access.READ) -> Self:
        """As every protected row; see `keeping.py`."""
        rows = super().for_actor(actor, purpose, to)
        kept = kept_from(actor)
        return rows if kept is None else rows.filter(~kept)


class DutyManager(ProtectedManager.from_queryset(DutyRows)):  # type: ignore[misc]
    """Duties for an actor and a purpose."""


class CareTask(ClientRecord):
    """One duty for one client. `origin` names what opened it, so it opens once."""

    record_class = RecordClass.SCHEDULE
    objects: ClassVar[Any] = DutyManager()

    class Urgency(models.TextChoices):
        NOW = "now"
        SAME_DAY = "same_day"
        NEXT_CONTACT = "next_contact"
        ROUTINE = "routine"

    kind = models.CharField(max_length=40)
    urgency = models.CharField(max_length=20, choices=Urgency)
    owner = models.ForeignKey("staff.Worker", models.PROTECT, related_name="care_tasks")
    opened_at = models.DateTimeField()
    due_at = models.DateTimeField()
    origin = models.CharField(max_length=120)
    detail = models.JSONField(default=dict)
    closed_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    disposition = models.CharField(max_length=40, blank=True)
    disposition_note = models.CharField(max_length=300, blank=True)

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(fields=["origin"], name="tasks_origin_once"),
            models.CheckConstraint(
                name="tasks_closed_with_a_disposition",
                condition=Q(closed_at=None) | (~Q(disposition="") & Q(closed_by__isnull=False)),
            ),
        ]
        indexes = [
            models.Index(
                fields=["owner", "due_at"], name="tasks_open", condition=Q(closed_at=None)
            ),
            models.Index(fields=["client"], name="tasks_client"),
        ]
