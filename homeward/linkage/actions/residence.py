"""A client moves into a recovery residence, and out of it."""

from datetime import date, datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.directory.kinds import Option
from homeward.directory.models import Service
from homeward.kernel.purposes import Purpose
from homeward.linkage.actions.refusals import StayUnclear
from homeward.linkage.models import ResidenceStay
from homeward.linkage.reaching import SERVICE, client_for, day_at, locked


@action
def move_in(
    *,
    actor: Actor,
    client_id: UUID,
    service_id: UUID,
    moved_in_on: date,
    now: datetime,
    certification: str = "",
    house_contact: str = "",
    house_phone: str = "",
) -> ResidenceStay:
    """A stay begins. It tells the house nothing: what it may hear its consents decide each time.

    Raises StayUnclear for a place that is no recovery residence, a day ahead, or a second stay.
    """
    client = client_for(actor, client_id)
    service = Service.objects.get(pk=service_id)
    stays = ResidenceStay.objects.for_actor(SERVICE, Purpose.TREATMENT)
    wrong = {
        "stay_no_residence": Option.SOBER_LIVING not in service.options,
        "stay_day_ahead": moved_in_on > day_at(now, client.site),
        "stay_is_open": stays.filter(client_id=client.pk, moved_out_on=None).exists(),
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise StayUnclear(*codes)
    made: ResidenceStay = ResidenceStay.objects.create(
        client=client,
        site_id=client.site_id,
        service=service,
        certification=certification.strip()[:120],
        house_contact=house_contact.strip()[:120],
        house_phone=house_phone.strip()[:40],
        moved_in_on=moved_in_on,
        recorded_at=now,
        recorded_by_id=actor.worker_id,
    )
    audit.record("linkage.stay.began", actor=actor, subject=made, at=now)
    return made


@action
def move_out(
    *,
    actor: Actor,
    stay_id: UUID,
    moved_out_on: date,
    left_for: str,
    now: datetime,
    expected_version: int | None = None,
) -> ResidenceStay:
    """A stay ends, with the day and where the client went."""
    stay = locked(ResidenceStay, actor, stay_id, "service", expected_version=expected_version)
    wrong = {
        "stay_has_ended": stay.moved_out_on is not None,
        "stay_runs_backwards": moved_out_on < stay.moved_in_on,
        "stay_day_ahead": moved_out_on > day_at(now, stay.site),
        "stay_reason_unknown": left_for not in ResidenceStay.Left.values,
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise StayUnclear(*codes)
    stay.change(moved_out_on=moved_out_on, left_for=left_for)
    audit.record("linkage.stay.ended", actor=actor, subject=stay, at=now, reason=left_for)
    return stay
