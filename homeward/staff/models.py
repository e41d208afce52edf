"""Workers and the dated facts about them: credentials, roles, duties, hours, supervision."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from homeward.core.records import Record


class Worker(Record):
    """A person who works here; `user_name` is proposed for the account they do not have yet."""

    code = models.CharField(max_length=40, unique=True)
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="worker"
    )
    name = models.CharField(max_length=120)
    title = models.CharField(max_length=120, blank=True)
    site = models.ForeignKey("program.Site", models.PROTECT, related_name="workers")
    caseload_limit = models.PositiveSmallIntegerField(default=0)
    is_naloxone_trained = models.BooleanField(default=False)
    user_name = models.CharField(max_length=60, blank=True)

    def __str__(self) -> str:
        return f"Worker {self.pk}"


class Dated(Record):
    """A fact that holds from a day, until a day that is not included."""

    starts_on = models.DateField()
    ends_on = models.DateField(null=True)

    class Meta:
        abstract = True


class Credential(Dated):
    """A licence or certificate; the signature block shows the one held when signing."""

    worker = models.ForeignKey(Worker, models.PROTECT, related_name="credentials")
    code = models.CharField(max_length=40)
    title = models.CharField(max_length=120)
    may_sign_alone = models.BooleanField(default=True)


class RoleGrant(Dated):
    """A role held in a program; `site` empty means all of the program's sites."""

    worker = models.ForeignKey(Worker, models.PROTECT, related_name="role_grants")
    role = models.CharField(max_length=30)
    program = models.ForeignKey("program.Program", models.PROTECT, related_name="+")
    site = models.ForeignKey("program.Site", models.PROTECT, null=True, related_name="+")


class DutyGrant(Dated):
    """A duty held beside a role: publishing the week, privacy officer."""

    worker = models.ForeignKey(Worker, models.PROTECT, related_name="duty_grants")
    duty = models.CharField(max_length=30)
    program = models.ForeignKey("program.Program", models.PROTECT, related_name="+")


class WorkingHours(Dated):
    """A weekly stretch of working time in the site's wall clock."""

    worker = models.ForeignKey(Worker, models.PROTECT, related_name="working_hours")
    weekday = models.PositiveSmallIntegerField()
    starts = models.TimeField()
    ends = models.TimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="staff_hours_run_forward", condition=Q(ends__gt=F("starts"))
            ),
            models.CheckConstraint(name="staff_weekday", condition=Q(weekday__lte=6)),
        ]


class Supervision(Dated):
    """Who supervises whose work."""

    supervisor = models.ForeignKey(Worker, models.PROTECT, related_name="supervisees")
    supervisee = models.ForeignKey(Worker, models.PROTECT, related_name="supervisors")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="staff_nobody_supervises_themselves",
                condition=~Q(supervisor=F("supervisee")),
            )
        ]
