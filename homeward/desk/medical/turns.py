"""What may happen to one medicine; the key stands in the address."""

from django.utils.translation import gettext_lazy as _

from homeward.desk.medical.forms import medicines
from homeward.desk.medical.steps import Step, id_of, same, which
from homeward.medications import actions

TURNS: dict[str, Step] = {
    "change": Step(
        _("Change"),
        medicines.ChangeForm,
        lambda form: actions.change_terms(
            **which(form),
            **same(form, "dose", "frequency", "prescriber", "dispenser", "words"),
            expected_version=form.expected_version,
        ),
        _("Changed. What stood before stays in its history."),
        "",
        {"medicine_nothing_changed": "dose", "medicine_otp_missing": "dispenser"},
    ),
    "hold": Step(
        _("Hold"),
        medicines.ReasonForm,
        lambda form: actions.hold_medicine(
            **which(form), **same(form, "reason"), expected_version=form.expected_version
        ),
        _("The medicine is held."),
        _("Nothing of it is taken here until it is taken up again."),
        {"medicine_needs_reason": "reason"},
    ),
    "resume": Step(
        _("Take up again"),
        medicines.PlainForm,
        lambda form: actions.resume_medicine(
            **which(form), expected_version=form.expected_version
        ),
        _("It is taken again."),
    ),
    "stop": Step(
        _("End"),
        medicines.StopForm,
        lambda form: actions.stop_medicine(
            **which(form),
            **same(form, "reason", "ended_on"),
            expected_version=form.expected_version,
        ),
        _("The medicine has ended."),
        _("It stays on record."),
        {"medicine_needs_reason": "reason", "medicine_ends_outside": "ended_on"},
    ),
    "start": Step(
        _("Start of treatment"),
        medicines.StartForm,
        lambda form: actions.note_start(
            **which(form), **same(form, "step", "place", "score", "last_opioid_on", "words")
        ),
        _("Written down."),
        _("Nothing here holds a start up. What is not known yet is shown beside the medicine."),
        {"start_step_unknown": "step"},
    ),
    "injection": Step(
        _("Injection"),
        medicines.InjectionForm,
        lambda form: actions.record_dose(
            **which(form), manner="given", **same(form, "state", "place", "lot", "reason")
        ),
        _("Written down."),
        "",
        {"dose_needs_reason": "reason", "dose_is_held": "state"},
    ),
    "container": Step(
        _("Take into storage"),
        medicines.BroughtForm,
        lambda form: actions.receive_container(
            **which(form),
            second_id=id_of(form.cleaned_data["second"]),
            **same(form, "counted", "unit", "storage", "expires_on", "is_labelled"),
        ),
        _("It is kept here."),
        _("Only what is prescribed and on the list. Inhaler, epinephrine, insulin and naloxone "
          "stay with the person."),
        {
            "brought_needs_second_person": "second",
            "brought_not_labelled": "is_labelled",
            "brought_expired": "expires_on",
            "brought_storage_unknown": "storage",
        },
    ),
    "count": Step(
        _("Count"),
        medicines.CountForm,
        lambda form: actions.count_container(
            **which(form),
            second_id=id_of(form.cleaned_data["second"]),
            **same(form, "count", "reason", "closing"),
        ),
        _("The count is written down."),
        "",
        {"count_differs": "count", "brought_needs_second_person": "second"},
    ),
    "take-home": Step(
        _("Doses for home"),
        medicines.TakeHomeForm,
        lambda form: actions.give_take_home(
            **which(form), **same(form, "first_day", "last_day", "doses", "has_lock_box")
        ),
        _("Written down. On those days none is due here."),
        "",
        {"home_days_unclear": "first_day"},
    ),
    "take-home-back": Step(
        _("Count what came back"),
        medicines.TakeHomeBackForm,
        lambda form: actions.count_take_home(**which(form), doses=form.cleaned_data["doses"]),
        _("Written down."),
        "",
        {"nothing_at_home": "doses"},
    ),
}  # fmt: skip
