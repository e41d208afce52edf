"""The duties this room opens, and how each may end."""

from django.utils.translation import gettext_lazy as _

from homeward.tasks import kinds

CONFIRM_DEATH = "confirm_death"
LEAVING_CALL, BRIDGE, FINISH_DISCHARGE = "leaving_call", "bridge_medication", "finish_discharge"
RETURN_ASSESSMENT, RETURN_PLAN = "return_assessment", "return_plan"
RETURN_WITHDRAWAL, RETURN_RISK = "return_withdrawal", "return_risk"
RETURN_NALOXONE = "return_naloxone"
# What is asked before anything else when the same episode goes on.
GATES = (RETURN_WITHDRAWAL, RETURN_RISK, RETURN_NALOXONE)
# What is done after a death, in the order of the page; `later` ones come after a week.
POSTVENTION = (
    "postvention_team",
    "postvention_family",
    "postvention_group",
    "postvention_close_ones",
    "postvention_report",
)
POSTVENTION_LATER = ("postvention_record", "postvention_again")

_done = (
    kinds.Disposition("done", _("Done")),
    kinds.Disposition("not_needed", _("Not needed"), needs_note=True),
)
_gate = (
    kinds.Disposition("done", _("Done, and on record")),
    kinds.Disposition("declined", _("Asked, and they declined"), needs_note=True),
    kinds.Disposition("left", _("They left before"), needs_note=True),
)
_calls = (
    kinds.Disposition("reached", _("Reached")),
    kinds.Disposition("not_reached", _("Tried, not reached; next step named"), needs_note=True),
    kinds.Disposition("not_needed", _("Not needed any more"), needs_note=True),
)
KINDS = (
    kinds.DutyKind(
        CONFIRM_DEATH,
        _("Somebody was named as having died"),
        (
            kinds.Disposition("recorded", _("True, and recorded on their page")),
            kinds.Disposition("error", _("Not so"), needs_note=True),
        ),
        _("A colleague outside the team named this person after a crisis that ended in a death. "
          "Find out, and record it on their page: nothing that goes out has stopped yet."),
    ),
    kinds.DutyKind(
        LEAVING_CALL,
        _("Call after leaving"),
        _calls,
        _("Ask how they are, whether they are safe, and whether they want to come back. "
          "By their own channel; no treatment words to anybody else."),
    ),
    kinds.DutyKind(
        BRIDGE,
        _("Bridge medication"),
        _done,
        _("Somebody left before the next prescription: see that the medicine does not stop."),
    ),
    kinds.DutyKind(
        FINISH_DISCHARGE,
        _("Finish the discharge"),
        _done,
        _("Somebody left against advice. Write the summary while it is fresh."),
    ),
    kinds.DutyKind(
        RETURN_ASSESSMENT,
        _("Bring the assessment up to date"),
        _done,
        _("Somebody came back. What was told before stands there; ask what changed."),
    ),
    kinds.DutyKind(
        RETURN_PLAN,
        _("Write the plan anew"),
        _done,
        _("The plan ended with the discharge. Begin from the old one, in the person’s own words."),
    ),
    kinds.DutyKind(
        RETURN_WITHDRAWAL,
        _("Somebody came back: withdrawal today"),
        _gate,
        _("Take the withdrawal scale that fits, before the first group. What they last used, and "
          "when, stands with the return."),
    ),
    kinds.DutyKind(
        RETURN_RISK,
        _("Somebody came back: suicide risk today"),
        _gate,
        _("The C-SSRS screener, face to face, before they leave."),
    ),
    kinds.DutyKind(
        RETURN_NALOXONE,
        _("Somebody came back: naloxone today"),
        _gate,
        _("After days without use tolerance is low. Offer a kit and show how it is used; to "
          "somebody beside them as well."),
    ),
    kinds.DutyKind(
        "postvention_team",
        _("After a death: tell the team"),
        _done,
        _("In person, before anybody reads it. Ask who needs relief today. Nobody learns it from "
          "a list."),
    ),
    kinds.DutyKind(
        "postvention_family",
        _("After a death: the family"),
        _done,
        _("Speak with those whom a consent names, or with the personal representative. "
          "Condolences; nothing about the care beyond what the consent says. Offer support to "
          "them."),
    ),
    kinds.DutyKind(
        "postvention_group",
        _("After a death: the group"),
        _done,
        _("Tell the group nothing beyond the program’s policy: no name, no cause, no case. Keep "
          "the next session. Make room for what people bring themselves."),
    ),
    kinds.DutyKind(
        "postvention_close_ones",
        _("After a death: who was close"),
        _done,
        _("Ask those who were close how they are, one by one: thoughts of suicide, use, sleep. "
          "Offer naloxone and a session."),
    ),
    kinds.DutyKind(
        "postvention_report",
        _("After a death: reports"),
        _done,
        _("Incident report in this shift, the state’s notice, licensing, the medical examiner. "
          "A death on the premises or as the law says; names only where the law allows: “May this "
          "be reported?” says what of the cause may be told, and to whom."),
    ),
    kinds.DutyKind(
        "postvention_record",
        _("After a death: the record"),
        _done,
        _("Discharge as deceased, return belongings, count and destroy medicines by two, end "
          "claims and access."),
    ),
    kinds.DutyKind(
        "postvention_again",
        _("After a death: look again"),
        _done,
        _("A week later: the team, the group, those who were close. Who still needs something?"),
    ),
)  # fmt: skip


def register() -> None:
    """Tell the tasks room."""
    for kind in KINDS:
        kinds.register(kind)
