"""Materials of the curriculum with their whole history, and where each wording was used."""

from django.db import models
from django.db.models import Q

from homeward.core.records import Record
from homeward.kernel.records import RecordClass
from homeward.people.records import ClientRecord


class Material(Record):
    """One handout or run sheet of one topic in one language.

    `shipped_digest` is the digest of the product's text when it was last looked at; another digest
    means that the product brings a newer one. `follows` is the English wording a translation says.
    """

    class Kind(models.TextChoices):
        HANDOUT = "handout"
        RUN_SHEET = "run_sheet"

    topic = models.ForeignKey("program.CurriculumTopic", models.PROTECT, related_name="materials")
    kind = models.CharField(max_length=20, choices=Kind)
    language = models.CharField(max_length=5)
    shipped_digest = models.CharField(max_length=64, blank=True)
    follows = models.ForeignKey("MaterialVersion", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["topic", "kind", "language"], name="curriculum_material_once"
            )
        ]


class MaterialVersion(Record):
    """One wording: a draft until it is published, then never changed again.

    `made_by` empty: it came with the product. A newer wording puts an older one into the archive;
    sessions held meanwhile keep the one that was in force when they began.
    """

    material = models.ForeignKey(Material, models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=120)
    lead = models.CharField(max_length=400, blank=True)
    body = models.TextField(blank=True)
    therapy_model = models.CharField(max_length=40, blank=True)
    note = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")
    restored_from = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["material", "number"], name="curriculum_version_number_once"
            ),
            models.UniqueConstraint(
                fields=["material"], condition=Q(published_at=None), name="curriculum_one_draft"
            ),
        ]


class SessionMaterial(Record):
    """A wording that one session used, on paper or on phones; never changed."""

    class How(models.TextChoices):
        PRINTED = "printed"
        SENT = "sent"
        RUN_SHEET = "run_sheet"

    session = models.ForeignKey("timetable.GroupSession", models.PROTECT, related_name="materials")
    material_version = models.ForeignKey(MaterialVersion, models.PROTECT, related_name="uses")
    how = models.CharField(max_length=20, choices=How)
    used_at = models.DateTimeField()
    used_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["session", "material_version", "how"], name="curriculum_used_once"
            )
        ]


class HandedOut(ClientRecord):
    """A handout on a client's own pages, with the wording they were given; never changed."""

    record_class = RecordClass.SCHEDULE

    # The database refuses to lose a wording somebody holds; Django would have to look at clients'
    # rows before it may throw away a draft, which nobody can have been given.
    material_version = models.ForeignKey(MaterialVersion, models.DO_NOTHING, related_name="handed")
    session = models.ForeignKey(
        "timetable.GroupSession", models.PROTECT, null=True, related_name="handed_out"
    )
    handed_at = models.DateTimeField()
    handed_by = models.ForeignKey("staff.Worker", models.PROTECT, null=True, related_name="+")

    class Meta(ClientRecord.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["client", "material_version"], name="curriculum_handed_once"
            )
        ]
        indexes = [models.Index(fields=["session"], name="curriculum_handed_session")]


class SheetChoice(ClientRecord):
    """Whether a client wants a handout on their phone for reading without a network."""

    record_class = RecordClass.SCHEDULE

    handed = models.OneToOneField(HandedOut, models.PROTECT, related_name="choice")
    is_kept = models.BooleanField()
    said_at = models.DateTimeField()
