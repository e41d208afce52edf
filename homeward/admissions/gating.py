"""Gathering what the gates need about one client now, and doing what they decide."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from homeward import audit
from homeward.admissions import duties
from homeward.admissions.medical import join_team, medical_owner, medical_workers
from homeward.admissions.models import Hold, Inquiry, MedicalScreening
from homeward.admissions.rules import gates as rules
from homeward.admissions.rules.age import age_on
from homeward.admissions.rules.gates_case import GateCase, GateNumbers, VitalLimits, Vitals
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.directory.actions.refer import open_referral
from homeward.directory.kinds import Option
from homeward.instruments.queries import latest_response, latest_responses
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, State
from homeward.people.models import Client
from homeward.placement.rules.numbers import CUT_POINT_SETS
from homeward.program.models import Program
from homeward.program.queries import numbers_for
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty
from homeward.tasks.rules import due

SERVICE = Actor.of_service("gates")
ASKED = (
    "last_drink_at", "drank_or_sedatives_recently", "intoxicated", "seizure_or_delirium_history",
    "daily_benzodiazepine", "confusion_or_seizure_now", "pregnant", "opioid_use",
    "abnormal_vitals",
)  # fmt: skip
MEASURED = ("pulse", "systolic", "temperature_f", "oxygen")
_NUMBERS = (
    "minimum_age", "ciwa_hold", "ciwa_emergency", "drink_hours", "withdrawal_history_days",
    "cows_mild",
)  # fmt: skip
_DUE = {
    rules.EMERGENCY: due.NOW,
    rules.MEDICAL_TODAY: due.SAME_DAY,
    rules.NOT_HERE: due.SAME_DAY,
}


def gate_numbers(program: Program, now: datetime) -> GateNumbers:
    """The program's own numbers, and the name of the cut-point set they come from."""
    numbers = numbers_for(program, local_day(now))
    cuts = (int(numbers["ciwa_hold"]), int(numbers["ciwa_emergency"]))
    known = {(each.moderate_from, each.severe_from): code for code, each in CUT_POINT_SETS.items()}
    limits = {
        name: float(numbers[f"vitals_{name}"])
        for name in (
            "pulse_low", "pulse_high", "systolic_low", "systolic_high", "temperature_high_f",
            "oxygen_low",
        )
    }  # fmt: skip
    return GateNumbers(
        minimum_age=int(numbers["minimum_age"]),
        ciwa_hold=cuts[0],
        ciwa_emergency=cuts[1],
        drink_hours=int(numbers["drink_hours"]),
        recent_days=int(numbers["withdrawal_history_days"]),
        cows_mild=int(numbers["cows_mild"]),
        cut_points=known.get(cuts, f"program_{cuts[0]}_{cuts[1]}"),
        vitals=VitalLimits(**limits),
        not_adopted=tuple(code for code in _NUMBERS if not numbers[code].is_adopted),
    )


def gate_case(
    client: Client, told: MedicalScreening | None, now: datetime, *, since: datetime | None = None
) -> GateCase:
    """What is known at `now`: the answers given, and the newest finished scores since `since`."""
    found: dict[str, Any] = {}
    for code, name in (("ciwa_ar", "ciwa"), ("cows", "cows")):
        response = latest_responses(SERVICE, client).get(code)
        if response is None or not response.is_handed_in:
            continue
        value = response.scores.get("total", {}).get("value")
        if value is None or (since is not None and response.answered_at < since):
            continue
        found |= {name: int(value), f"{name}_ref": str(response.pk)}
        if name == "ciwa":
            found["ciwa_taken_at"] = response.answered_at
    today = now.astimezone(ZoneInfo(client.site.time_zone)).date()
    asked = {name: getattr(told, name) for name in ASKED} if told else {}
    measured = {
        name: None if (value := getattr(told, name)) is None else float(value)
        for name in (MEASURED if told else ())
    }
    return GateCase(
        as_of=now,
        age=age_on(client.birth_date, today),
        **asked,
        **found,
        vitals=Vitals(**measured),
    )


