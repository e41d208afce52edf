"""What waits for the client's own hand: papers to read and sign."""

from homeward.consents.queries import active_consents
from homeward.kernel.purposes import Purpose
from homeward.plans.models import Plan, PlanSignature
from homeward.portal.own import Own

ASKED = ("treatment", "tpo")
Meaning = PlanSignature.Meaning
# A guardian who signed in their place or beside them has brought it into force, or waits.
OWN = {Meaning.CLIENT, Meaning.CLIENT_REFUSED}


def papers_to_sign(own: Own) -> list[str]:
    """The kinds of consent this program asks everybody for and this client has not in force."""
    signed = {each.kind for each in active_consents(own.client, own.now, own.actor)}
    return [kind for kind in ASKED if kind not in signed]


def plan_to_sign(own: Own) -> Plan | None:
    """The newest plan its author has signed and the client has not answered yet."""
    if own.episode is None:
        return None
    plans = (
        Plan.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
        .filter(episode=own.episode)
        .exclude(state__in=(Plan.State.SUPERSEDED, Plan.State.CLOSED))
        .select_related("author")
        .order_by("-number")
    )
    signatures: dict[object, set[str]] = {}
    rows = PlanSignature.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
    for row in rows.filter(plan__episode=own.episode):
        signatures.setdefault(row.plan_id, set()).add(row.meaning)
    for plan in plans:
        there = signatures.get(plan.pk, set())
        if plan.state == Plan.State.SIGNED and Meaning.AUTHOR in there and not there & OWN:
            return plan
    return None


def plan_to_read(own: Own) -> Plan | None:
    """The draft that was given to the client to read and say what they think of."""
    if own.episode is None:
        return None
    rows = Plan.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST).filter(
        episode=own.episode, state=Plan.State.DRAFT, shared_at__isnull=False
    )
    return rows.select_related("author").order_by("-number").first()  # type: ignore[no-any-return]
