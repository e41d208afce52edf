"""The steps for somebody who came intoxicated, with what may come of each.

Source: the handbook's intoxicated arrival: not to the group, a safety check, no driving, somebody
told, a safe way home, and how it ended.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from homeward.attendance.keeping_safe import SAFETY
from homeward.attendance.models import SafetyStep


@dataclass(frozen=True, slots=True)
class Answer:
    """What may come of a step; some ask for a word more."""

    code: str
    words: "str | Promise"
    needs_note: bool = False


@dataclass(frozen=True, slots=True)
class StepAsked:
    """One step: what is asked, what to do meanwhile, and the answers."""

    code: str
    title: "str | Promise"
    help: "str | Promise"
    answers: tuple[Answer, ...]
    note_label: "str | Promise"

    def answer(self, code: str) -> Answer | None:
        """The answer of that code."""
        return next((each for each in self.answers if each.code == code), None)


_Step = SafetyStep.Step
STEPS = (
    StepAsked(
        _Step.CHECK,
        _("How are they now?"),
        _("Stay with them. Look: awake, breathing, steady, shaking, fallen, thoughts of death."),
        (
            Answer("can_wait", _("Awake and steady: can wait here with somebody")),
            Answer("needs_nurse", _("Unwell or in withdrawal: the nurse was called")),
            Answer("emergency", _("In danger: 911 was called"), True),
        ),
        _("What you see"),
    ),
    StepAsked(
        _Step.DRIVING,
        _("They do not drive home"),
        _("Ask how they came. Offer to keep the car keys; nobody takes them by force."),
        (
            Answer("no_car", _("Did not come by car")),
            Answer("keys_kept", _("The keys are kept here, with their agreement")),
            Answer("will_not_drive", _("Agrees not to drive")),
            Answer("drove_off", _("Drove off all the same: 911 was called for safety"), True),
        ),
        _("Where the keys are, or what happened"),
    ),
    StepAsked(
        _Step.TOLD,
        _("Who was told"),
        _("Somebody clinical knows now. Outside, only whom a consent or an emergency allows."),
        (
            Answer("counselor", _("The counselor"), True),
            Answer("nurse", _("The nurse"), True),
            Answer("supervisor", _("The supervisor"), True),
            Answer("physician", _("The physician"), True),
            Answer("contact", _("Somebody the client's consent names"), True),
        ),
        _("Name and time"),
    ),
    StepAsked(
        _Step.TRANSPORT,
        _("How they get home"),
        _("Not alone, and with somebody who meets them."),
        (
            Answer("fetched", _("Somebody they trust comes for them"), True),
            Answer("arranged", _("A ride is arranged"), True),
            Answer("accompanied", _("On foot or by bus, with somebody"), True),
            Answer("ambulance", _("By ambulance")),
            Answer("stays", _("They stay here until fit to leave")),
        ),
        _("Who drives or goes along"),
    ),
    StepAsked(
        _Step.ENDING,
        _("How it ended"),
        _("This ends the safety check. The note of today is still to be written."),
        tuple(Answer(each.code, each.words, each.needs_note) for each in SAFETY.dispositions),
        _("In a sentence"),
    ),
)
BY_CODE = {str(step.code): step for step in STEPS}
