"""What each kind of session asks a note to say beside its words; for telehealth, where and how.

Sources: session documentation norms (client, date, times, place, intervention, response, risk,
plan); family psychotherapy codes that ask whether the client was there; telehealth records
(location, emergency contact, identity, modality, consent, who else is in the room).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from homeward.program.models import SessionType

Kind = SessionType.Kind
LINE, TEXT, CHOICE, CHIPS, CONTACTS = "line", "text", "choice", "chips", "contacts"
MULTIPLE = frozenset({CHIPS, CONTACTS})
YES_NO = (("yes", _("yes")), ("no", _("no")))


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing asked: its code, its words, how it is answered, and whether signing needs it."""

    code: str
    label: "str | Promise"
    look: str = LINE
    choices: tuple[tuple[str, "str | Promise"], ...] = ()
    is_required: bool = True
    help: "str | Promise" = ""

    @property
    def codes(self) -> frozenset[str]:
        """The answers that may be chosen."""
        return frozenset(code for code, _words in self.choices)

    def words_of(self, value: Any) -> str:
        """An answer in words; what is free text stays as it was written."""
        words = dict(self.choices)
        if isinstance(value, list):
            return ", ".join(str(words.get(each, each)) for each in value)
        return str(words.get(value, value or ""))


RISK = Asked(
    "risk", _("Risk today"), CHOICE,
    (
        ("none_voiced", _("asked, none voiced")),
        ("assessed", _("voiced, assessed today")),
        ("followed_up", _("voiced, safety plan followed")),
    ),
)  # fmt: skip
METHODS = (
    ("cbt", _("CBT")),
    ("motivational", _("motivational interviewing")),
    ("relapse_prevention", _("relapse prevention")),
    ("twelve_step", _("12-step facilitation")),
    ("trauma_informed", _("trauma-informed")),
    ("skills", _("skills practice")),
)
FAMILY = (
    Asked(
        "present", _("Who came"), CONTACTS,
        is_required=False,
        help=_("Only this client's own people. Others are named nowhere in this note."),
    ),
    Asked("client_there", _("Was the client in the room?"), CHOICE, YES_NO),
    Asked("focus", _("What it was about"), LINE),
    Asked("family_response", _("What the family said and took from it"), TEXT),
    Asked("agreed", _("What was agreed for home"), LINE),
    Asked(
        "safety_at_home", _("Safety at home"), CHOICE,
        (("no_concern", _("asked, no concern")), ("concern", _("a concern, see the note"))),
    ),
)  # fmt: skip
KINDS: dict[str, tuple[Asked, ...]] = {
    Kind.INDIVIDUAL: (
        Asked("methods", _("Worked with"), CHIPS, METHODS),
        RISK,
        Asked("next_step", _("Next step, and by when"), LINE),
    ),
    Kind.FAMILY: FAMILY,
    Kind.MULTI_FAMILY: FAMILY,
    Kind.MEDICAL: (
        Asked("reason", _("Reason for the visit"), LINE),
        Asked("found", _("Vital signs and what was found"), TEXT),
        Asked(
            "medications", _("Medications"), CHOICE,
            (
                ("unchanged", _("reviewed, unchanged")),
                ("changed", _("reviewed, changed")),
                ("none", _("takes none")),
            ),
        ),
        Asked("ordered", _("Ordered, and when to come back"), LINE),
    ),
    Kind.EDUCATION: (
        Asked(
            "understanding", _("How the client showed what they understood"), CHOICE,
            (
                ("own_words", _("in own words")),
                ("example", _("with an own example")),
                ("quiz", _("on the worksheet")),
                ("not_yet", _("not yet")),
            ),
        ),
        Asked("handout", _("Handout"), CHOICE, YES_NO, is_required=False),
    ),
    Kind.SKILLS: (
        Asked("skill", _("Skill practiced"), LINE),
        Asked(
            "practice", _("How it was practiced"), CHOICE,
            (
                ("role_play", _("role play")),
                ("aloud", _("said aloud")),
                ("worksheet", _("worksheet")),
                ("watched", _("watched")),
            ),
        ),
        Asked("home_practice", _("To practice at home"), LINE, is_required=False),
    ),
    Kind.VOCATIONAL: (
        Asked("work_goal", _("Goal in work or training"), LINE),
        Asked("work_step", _("Step taken today"), LINE),
        Asked("work_barrier", _("What stands in the way"), LINE, is_required=False),
    ),
    Kind.MUTUAL_HELP: (
        Asked(
            "meeting", _("What kind of meeting"), CHOICE,
            (
                ("twelve_step", _("12-step")),
                ("secular", _("secular")),
                ("faith", _("faith-based")),
                ("other", _("other")),
            ),
            help=_("Led by its members, not by us. Nobody else who was there is written down."),
        ),
        Asked(
            "sponsor", _("Sponsor or buddy"), CHOICE,
            (("has", _("has one")), ("looking", _("looking")), ("not_wanted", _("not wanted"))),
            is_required=False,
        ),
    ),
}  # fmt: skip
TELEHEALTH = (
    Asked(
        "t_modality", _("Way of meeting"), CHOICE,
        (("video", _("video")), ("audio", _("audio only"))),
    ),
    Asked("t_platform", _("Platform"), LINE),
    Asked(
        "t_consent", _("Consent to telehealth"), CHOICE,
        (("on_file", _("signed, on file")), ("spoken", _("given aloud today"))),
    ),
    Asked("t_contact", _("Emergency contact there"), LINE, help=_("Name and number.")),
    Asked("t_responder", _("Local emergency number"), LINE),
    Asked(
        "t_identity", _("Identity checked by"), CHOICE,
        (
            ("known", _("known by sight")),
            ("photo_id", _("photo identification")),
            ("two_facts", _("two personal facts")),
        ),
    ),
    Asked(
        "t_others", _("Who else is there"), CHOICE,
        (
            ("alone", _("nobody, a private place")),
            ("agreed", _("somebody the client agrees to")),
            ("not_private", _("somebody, not private")),
        ),
    ),
    Asked(
        "t_address", _("Where the client is now"), LINE,
        help=_("Street, town, and the two letters of the state. Who leads is licensed there."),
    ),
)  # fmt: skip


