"""What may be written about a client's body; the key stands in the address."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from homeward.desk.medical.forms import health, medicines
from homeward.desk.medical.steps import Step, id_of, same, who
from homeward.medications import actions
from homeward.medications.rules.vitals import Measured

MATTERS: dict[str, Step] = {
    "medicine": Step(
        _("Add a medicine"),
        medicines.MedicineForm,
        lambda form: actions.record_medicine(
            **who(form),
            line=form.line,
            started_on=form.cleaned_data["started_on"],
            shows=form.cleaned_data["shows_as"],
        ),
        _("The medicine is on the list."),
        _("Every medicine belongs here, also one without a prescription. None is refused."),
        {
            "medicine_kind_unknown": "kind",
            "medicine_name_missing": "name",
            "medicine_dose_missing": "dose",
            "medicine_route_unknown": "route",
            "medicine_frequency_missing": "frequency",
            "medicine_reason_missing": "reason",
            "medicine_schedule_unknown": "schedule",
            "medicine_stays_unknown": "stays_with_person",
            "medicine_otp_missing": "dispenser",
            "medicine_otp_gives_it": "is_observed",
            "medicine_not_prescribed": "prescriber",
            "medicine_times_missing": "dose_times",
            "medicine_days_unknown": "dose_days",
            "medicine_interval_missing": "injection_days",
            "medicine_starts_later": "started_on",
        },
    ),
    "vitals": Step(
        _("Vital signs"),
        health.VitalsForm,
        lambda form: actions.take_vitals(
            **who(form), measured=form.measured, told=form.cleaned_data["told"]
        ),
        _("Written down."),
        _("What lies outside the program's limits warns; it decides nothing."),
        {
            **{f"vitals_{name}_impossible": name for name in Measured.__dataclass_fields__},
            "vitals_nothing_measured": "pulse",
        },
    ),
    "allergy": Step(
        _("Add an allergy"),
        health.AllergyForm,
        lambda form: actions.add_allergy(
            **who(form), **same(form, "substance", "reaction", "severity", "said_by")
        ),
        _("The allergy is on the list and at the head of the record."),
        "",
        {
            "allergy_substance_missing": "substance",
            "allergy_reaction_missing": "reaction",
            "allergy_severity_unknown": "severity",
            "allergy_said_by_unknown": "said_by",
        },
    ),
    "allergy-end": Step(
        _("Take an allergy off the list"),
        health.AllergyEndForm,
        lambda form: actions.end_allergy(
            **who(form),
            allergy_id=UUID(form.cleaned_data["allergy"]),
            because=form.cleaned_data["because"],
        ),
        _("It is off the list and stays on record."),
        "",
        {"allergy_reason_missing": "because"},
    ),
    "allergy-statement": Step(
        _("Asked about allergies"),
        health.AllergyStatementForm,
        lambda form: actions.state_allergies(**who(form), says=form.cleaned_data["says"]),
        _("Written down."),
        _("That none is known is a statement of its own. Silence states nothing."),
        {"allergies_are_listed": "says", "allergy_statement_unknown": "says"},
    ),
    "pregnancy": Step(
        _("Pregnancy"),
        health.PregnancyForm,
        lambda form: actions.state_pregnancy(
            **who(form), **same(form, "status", "basis", "expected_on")
        ),
        _("Written down."),
        "",
        {"pregnancy_unclear": "status"},
    ),
    "education": Step(
        _("TB, HIV and hepatitis education"),
        health.EducationForm,
        lambda form: actions.record_education(
            **who(form), **same(form, "topic", "manner", "testing", "on")
        ),
        _("Written down."),
        _("No result of a test is kept here."),
        {"education_unclear": "on"},
    ),
    "monitoring": Step(
        _("Prescription monitoring"),
        health.PdmpForm,
        lambda form: actions.record_pdmp_check(**who(form), **same(form, "state", "finding")),
        _("Written down: that and when it was asked, and by whom."),
        _("Only that it was asked is kept, never the report. Nothing is sent to the program."),
        {"pdmp_state_unclear": "state", "pdmp_finding_unknown": "finding"},
    ),
    "naloxone": Step(
        _("Offer naloxone"),
        health.NaloxoneForm,
        lambda form: (
            actions.say_nobody_beside(**who(form))
            if form.cleaned_data["contact"] == health.NOBODY
            else actions.offer_naloxone(
                **who(form),
                contact_id=id_of(form.cleaned_data["contact"]),
                **same(form, "outcome", "is_trained", "lot", "expires_on"),
            )
        ),
        _("The offer is written down."),
        _("Offer it to every client, and to the people beside them."),
        {
            "naloxone_outcome_unknown": "outcome",
            "naloxone_lot_missing": "lot",
            "naloxone_expiry_missing": "expires_on",
            "naloxone_expired": "expires_on",
            "naloxone_untrained": "is_trained",
        },
    ),
    "watch": Step(
        _("Watch withdrawal"),
        health.WatchForm,
        lambda form: actions.begin_watch(
            **who(form),
            **same(form, "scale", "ordered_by", "every_minutes", "close_minutes"),
        ),
        _("The watch has begun. The first reading is due now."),
        "",
        {
            "watch_scale_unknown": "scale",
            "watch_is_open": "scale",
            "watch_needs_order": "ordered_by",
            "watch_interval_unclear": "every_minutes",
        },
    ),
    "watch-end": Step(
        _("End a watch"),
        health.WatchEndForm,
        lambda form: actions.end_watch(**who(form), **same(form, "scale", "because")),
        _("The watch has ended."),
        "",
        {"watch_needs_reason": "because"},
    ),
    "order": Step(
        _("Write an order"),
        health.OrderForm,
        lambda form: actions.write_order(
            **who(form),
            medication_id=id_of(form.cleaned_data["medication"]),
            ordered_by_id=UUID(form.cleaned_data["ordered_by"]),
            **same(form, "kind", "body", "way", "was_read_back"),
        ),
        _("The order is written down."),
        _("Your own order is signed at once. One you took from a prescriber waits for theirs."),
        {
            "order_kind_unknown": "kind",
            "order_body_missing": "body",
            "order_way_unknown": "way",
            "order_not_read_back": "was_read_back",
            "order_prescriber_unknown": "ordered_by",
        },
    ),
}
CERTIFICATION = Step(
    _("State that this care is needed"),
    health.CertificationForm,
    lambda form: actions.certify(**who(form), statements=form.cleaned_data["statements"]),
    _("The statement is signed."),
    _("Four sentences, all of them true, signed with your name and today's date."),
    {"certification_incomplete": "statements"},
)
