"""Forms about the body, monitoring, naloxone, withdrawal and orders."""

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core import clock
from homeward.desk.medical.forms.base import (
    About,
    MedicalForm,
    choose,
    day,
    line,
    number,
    radio,
    tick,
    words,
)
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.medications import words as said
from homeward.medications.models import Allergy, Medication, WithdrawalWatch
from homeward.medications.rules.vitals import Measured
from homeward.people.queries import contacts_of
from homeward.staff.models import RoleGrant, Worker


class VitalsForm(MedicalForm):
    """One set; leave out what was not measured."""

    pulse = number(_("Pulse, per minute"), 0, 999, required=False)
    systolic = number(_("Upper blood pressure, mm Hg"), 0, 999, required=False)
    diastolic = number(_("Lower blood pressure, mm Hg"), 0, 999, required=False)
    breaths = number(_("Breaths per minute"), 0, 999, required=False)
    temperature_f = forms.DecimalField(
        label=_("Temperature, °F"), required=False, max_digits=4, decimal_places=1
    )
    oxygen = number(_("Oxygen, percent"), 0, 999, required=False)
    weight_lb = forms.DecimalField(
        label=_("Weight, pounds"), required=False, max_digits=5, decimal_places=1
    )
    told = line(_("Who was told, if something is outside"), 200, required=False)

    @property
    def measured(self) -> Measured:
        """After validation: what the action takes."""
        names = tuple(Measured.__dataclass_fields__)
        return Measured(**{name: self.cleaned_data.get(name) for name in names})


class AllergyForm(MedicalForm):
    """One allergy or intolerance."""

    substance = line(_("To what"), 80)
    reaction = line(_("What it does"), 120, help_text=_("For example: hives, trouble breathing."))
    severity = radio(_("How bad"), said.SEVERITIES)
    said_by = choose(_("Who said so"), said.SAID_BY)


class AllergyEndForm(MedicalForm):
    """One allergy that does not belong on the list."""

    allergy = choose(_("Which one"), {})
    because = line(_("Why it comes off the list"), 200)

    def prepare(self, about: About) -> None:
        """The allergies that stand."""
        rows = Allergy.objects.for_actor(about.actor, Purpose.TREATMENT)
        found = rows.filter(client_id=about.client.pk, ended_at=None).order_by("at")
        self.offer("allergy", ((str(row.pk), row.substance) for row in found))


class AllergyStatementForm(MedicalForm):
    """What the person said when asked."""

    says = radio(_("Asked about allergies"), said.ALLERGY_SAYS)


class PregnancyForm(MedicalForm):
    """What was said or shown."""

    status = radio(_("Pregnancy"), said.PREGNANCY)
    basis = radio(_("How it is known"), said.BASES, initial="said")
    expected_on = day(_("Expected date"))


class EducationForm(MedicalForm):
    """A talk about TB, HIV or hepatitis."""

    topic = radio(_("About"), said.TOPICS)
    manner = radio(_("How"), said.TAUGHT, initial="talk")
    testing = radio(_("Testing"), said.TESTING)
    on = day(_("On which day"), required=True)

    def prepare(self, about: About) -> None:
        """Today, unless said otherwise."""
        self.fields["on"].initial = clock.today(about.client.site.time_zone)


class PdmpForm(MedicalForm):
    """That monitoring was asked; there is no place here for what it said."""

    state = line(_("Which state's program"), 2, help_text=_("Two letters."))
    finding = radio(_("What you found"), said.PDMP)


NOBODY = "nobody"


class NaloxoneForm(MedicalForm):
    """An offer of naloxone."""

    contact = choose(_("To whom"), {}, required=False)
    outcome = radio(_("What came of it"), said.OFFERS, required=False)
    is_trained = tick(_("I showed how to use it"))
    lot = line(_("Lot number"), 40, required=False)
    expires_on = day(_("Date on the kit"))

    def prepare(self, about: About) -> None:
        """The client, or somebody beside them."""
        people = contacts_of(about.actor, about.client)
        self.offer(
            "contact",
            [
                ("", _("The client")),
                *((str(row.pk), row.name) for row in people),
                (NOBODY, said.NOBODY_BESIDE),
            ],
        )


class WatchForm(MedicalForm):
    """Begin to watch withdrawal."""

    scale = radio(_("Which scale"), said.SCALES)
    ordered_by = line(_("Which prescriber ordered it"), 120)
    every_minutes = number(
        _("Minutes between readings"), 15, 720, required=False,
        help_text=_("Leave empty for the program's own number."),
    )  # fmt: skip
    close_minutes = number(_("Minutes after a high score"), 15, 720, required=False)


class WatchEndForm(MedicalForm):
    """End a watch."""

    scale = choose(_("Which scale"), {})
    because = line(_("Why it ends"), 200)

    def prepare(self, about: About) -> None:
        """The watches that are open."""
        rows = WithdrawalWatch.objects.for_actor(about.actor, Purpose.TREATMENT)
        found = rows.filter(client_id=about.client.pk, ended_at=None)
        self.offer("scale", ((row.scale, said.SCALES[row.scale]) for row in found))


class OrderForm(MedicalForm):
    """An order, one's own or taken from a prescriber's mouth."""

    kind = choose(_("About"), said.ORDER_KINDS)
    body = words(_("What is ordered, word for word"), 2000)
    medication = choose(_("For which medicine"), {}, required=False)
    ordered_by = choose(_("Who orders"), {})
    way = radio(_("How it was given"), said.ORDER_WAYS, initial="written")
    was_read_back = tick(_("I read it back and it was confirmed"))

    def prepare(self, about: About) -> None:
        """The open medicines, and the prescribers of the house."""
        rows = Medication.objects.for_actor(about.actor, Purpose.TREATMENT)
        found = rows.filter(client_id=about.client.pk, ended_on=None).order_by("name")
        self.offer("medication", [("", _("none")), *((str(row.pk), row.name) for row in found)])
        today = clock.today(about.client.site.time_zone)
        grants = RoleGrant.objects.filter(role=Role.PHYSICIAN, starts_on__lte=today)
        prescribers = Worker.objects.filter(
            pk__in=grants.exclude(ends_on__lte=today).values("worker_id")
        )
        self.offer("ordered_by", ((str(row.pk), row.name) for row in prescribers.order_by("name")))


class CertificationForm(MedicalForm):
    """Four statements, all or none."""

    statements = forms.MultipleChoiceField(
        label=_("I state, as the physician"), choices=list(said.STATEMENTS.items()),
        widget=forms.CheckboxSelectMultiple, required=False,
    )  # fmt: skip
