"""Signed notes about crises, and safety plans that were in force, as parts of a file."""

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from homeward.desk.prints.papers.composing import Facts, Part, Signed, day, lines, moment
from homeward.desk.safety.plan_words import SECTIONS
from homeward.safety.models import CrisisNote, SafetyPlan, SafetyPlanAgreement
from homeward.safety.parts import parts_of
from homeward.safety.shipped import shipped

Meaning = SafetyPlanAgreement.Meaning


def part_of_crisis_note(note: CrisisNote, zone: ZoneInfo) -> Part:
    """A signed note about a crisis: when, what kind, the words, the signature."""
    path = shipped().get(note.path_code)
    signed = note.signed_by
    return Part(
        _("Crisis note of %(day)s") % {"day": day(note.started_at.astimezone(zone).date())},
        facts=[
            (_("Kind"), path.title if path else note.path_code),
            (_("Began"), moment(note.started_at, zone)),
            (_("Ended"), moment(note.ended_at, zone)),
        ],
        text=note.body,
        signatures=(
            Signed(
                signed.name, note.credential, _("author"), moment(note.signed_at, zone),
                note.content_hash[:16],
            ),
        )
        if signed is not None
        else (),
    )  # fmt: skip


def parts_of_safety_plan(
    plan: SafetyPlan, said: Sequence[SafetyPlanAgreement], zone: ZoneInfo
) -> Iterator[Part]:
    """A version whole, in the client's words, with who said what to it."""
    yield Part(
        _("Safety plan, version %(number)s") % {"number": plan.number},
        facts=_facts(plan, zone),
        signatures=tuple(_signed(each, zone) for each in said),
    )
    for code, written in parts_of(plan.parts).items():
        text = lines(f"{each.text} {each.phone}".strip() for each in written)
        yield Part(str(SECTIONS[code][0]), 3, text=text)


def _facts(plan: SafetyPlan, zone: ZoneInfo) -> Facts:
    return [
        (_("Written together with"), plan.made_with.name),
        (_("In force since"), moment(plan.active_at, zone)),
        (_("Until"), moment(plan.superseded_at, zone)),
        (_("To be gone through by"), day(plan.review_on)),
    ]


def _signed(each: SafetyPlanAgreement, zone: ZoneInfo) -> Signed:
    meanings = {
        Meaning.CLIENT: _("the client agrees"),
        Meaning.CLIENT_DECLINED: _("keeps it without signing"),
        Meaning.STAFF: _("was there and kept it"),
        Meaning.LOOKED_AT: _("gone through together"),
    }
    meaning = meanings[Meaning(each.meaning)]
    return Signed(each.name, "", meaning, moment(each.at, zone), each.content_hash[:16])
