"""The first call and the calls back, as inquiries with their steps."""

from datetime import datetime
from typing import Any

from homeward.admissions.models import Inquiry, InquiryStep
from homeward.demo.rows.book import utc
from homeward.demo.rows.front_door import begin_interim_services, list_place
from homeward.demo.rows.life import Life
from homeward.demo.rows.teller import Teller, tells
from homeward.demo.story import events
from homeward.demo.wording import last_use_code
from homeward.people.models import Client

State = Inquiry.State


@tells(events.InquiryTaken)
def inquiry_taken(told: Teller, event: events.InquiryTaken) -> None:
    """A first request, with the instant every wait is measured from."""
    life, setting, at = told.life(event), told.setting, utc(event.at)
    told.calls += 1
    payer = setting.payers.get(setting.payer_kinds.get(event.payer, event.payer))
    track = setting.tracks.get(event.preferred_track)
    life.inquiry = told.book.add(
        Inquiry,
        life.key,
        site=setting.sites[event.site],
        program=setting.program,
        number=f"INQ-{told.calls:05d}",
        first_request_at=at,
        taken_by_id=setting.worker_id(event.by),
        caller_name=event.caller_name,
        relation=event.relation,
        person_name=life.profile.name,
        phone=event.phone,
        may_call_back=event.may_call_back,
        may_leave_message=event.may_leave_message,
        message_name=event.message_name,
        substances=[event.primary_substance],
        last_use=last_use_code(event.last_use_days),
        is_pregnant=event.pregnant,
        injects=event.injects,
        suicidal="thoughts" if event.suicidal_thoughts else "none",
        withdrawal_risk="possible" if event.withdrawal_risk else "none",
        payer=payer,
        referral_source=event.referral,
        wanted_track=track,
        state=State.INQUIRY,
    )
    step(told, life, "", State.INQUIRY, at=at, by=event.by, reason="first_request")


@tells(events.CallerContacted)
def caller_contacted(told: Teller, event: events.CallerContacted) -> None:
    """One call back; reaching the person moves the inquiry."""
    life, at = told.life(event), utc(event.at)
    if event.outcome == "reached" and life.inquiry.state == State.INQUIRY:
        move(told, life, State.CONTACTED, at=at, by=event.by, reason=event.outcome)
        begin_interim_services(told, life, at=at, by=event.by)
        return
    state = life.inquiry.state
    step(told, life, state, state, at=at, by=event.by, reason=event.outcome)
    told.book.change(life.inquiry)


@tells(events.InquiryClosed)
def inquiry_closed(told: Teller, event: events.InquiryClosed) -> None:
    """The way in ends; whoever was to assess leaves the team."""
    life, at = told.life(event), utc(event.at)
    words = f"{event.reason}: {event.referred_level}" if event.referred_level else event.reason
    move(told, life, event.outcome, at=at, by=event.by, reason=words)
    for member in life.team:
        if member.ends_at is None and member.role == "assessor":
            told.book.change(member, ends_at=at)


@tells(events.Waitlisted)
def wait_listed(told: Teller, event: events.Waitlisted) -> None:
    """No seat yet."""
    life, at = told.life(event), utc(event.at)
    move(told, life, State.WAIT_LISTED, at=at, by=event.by, reason=event.reason)
    list_place(told, life, at=at)


def move(
    told: Teller, life: Life, new: str, *, at: datetime, by: str, reason: str, **values: Any
) -> None:
    """A step to another state."""
    step(told, life, life.inquiry.state, new, at=at, by=by, reason=reason)
    told.book.change(life.inquiry, state=str(new), **values)
    if life.wait is not None and life.wait.left_at is None and new != State.WAIT_LISTED:
        told.book.change(life.wait, left_at=at, left_as=str(new))


def step(
    told: Teller, life: Life, old: str, new: str, *, at: datetime, by: str, reason: str
) -> None:
    """A line of the inquiry's history."""
    told.book.add(
        InquiryStep,
        f"{life.key}|{at.isoformat()}|{new}|{reason}",
        inquiry=life.inquiry,
        from_state=str(old),
        to_state=str(new),
        at=at,
        by_id=told.setting.worker_id(by),
        reason=reason[:200],
    )


def open_client(told: Teller, life: Life) -> None:
    """The client's record, opened when screening starts."""
    profile, inquiry = life.profile, life.inquiry
    told.charts += 1
    digits = [letter for letter in profile.phone if letter.isdigit()]
    life.client = told.book.add(
        Client,
        life.key,
        site_id=inquiry.site_id,
        chart_number=f"HW-{told.charts:05d}",
        name=profile.name,
        pronouns=profile.pronouns,
        birth_date=profile.birth_date,
        sex=profile.sex,
        phone=inquiry.phone,
        phone_ending="".join(digits[-4:]),
        voicemail="ok" if inquiry.may_leave_message else "never",
        primary_substance=profile.substance,
    )
    told.life_of[life.client.pk] = life
    told.book.change(inquiry, client_id=life.client.pk)