def latest_screening(client: Client, since: datetime | None = None) -> MedicalScreening | None:
    """The newest round of the medical questions, read for the gates themselves."""
    rows = MedicalScreening.objects.for_actor(SERVICE, Purpose.TREATMENT).filter(client=client)
    if since is not None:
        rows = rows.filter(at__gte=since)
    return rows.order_by("-at", "-created_at").first()  # type: ignore[no-any-return]


def gates_now(client: Client, inquiry: Inquiry, now: datetime) -> Decision:
    """The gates on everything known since the first request."""
    since = inquiry.first_request_at
    case = gate_case(client, latest_screening(client, since), now, since=since)
    return rules.gates(case, gate_numbers(inquiry.program, now))


def open_holds_of(client: Client) -> list[Hold]:
    """Every hold that still stands, read for the rules and not for a reader."""
    rows = Hold.objects.for_actor(SERVICE, Purpose.TREATMENT)
    found = rows.filter(client_id=client.pk, released_at=None).select_related("owner")
    return list(found.order_by("opened_at", "kind"))


def do_what_gates_ask(
    decision: Decision,
    *,
    actor: Actor,
    client: Client,
    inquiry: Inquiry,
    now: datetime,
    screening: MedicalScreening | None = None,
) -> list[Hold]:
    """Open or raise the holds, schedule the repeat, offer medication; nothing is ever released."""
    holds = [
        _hold(each["kind"], each["severity"], decision, actor, client, inquiry, screening, now)
        for each in decision.extras["holds"]
    ]
    _schedule_repeat(decision, actor, client, inquiry, now)
    for offer in decision.extras["offers"]:
        _duty(f"offer_{offer}", f"{inquiry.pk}", due.SAME_DAY, actor, client, inquiry, now)
    return holds


def _hold(
    kind: str,
    severity: str,
    decision: Decision,
    actor: Actor,
    client: Client,
    inquiry: Inquiry,
    screening: MedicalScreening | None,
    now: datetime,
) -> Hold:
    rows = Hold.objects.for_actor(SERVICE, Purpose.TREATMENT)
    found = rows.select_for_update(of=("self",)).filter(
        client=client, kind=kind, released_at=None
    ).first()  # fmt: skip
    reasons = hold_reasons(decision, kind)
    due_at = due_of(severity, decision, now, client.site.time_zone)
    owner = medical_owner(client.site, now)
    if found is None:
        hold = Hold.objects.create(
            client=client,
            site_id=client.site_id,
            inquiry=inquiry,
            kind=kind,
            severity=severity,
            reasons=reasons,
            rule_set=rules.NAME,
            cut_points=str(decision.extras["cut_points"]),
            decision=decision.to_json(),
            screening=screening,
            opened_at=now,
            opened_by_id=actor.worker_id,
            owner=owner,
            due_at=due_at,
        )
        audit.record("admissions.hold.opened", actor=actor, subject=hold, at=now, reason=kind)
    else:
        hold = found
        worse = rules.OUTCOMES.index(severity) < rules.OUTCOMES.index(hold.severity)
        if worse or not set(reasons) <= set(hold.reasons):
            hold.change(
                severity=severity if worse else hold.severity,
                reasons=list(dict.fromkeys([*hold.reasons, *reasons])),
                decision=decision.to_json(),
                screening=screening or hold.screening,
                due_at=min(hold.due_at, due_at) if worse else hold.due_at,
            )
            audit.record("admissions.hold.raised", actor=actor, subject=hold, at=now, reason=kind)
    if kind != rules.AGE_HOLD:
        join_team(client, medical_workers(client.site, now), actor=actor, now=now)
    _duty(
        "medical_hold", f"{hold.pk}:{hold.severity}", _DUE.get(severity, due.SAME_DAY), actor,
        client, inquiry, now, hold=hold, due_at=due_at,
    )  # fmt: skip
    if kind == rules.WITHDRAWAL_HOLD and severity != rules.REPEAT and hold.referral_id is None:
        _refer(hold, actor, client, now)
    return hold


