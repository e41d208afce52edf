"""What a coordinator asks the engine about a week that stands: how to repair it, whether an offer
would help. The answer comes later, from the worker."""

from django.db import models

from homeward.core.records import Record


class WeekQuestion(Record):
    """One question about one draft, and its alternatives from the least disturbance upward.

    `question` is plain JSON: a disruption for a repair, an offer for a what-if. `answers` are
    alternatives, each a whole checked schedule with the changes it makes and what it costs; a
    draft that moved on since is noticed when one is taken over, never before.
    """

    class Kind(models.TextChoices):
        REPAIR = "repair"
        WHAT_IF = "what_if"

    class State(models.TextChoices):
        ASKED = "asked"
        ANSWERED = "answered"
        FAILED = "failed"
        CANCELLED = "cancelled"

    draft = models.ForeignKey("timetable.WeekDraft", models.PROTECT, related_name="questions")
    kind = models.CharField(max_length=12, choices=Kind)
    state = models.CharField(max_length=12, choices=State, default=State.ASKED)
    question = models.JSONField()
    head = models.PositiveIntegerField()
    answers = models.JSONField(default=list)
    reason = models.CharField(max_length=60, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        app_label = "timetable"
        indexes = [models.Index(fields=["draft", "at"], name="timetable_questions")]
