"""The words of the reporting aid: what there is to report, what the answer is, what may be said."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from homeward.kernel.reasons import State
from homeward.safety.rules.duty_to_report import Matter, Way

Words = dict[str, "str | Promise"]
MATTERS: Words = {
    Matter.CHILD_FIRST: _("A child may be harmed or neglected: the first report"),
    Matter.CHILD_MORE: _("A child: they ask for more after the first report"),
    Matter.CRIME_HERE: _(
        "Here in the house or on its grounds: a client did a crime, or threatened it"
    ),
    Matter.CRIME_STAFF: _("Against staff, anywhere: a client did a crime, or threatened it"),
    Matter.CRIME_BY_OTHER: _("A crime by somebody else; a client was hurt, or saw it"),
    Matter.DEATH: _("A client died: the medical examiner or the registrar asks"),
    Matter.ADULT_ABUSE: _("An adult may be harmed, used or neglected"),
    Matter.THREAT_OUTSIDE: _("A client threatens somebody outside"),
    Matter.IMPAIRED_DRIVING: _("A client drives, or is about to, and is not fit"),
    Matter.OTHER: _("Something else a law asks to report"),
}
OUTCOMES: dict[str, tuple["str | Promise", "str | Promise", str]] = {
    Way.CHILD_REPORT: (
        _("Report it. The first report may name the client."),
        _("State law says who must report, and how soon. Do it yourself, today."),
        "done",
    ),
    Way.CRIME_REPORT: (
        _("It may be reported to the police, with the name."),
        _("The incident, name, address and last known whereabouts. Nothing clinical."),
        "done",
    ),
    Way.DEATH_REPORT: (
        _("The cause of death may be told to the authority that law names."),
        _("Where a law collects deaths, or lets the cause be inquired into. Nothing beyond it."),
        "done",
    ),
    Way.CONSENT: (
        _("The client's consent covers it."),
        _("Only what it names, to whom it names. It is checked again when you tell."),
        "done",
    ),
    Way.EMERGENCY: (
        _("Tell those who treat the emergency."),
        _("Only medical personnel, only what they need. Four things are written down at once."),
        "attention",
    ),
    Way.COURT_ORDER: (
        _("The court order opens what it names."),
        _("A subpoena alone never does. Two people check the order first."),
        "attention",
    ),
    Way.UNNAMED: (
        _("Report the danger, and name nobody as a client."),
        _("No one may be able to tell from it that the person is a client here."),
        "attention",
    ),
    Way.NOTHING_YET: (
        _("Nothing about the client leaves yet."),
        _("Four ways stay, below. In danger of life report it now, and name nobody as a client."),
        "urgent",
    ),
}  # fmt: skip
# The four ways that stay where the law names no exception, each as what to do.
WAYS: Words = {
    "report_by_consent": _("Ask the client to consent to exactly this, to whom and what for"),
    "report_in_emergency": _(
        "Somebody must be treated now and cannot be asked: tell those who treat, what they need"
    ),
    "report_under_order": _(
        "A court order under Part 2, with the privacy officer and counsel; a subpoena alone never"
    ),
    "report_names_nobody": _(
        "A report from which nobody can tell that anybody is a client: not the program's name, "
        "not how you know"
    ),
}
STANDS: dict[State, tuple["str | Promise", str]] = {
    State.MET: (_("open"), "done"),
    State.UNKNOWN: (_("find out"), "attention"),
    State.NOT_MET: (_("not open"), "neutral"),
}
TO: Words = {
    "child_protection": _("The child protection agency"),
    "police": _("The police"),
    "death_authority": _("The medical examiner, coroner or registrar that law names"),
    "named_in_consent": _("Whom the consent names"),
    "medical_personnel": _("Ambulance, emergency department, poison control"),
    "named_in_order": _("Whom the order names"),
    "anybody": _("911, or whoever can stop the danger"),
    "nobody": _("Nobody outside, yet"),
}
SAYING: Words = {
    "client_name": _("The client's name"),
    "client_address": _("Their address"),
    "what_was_seen": _("What you saw or were told about the child"),
    "child_whereabouts": _("Where the child is now"),
    "own_name": _("Your name and number, as your state asks"),
    "what_happened": _("What happened, when, where, what was said as a threat"),
    "last_whereabouts": _("Where they went last"),
    "is_client_here": _("That they are a client, where it is part of the incident"),
    "cause_of_death": _("The cause of death, as far as it is known"),
    "death_when_where": _("When and where they died"),
    "treatment_beyond_cause": _("Anything about treatment that the cause does not need"),
    "what_consent_names": _("What the consent names, part by part"),
    "needed_to_treat": _("What is needed to treat: what was taken, medicines, allergies"),
    "what_order_names": _("What the order names, part by part"),
    "danger": _("The danger: what will happen, to whom, when"),
    "place": _("The place, the car, the direction"),
    "person_without_link": _("What somebody looks like, where that does not tell of treatment"),
    "treatment": _("Anything about treatment, use, tests or diagnosis"),
    "records_later": _("Records, or answers to later questions: those need consent or an order"),
    "other_clients": _("Anybody else who is a client"),
    "tests": _("Test results"),
    "beyond_consent": _("Anything the consent does not name"),
    "beyond_treating": _("Anything not needed to treat them now"),
    "beyond_order": _("Anything the order does not name"),
    "is_client": _("That anybody is a client, or was"),
    "program_name": _("The program's name, also not by caller ID"),
    "how_known": _("How you know"),
    "what_was_said": _("What was said in session"),
}
ASKED: dict[str, "str | Promise"] = {
    "is_emergency": _("Does somebody need medical help now, and cannot be asked first?"),
    "has_order": _("Is there a court order under Part 2, seen by two people?"),
    "can_stay_unnamed": _("Can it be said so that nobody can tell anybody is a client?"),
}