# Asked of a note that is written after its lock; it then stays marked as a late entry.
LATE = Asked(
    "late_reason", _("Why it is written this late"), LINE,
    help=_("This note is past its lock. It stays marked as a late entry, with this reason."),
)  # fmt: skip
# Put down by signing itself, from the register.
TIMES = Asked("times", _("In the room"), LINE, is_required=False)


def asked_for(kind: str, *, is_telehealth: bool, is_late: bool = False) -> tuple[Asked, ...]:
    """What a note of this kind of session asks for, in the order of the page."""
    return (
        *KINDS.get(kind, ()),
        *(TELEHEALTH if is_telehealth else ()),
        *((LATE,) if is_late else ()),
    )


# Whom and where these name stands there by rights.
NAMED_BY_RIGHTS = frozenset({"t_platform", "t_contact", "t_responder", "t_address", "times"})
_FREE = frozenset(
    each.code
    for asked in (*KINDS.values(), TELEHEALTH, (LATE,))
    for each in asked
    if each.look in (LINE, TEXT) and each.code not in NAMED_BY_RIGHTS
)


def free_texts(details: Mapping[str, Any] | None) -> dict[str, str]:
    """The answers written in one's own words, by code; somebody may be named in them."""
    return {
        code: said
        for code, said in (details or {}).items()
        if code in _FREE and isinstance(said, str) and said.strip()
    }


def required_codes(asked: tuple[Asked, ...]) -> tuple[str, ...]:
    """What signing needs of it."""
    return tuple(each.code for each in asked if each.is_required)


def cleaned(asked: tuple[Asked, ...], details: Mapping[str, Any]) -> dict[str, Any]:
    """The answers without blanks around them; what is empty is left out."""
    kept: dict[str, Any] = {}
    for each in asked:
        value = details.get(each.code)
        value = value.strip() if isinstance(value, str) else value
        if value not in (None, "", []):
            kept[each.code] = value
    return kept
