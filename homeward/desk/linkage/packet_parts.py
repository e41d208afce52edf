"""What a transfer packet is made of, each part read in the sender's scope and of one class.

The rooms that keep the facts do not see one another; this door sees them all and tells the packet.
"""

from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.admissions.models import Episode
from homeward.consents.versions import version_of
from homeward.core.access import Access
from homeward.drugtests.models import DrugTest
from homeward.drugtests.queries import reading_of
from homeward.drugtests.words import OUTCOMES
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass as C
from homeward.linkage import packet, queries, words
from homeward.linkage.packet import About, PacketPart
from homeward.medications.queries import medicines_of
from homeward.people.diagnoses import diagnosis_words
from homeward.people.queries import contacts_of, reaches
from homeward.plans.models import Objective, Plan
from homeward.progress.words import OBJECTIVE_STATES

MOST_TESTS = 8


def identity(about: About) -> PacketPart | None:
    """Who it is, how to reach them, and whom to call beside them."""
    client = about.client
    if not reaches(about.actor, client, C.IDENTITY):
        return None
    beside = [each for each in contacts_of(about.actor, client) if each.kind == "emergency"]
    facts = [
        (_("Name"), client.name),
        (_("Called"), client.preferred_name),
        (_("Pronouns"), client.pronouns),
        (_("Born"), date_format(client.birth_date, "j F Y")),
        (_("Language"), client.language),
        (_("Telephone"), client.phone),
        (_("In an emergency"), ", ".join(f"{each.name} {each.phone}".strip() for each in beside)),
    ]
    return PacketPart(
        "identity", C.IDENTITY, _("Who it is"), tuple(facts), version=version_of(client)
    )


def course(about: About) -> PacketPart | None:
    """Level, phase, ratings and goals: why this level came, and what is under way."""
    if not reaches(about.actor, about.client, C.ASSESSMENT) or about.episode is None:
        return None
    rows = Episode.objects.for_actor(about.actor, Purpose.TREATMENT)
    episode = rows.select_related("phase", "program", "placement").filter(pk=about.episode).first()
    if episode is None:
        return None
    ratings = dict(episode.placement.ratings)
    facts = [
        (_("Program"), episode.program.name),
        (_("Admitted"), date_format(episode.admitted_on, "j F Y")),
        (_("Level and phase"), f"{episode.level_code} · {episode.phase.name}"),
        (_("Ratings at admission"), ", ".join(f"{key}: {ratings[key]}" for key in sorted(ratings))),
    ]
    plan = Plan.objects.for_actor(about.actor, Purpose.TREATMENT).filter(
        episode_id=episode.pk, state__in=(Plan.State.ACTIVE, Plan.State.SIGNED)
    ).order_by("-number").first()  # fmt: skip
    lines: list[tuple[str, ...]] = []
    if plan is not None:
        found = Objective.objects.for_actor(about.actor, Purpose.TREATMENT).filter(
            goal__problem__plan=plan
        )
        lines = [
            (row.number, row.statement, str(OBJECTIVE_STATES.get(row.state, row.state)))
            for row in found.order_by("number", "pk")
        ]
    return PacketPart(
        "course", C.ASSESSMENT, _("Course of care and goals"), tuple(facts),
        (_("No."), _("Objective"), _("Now")), tuple(lines), version=version_of(episode),
    )  # fmt: skip


def medical(about: About) -> PacketPart | None:
    """Diagnosis, allergies and medicines."""
    client = about.client
    if not reaches(about.actor, client, C.MEDICAL):
        return None
    rows = [
        (f"{row.name} {row.dose}", row.frequency, row.prescriber)
        for row in medicines_of(about.actor, client.pk)
        if row.ended_on is None
    ]
    facts = [
        (_("Diagnoses"), diagnosis_words(client.diagnosis) if client.diagnosis else ""),
        (_("Allergies"), client.allergies),
    ]
    return PacketPart(
        "medical", C.MEDICAL, _("Medicines and allergies"),
        tuple(fact for fact in facts if fact[1]),
        (_("Medicine"), _("How often"), _("Prescribed by")), tuple(rows),
    )  # fmt: skip


def tests(about: About) -> PacketPart | None:
    """The last results; what is presumptive says that it is not confirmed."""
    if not reaches(about.actor, about.client, C.DRUG_TESTS):
        return None
    zone = ZoneInfo(about.client.site.time_zone)
    rows = DrugTest.objects.for_actor(about.actor, Purpose.TREATMENT).filter(
        client_id=about.client.pk, collected_at__isnull=False
    )
    found = list(rows.exclude(outcome="pending").order_by("-collected_at")[:MOST_TESTS])
    lines = tuple(
        (
            date_format(row.collected_at.astimezone(zone), "j M Y"),
            str(OUTCOMES[reading_of(row)]),
        )
        for row in found
    )
    dated = found[0].collected_at.astimezone(zone).date() if found else None
    return PacketPart(
        "tests", C.DRUG_TESTS, _("Drug and alcohol tests"), columns=(_("Collected"), _("Result")),
        rows=lines, dated=dated,
    )  # fmt: skip


def daily_life(about: About) -> PacketPart | None:
    """Open needs, and where the client lives when that is a recovery residence."""
    if not reaches(about.actor, about.client, C.LINKAGE, to=Access.READ):
        return None
    needs = [
        words.said(words.NEEDS, row.kind)
        for row in queries.needs_of(about.actor, about.client.pk)
        if row.state == "open"
    ]
    stay = queries.residence_now(about.actor, about.client.pk)
    facts = [
        (_("Needs help with"), ", ".join(needs)),
        (_("Lives at"), stay.service.name if stay else ""),
    ]
    return PacketPart(
        "daily_life", C.LINKAGE, _("Daily life"), tuple(fact for fact in facts if fact[1])
    )


def register() -> None:
    """Tell the packet what it is made of, in this order."""
    for code, provider in (
        ("identity", identity), ("course", course), ("medical", medical), ("tests", tests),
        ("daily_life", daily_life),
    ):  # fmt: skip
        packet.register(code, provider)
