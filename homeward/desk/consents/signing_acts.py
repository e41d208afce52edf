"""The ways to sign a draft, for each who may, and what is told of a guardian's signature."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.consents.models import Consent, Guardianship
from homeward.consents.signers import Rights, Sides, sides_of
from homeward.consents.terms import NEEDS_WITNESS
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client


def signing_acts(row: Consent, client: Client, rights: Rights, about: str) -> Iterator[Act]:
    """Here, on the tablet, on their phone, in ink; or not at all."""
    sides = sides_of(row, client, rights)
    for side in sides.may_sign:
        if side.guardianship_id is None:
            url = reverse("desk:consent_sign", args=[row.pk])
            words = _("The client signs here") if _has_two_kinds(sides) else _("Sign here")
        else:
            url = reverse("desk:consent_sign_guardian", args=[row.pk, side.guardianship_id])
            words = _("%(name)s signs here") % {"name": side.name}
        yield Act(words, url, "primary", about=about)
    if sides.parent_unknown:
        url = reverse("desk:guardian_new", args=[client.pk])
        yield Act(_("Write down the parent who signs"), url)
    if sides.may_sign:
        yield Act(_("On the tablet"), reverse("desk:consent_hand_over", args=[row.pk]))
        yield Act(_("Signed in ink"), reverse("desk:consent_ink", args=[row.pk]))
    client_signs = any(side.guardianship_id is None for side in sides.may_sign)
    if client_signs and row.offered_at is None and row.kind not in NEEDS_WITNESS:
        yield Act(_("Put on their phone"), reverse("desk:consent_offer", args=[row.pk]))
    yield Act(_("They do not sign"), reverse("desk:consent_refusal", args=[row.pk]), "plain")


def ended_right_of(row: Consent, actor: Actor) -> str:
    """Where a guardian signed whose right is over since: when it ended, and that it holds."""
    if row.signed_at is None or row.signer_contact_id is None:
        return ""
    rights = Guardianship.objects.for_actor(actor, Purpose.TREATMENT).filter(
        client_id=row.client_id, contact_id=row.signer_contact_id, starts_at__lte=row.signed_at
    )
    ends = [right.ends_at for right in rights]
    if not ends or None in ends:
        return ""
    last = max(each for each in ends if each is not None)
    return _(
        "Their right to sign ended on %(day)s. What they signed before holds until it ends or "
        "is taken back."
    ) % {"day": date_format(last, "j M Y")}


def _has_two_kinds(sides: Sides) -> bool:
    return sides.both_sign or len(sides.may_sign) > 1
