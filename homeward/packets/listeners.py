"""What consents signed elsewhere mean for the packet."""

from homeward.consents.facts import ConsentSigned
from homeward.consents.models import Consent
from homeward.consents.queries import has_active
from homeward.core.facts import listens_to
from homeward.kernel.purposes import Purpose
from homeward.packets import duties
from homeward.packets.library import papers
from homeward.packets.models import PacketItem
from homeward.packets.queries import SERVICE


@listens_to(ConsentSigned)
def consent_signed(fact: ConsentSigned) -> None:
    """The paper that is this consent is signed, wherever it was signed; one half waits."""
    codes = [each.code for each in papers().values() if each.consent == fact.kind]
    if not codes:
        return
    consents = Consent.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    signed = consents.select_related("client").get(pk=fact.consent_id)
    if signed.is_half and not has_active(signed.client, fact.kind, fact.signed_at):
        return
    rows = PacketItem.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(
        client_id=fact.client_id, paper__in=codes, settled_at=None, packet__closed_at=None
    )
    for item in rows.select_for_update(of=("self",)):
        item.change(
            settled_at=fact.signed_at,
            settled_as=PacketItem.Ending.SIGNED,
            consent_id=fact.consent_id,
        )
        duties.close(item, SERVICE, fact.signed_at)