def hold_reasons(decision: Decision, kind: str) -> list[str]:
    """The lines of a decision that make this hold stand."""
    if kind == rules.AGE_HOLD:
        return ["old_enough"]
    medical = {
        "pregnant_with_opioid_use", "pregnant_with_alcohol_or_sedatives", "abnormal_vitals",
    }  # fmt: skip
    others = {"old_enough", "opioid_medication_today"}
    met = [each.code for each in decision.lines(State.MET) if each.code not in others]
    return [code for code in met if (code in medical) == (kind == rules.MEDICAL_HOLD)]


def due_of(severity: str, decision: Decision, now: datetime, zone: str) -> datetime:
    """By when a hold must be answered: at once, when the repeat is due, or today."""
    if severity == rules.REPEAT and decision.extras["repeat_at"]:
        return datetime.fromisoformat(decision.extras["repeat_at"])
    return due.due_at(_DUE.get(severity, due.SAME_DAY), now, zone)


def _refer(hold: Hold, actor: Actor, client: Client, now: datetime) -> None:
    """A warm hand-off to withdrawal care begins with the hold, under the same owner and clock."""
    owner_id = hold.owner_id or actor.worker_id
    if owner_id is None:
        return
    referral = open_referral(
        actor=SERVICE, client=client, site=client.site, kind=Option.DETOX.value,
        reason_code=next(iter(hold.reasons), hold.kind), due_at=hold.due_at, owner_id=owner_id,
        now=now,
    )  # fmt: skip
    hold.change(referral_id=referral.pk)


def _schedule_repeat(
    decision: Decision, actor: Actor, client: Client, inquiry: Inquiry, now: datetime
) -> None:
    at = decision.extras["repeat_at"]
    if at is None:
        return
    repeat = max(datetime.fromisoformat(at), now + timedelta(minutes=1))
    origin = f"{inquiry.pk}:{repeat.replace(second=0, microsecond=0).isoformat()}"
    _duty(duties.REPEAT, origin, due.SAME_DAY, actor, client, inquiry, now, due_at=repeat)


def repeat_due(client: Client, decision: Decision) -> datetime | None:
    """When CIWA-Ar is to be taken again, though a hold may be released meanwhile.

    The earliest repeat still open for this person, unless a score was taken since it was due; else
    what the gates ask for now.
    """
    asked = decision.extras["repeat_at"]
    open_rows = CareTask.objects.for_actor(SERVICE, Purpose.TREATMENT).filter(
        client=client, kind=duties.REPEAT, closed_at=None
    )
    first = open_rows.order_by("due_at").first()
    if first is not None:
        taken = latest_response(SERVICE, client, "ciwa_ar")
        is_done = taken is not None and taken.is_handed_in and taken.answered_at >= first.due_at
        if not is_done:
            return first.due_at  # type: ignore[no-any-return]
    return datetime.fromisoformat(asked) if asked else None


def _duty(
    kind: str,
    cause: str,
    word: str,
    actor: Actor,
    client: Client,
    inquiry: Inquiry,
    now: datetime,
    *,
    hold: Hold | None = None,
    due_at: datetime | None = None,
) -> None:
    owner = medical_owner(client.site, now)
    owner_id = owner.pk if owner else actor.worker_id or inquiry.taken_by_id
    if owner_id is None:
        return
    open_duty(
        actor=actor,
        client=client,
        kind=kind,
        urgency=due.URGENCY_OF[word],
        owner_id=owner_id,
        due_at=due_at or due.due_at(word, now, client.site.time_zone),
        origin=f"{kind}:{cause}",
        detail={"hold": str(hold.pk)} if hold else {"inquiry": str(inquiry.pk)},
        now=now,
    )


def states_of(holds: Iterable[Hold]) -> tuple[dict[str, str], ...]:
    """The holds as the admission rule reads them."""
    return tuple(
        {"code": each.kind, "severity": each.severity, "ref": str(each.pk)} for each in holds
    )
