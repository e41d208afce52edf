"""What happens between a first request and the decision on a level."""

from __future__ import annotations

from dataclasses import dataclass

from .event import Answers, Event


@dataclass(frozen=True, slots=True, kw_only=True)
class InquiryTaken(Event):
    """A first request. `relation`: self, family, provider, court, employer, other."""

    site: str
    caller_name: str
    relation: str
    phone: str
    may_call_back: bool
    may_leave_message: bool
    message_name: str
    referral: str
    primary_substance: str
    last_use_days: int | None
    injects: bool
    pregnant: bool
    withdrawal_risk: bool
    suicidal_thoughts: bool
    payer: str
    preferred_track: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallerContacted(Event):
    """An attempt to call back. `outcome`: reached, left_message, no_answer, wrong_number."""

    attempt: int
    outcome: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ScreeningDone(Event):
    """One instrument answered at screening: phq9, audit_c, cssrs_screener or ciwa_ar.

    `sex_at_birth` ("female", "male") picks the AUDIT-C bands.
    """

    instrument: str
    answers: Answers
    sex_at_birth: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BenefitsVerified(Event):
    """What the payer said. Money in cents; `authorization_needed` before the first day."""

    payer: str
    member_id: str
    covered: bool
    in_network: bool
    copay_cents: int
    deductible_left_cents: int
    authorization_needed: bool
    days_limit: int | None
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Waitlisted(Event):
    """No seat yet in the track asked for."""

    site: str
    track: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InquiryClosed(Event):
    """The way in ends without admission. `outcome`: lost, declined, referred_out."""

    outcome: str
    reason: str
    referred_level: str
