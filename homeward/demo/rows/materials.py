"""Handouts sent in the past days, one wording of the house's own, and one being written."""

from datetime import datetime, timedelta

from homeward.accounts.models import Account
from homeward.core.actors import Actor, actor_of
from homeward.curriculum import actions, queries
from homeward.curriculum.models import Material, MaterialVersion
from homeward.program.models import CurriculumTopic
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.seating import every

OWN, WRITTEN = "craving", "triggers"
ADDED = """

## Here with us

The yellow room next to the kitchen is free from eight to eight. You may sit there until it passes.
"""
DAYS_BACK = 10
MOST_SESSIONS = 6


def add_materials(now: datetime) -> int:
    """An edited handout, a draft, and what the last sessions handed out."""
    lead, writer = _actor("supervisor"), _actor("counselor")
    if lead is None or writer is None:
        return 0
    _edited(lead, OWN, now - timedelta(days=20), ADDED, is_published=True)
    _edited(writer, WRITTEN, now - timedelta(days=1), ADDED, is_published=False)
    return _handed(now)


def _edited(actor: Actor, code: str, at: datetime, more: str, *, is_published: bool) -> None:
    topic = CurriculumTopic.objects.filter(code=code).first()
    used = queries.in_use(topic.pk, Material.Kind.HANDOUT).get("en") if topic else None
    if topic is None or used is None:
        return
    draft: MaterialVersion = actions.save_material_draft(
        actor=actor, topic_id=topic.pk, kind=Material.Kind.HANDOUT, language="en",
        title=used.title, lead=used.lead, body=used.body + more, note="The yellow room",
        now=at,
    )  # fmt: skip
    if is_published:
        actions.publish_material_draft(actor=actor, draft_id=draft.pk, now=at)


def _handed(now: datetime) -> int:
    """The last sessions of the counselor of the demo, to everybody who had a seat."""
    counselor = _actor("counselor")
    if counselor is None:
        return 0
    sessions = GroupSession.objects.filter(
        topic__isnull=False, cancelled_at=None, starts_at__lt=now,
        starts_at__gt=now - timedelta(days=DAYS_BACK), leaders__worker_id=counselor.worker_id,
    ).order_by("-starts_at")  # fmt: skip
    count = 0
    demo = Actor.of_service("demo")
    for session in list(sessions[:MOST_SESSIONS]):
        seated = every(Seat).filter(session=session, released_at=None)
        clients = list(seated.values_list("client_id", flat=True))
        if clients:
            made = actions.hand_out(
                actor=demo, session_id=session.pk, client_ids=clients,
                now=session.starts_at + timedelta(minutes=80),
            )  # fmt: skip
            count += len(made)
    return count


def _actor(name: str) -> Actor | None:
    account = Account.objects.filter(username=name).first()
    return actor_of(account) if account else None
