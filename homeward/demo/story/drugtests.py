"""Drug tests: drawn by rank among the days somebody is expected, within the frequency of the phase.

A drawn test is told at check-in, collected the same day or within its window, read on site,
sent to the laboratory where it matters, and talked over at the next contact.
"""

from __future__ import annotations

from datetime import date

from .chance import Chance
from .course import used_in_week
from .events import (
    AnalyteResult,
    TestCollected,
    TestDiscussed,
    TestDrawn,
    TestEnded,
    TestNotified,
    TestResulted,
    TestReviewed,
)
from .outline import Phase, Slot
from .population import population
from .profiles import Profile
from .world import DAY, Client, World

ANALYTE = {
    "alcohol": "etg",
    "methamphetamine": "amphetamines",
    "heroin": "opiates",
    "other_opioid": "fentanyl",
    "marijuana": "thc",
    "cocaine": "cocaine",
    "benzodiazepine": "benzodiazepines",
    "other": "amphetamines",
}
# cutoff and unit: federal workplace initial values where there is one; laboratories may go lower
CUTOFF = {
    "etg": 500.0,
    "amphetamines": 500.0,
    "opiates": 2000.0,
    "fentanyl": 1.0,
    "thc": 50.0,
    "cocaine": 150.0,
    "benzodiazepines": 200.0,
    "buprenorphine": 10.0,
}
COLLECTORS = ("technician", "nurse", "peer")
NO_LABORATORY = "Offered; the client did not want it sent to the laboratory."
ACCOUNTS = {"agrees": 78, "disputes": 14, "explains_medicine": 8}
RESPONSES = (
    "Thanked for the honesty; extra individual session this week.",
    "Went through the day it happened, plan changed.",
    "Asked the prescriber to look at the dose.",
    "Test frequency stays, evening plan added.",
    "Talked about triggers over the weekend; call list renewed.",
)


def panel_for(profile: Profile) -> tuple[str, ...]:
    """What this person is tested for: own substances, fentanyl for stimulants and opioids, a
    prescribed medicine."""
    wanted = [ANALYTE[profile.substance]]
    if profile.second_substance:
        wanted.append(ANALYTE[profile.second_substance])
    if profile.substance in ("methamphetamine", "cocaine", "heroin"):
        wanted.append("fentanyl")
    if profile.substance in ("heroin", "other_opioid"):
        wanted.append("opiates")
    if profile.medication == "buprenorphine":
        wanted.append("buprenorphine")
    return tuple(dict.fromkeys(wanted))


def using(client: Client, week: int) -> bool:
    """Whether there is use in that week of care."""
    if week not in client.use:
        if client.script.use_weeks is not None:
            client.use[week] = week in client.script.use_weeks
        else:
            client.use[week] = used_in_week(client.chance, client.course, week)
    return client.use[week]


def _drawn(world: World, client: Client, day: date) -> bool:
    """Whether today is one of the days: the least asks for it, or it ranks among the first days of
    its block (a week, or the weeks that share one test) while the most allows it."""
    phase = world.phase_on(client, day)
    if phase.tests_per_week <= 0 or day == client.admitted_on:
        return False
    this_month = [each for each in client.drawn_on if each.replace(day=1) == day.replace(day=1)]
    if len(this_month) >= phase.most_tests_a_month:
        return False
    last = max(client.drawn_on, default=client.admitted_on)
    if (day - last).days >= phase.longest_gap_days or _ranks_first(world, client, phase, day):
        client.drawn_on.append(day)
        return True
    return False


def _ranks_first(world: World, client: Client, phase: Phase, day: date) -> bool:
    """Whether the day comes first in its block by a keyed order."""
    rate = phase.tests_per_week
    weeks = 1 if rate >= 1 else round(1 / rate)
    block = (day.toordinal() - 1) // 7 // weeks
    start = date.fromordinal(block * weeks * 7 + 1)
    allowed = max(1, round(rate * weeks))
    if sum(start <= each for each in client.drawn_on) >= allowed:
        return False
    weekdays = {slot.weekday for slot in client.slots if slot.weekday < 5}
    days = [
        start + ahead * DAY
        for ahead in range(7 * weeks)
        if (start + ahead * DAY).weekday() in weekdays
    ]
    days = [one for one in days if one > client.admitted_on and one not in world.outline.closed]
    ranked = sorted(days, key=lambda one: client.chance.at("draw", one).share("rank"))
    return day in ranked[:allowed]


def draw(
    world: World, client: Client, day: date, slots: list[Slot], comes: bool, chance: Chance
) -> None:
    """Draw for one scheduled day and follow the test to its result, or to where it ends."""
    if not _drawn(world, client, day):
        return
    facts, test, site = (
        population()["drug_tests"],
        f"{client.key}-test-{day.isoformat()}",
        client.site,
    )
    begins = slots[0].begins
    panel = panel_for(client.profile)
    world.say(
        TestDrawn(
            at=world.at(site, day, 6 * 60),
            person=client.key,
            by="",
            test=test,
            day=day,
            panel=panel,
            kind="random",
        )
    )
    told = (
        begins + chance.between("told", 1, 12) if comes else 9 * 60 + chance.between("told", 0, 30)
    )
    due = world.at(site, day + DAY, told)
    technician = world.on_duty(COLLECTORS, site, day, told)
    world.say(
        TestNotified(
            at=world.at(site, day, told), person=client.key, by=technician, test=test, due_at=due
        )
    )
    if not comes:
        missed = chance.happens("missed", facts["missed_if_absent"])
        if (
            missed
            or not world.is_open(day + DAY)
            or client.course.stay_days - client.days_in(day) < 2
        ):
            state, reason = (
                ("missed", "not seen in the window")
                if missed
                else ("cancelled", "the window ended on a closed day")
            )
            world.later(
                day + DAY, lambda then: _end(world, client, test, then, told + 5, state, reason)
            )
            client.tests.append((day, state))
            return
        world.later(
            day + DAY,
            lambda then: _collect(
                world, client, test, panel, then, begins - 25, technician, chance
            ),
        )
        return
    if chance.happens("refused", facts["refused"]):
        _end(
            world,
            client,
            test,
            day,
            begins + 30,
            "refused",
            "did not want to give a specimen today",
        )
        client.tests.append((day, "refused"))
        return
    _collect(
        world,
        client,
        test,
        panel,
        day,
        begins + chance.between("collected", 16, 44),
        technician,
        chance,
    )


def _end(
    world: World, client: Client, test: str, day: date, minute: int, state: str, reason: str
) -> None:
    world.say(
        TestEnded(
            at=world.at(client.site, day, minute),
            person=client.key,
            by=world.outline.one("technician", client.site),
            test=test,
            state=state,
            reason=reason,
        )
    )


def _collect(
    world: World,
    client: Client,
    test: str,
    panel: tuple[str, ...],
    day: date,
    minute: int,
    technician: str,
    chance: Chance,
) -> None:
    """Specimen in hand, read on site within half an hour."""
    facts, site = population()["drug_tests"], client.site
    world.say(
        TestCollected(
            at=world.at(site, day, minute),
            person=client.key,
            by=technician,
            test=test,
            collection="temperature_monitored",
            temperature_f=round(chance.normal("temperature", 94.6, 1.1), 1),
            client_initialed=True,
        )
    )
    week = client.days_in(day) // 7
    positive = chance.happens(
        "seen", facts["seen_if_using"] if using(client, week) else facts["seen_if_not"]
    )
    if client.script.use_weeks is not None:
        positive = week in client.script.use_weeks
    which = panel[0] if len(panel) < 2 or chance.happens("primary", 0.8) else panel[1]
    if which == "buprenorphine":
        which = panel[0]
    specimen, creatinine, gravity = (
        "valid",
        max(24.0, chance.normal("creatinine", 120, 45)),
        chance.normal("gravity", 1.017, 0.004),
    )
    odd = chance.share("odd")
    if odd < facts["dilute"]:
        specimen, creatinine, gravity = (
            ("dilute_pos" if positive else "dilute_neg"),
            chance.normal("thin", 12, 3),
            1.0018,
        )
    elif odd < facts["dilute"] + facts["invalid"]:
        specimen, positive = "invalid", False
    results = tuple(_read(analyte, analyte == which and positive, specimen) for analyte in panel)
    reader = world.outline.one("nurse", site) if chance.happens("nurse_reads", 0.4) else technician
    world.say(
        TestResulted(
            at=world.at(site, day, minute + chance.between("read", 6, 24)),
            person=client.key,
            by=reader,
            test=test,
            method="presumptive",
            specimen=specimen,
            creatinine_mg_dl=round(max(3.0, creatinine), 1),
            specific_gravity=round(max(1.0011, gravity), 4),
            results=results,
        )
    )
    outcome = "positive" if positive else ("invalid" if specimen == "invalid" else "negative")
    client.tests.append((day, outcome))
    if not positive:
        _review(world, client, test, day, chance)
    else:
        _follow_positive(world, client, test, which, specimen, creatinine, gravity, day, chance)


def _review(world: World, client: Client, test: str, day: date, chance: Chance) -> None:
    """The counselor looks at it on their next day at work, sometimes the one after."""
    ahead = 1 + chance.happens("review_later", 0.15)
    on, minute = world.next_at_work(client.counselor, day, ahead)
    world.later(
        on,
        lambda then: world.say(
            TestReviewed(
                at=world.at(client.site, then, minute + chance.between("review", 5, 45)),
                person=client.key,
                by=client.counselor,
                test=test,
            )
        ),
    )


def _read(analyte: str, positive: bool, specimen: str) -> AnalyteResult:
    if specimen == "invalid":
        value = "invalid"
    elif analyte == "buprenorphine":
        value = "positive_expected"
    else:
        value = "presumptive_positive" if positive else "negative"
    return AnalyteResult(
        analyte=analyte, value=value, level=None, unit="ng/mL", cutoff=CUTOFF[analyte]
    )


def _follow_positive(
    world: World,
    client: Client,
    test: str,
    which: str,
    specimen: str,
    creatinine: float,
    gravity: float,
    day: date,
    chance: Chance,
) -> None:
    """The laboratory's answer after some days where one was asked for; a talk at the next
    contact."""
    facts = population()["drug_tests"]
    if chance.happens("sent", facts["sent_to_laboratory"]):
        confirmed = chance.happens("confirmed", facts["confirmed"])
        level = CUTOFF[which] * (
            chance.lognormal("level", 3.2, 0.7)
            if confirmed
            else chance.between("below", 5, 60) / 100
        )
        result = AnalyteResult(
            analyte=which,
            value="positive" if confirmed else "negative",
            level=round(level, 1),
            unit="ng/mL",
            cutoff=CUTOFF[which],
        )
        lab_day = world.next_open(day + chance.between("lab_days", 2, 4) * DAY)
        if not confirmed:
            _review(world, client, test, lab_day, chance)
        world.later(
            lab_day,
            lambda then: world.say(
                TestResulted(
                    at=world.at(client.site, then, 10 * 60 + 40),
                    person=client.key,
                    by="laboratory",
                    test=test,
                    method="definitive",
                    specimen=specimen,
                    creatinine_mg_dl=round(max(3.0, creatinine), 1),
                    specific_gravity=round(max(1.0011, gravity), 4),
                    results=(result,),
                )
            ),
        )
    talk_on = world.next_open(day + chance.between("talk", 0, 1) * DAY)
    minute = (
        16 * 60 + 10 + chance.between("talk_minute", 0, 40)
        if client.track != "evening"
        else 21 * 60 + 20
    )
    if talk_on == day and not client.gone:
        _discuss(world, client, test, day, minute, chance)
    else:
        world.later(
            talk_on,
            lambda then: (
                None if client.gone else _discuss(world, client, test, then, minute, chance)
            ),
        )


def _discuss(
    world: World, client: Client, test: str, day: date, minute: int, chance: Chance
) -> None:
    account = chance.weighted("account", ACCOUNTS)
    world.say(
        TestDiscussed(
            at=world.at(client.site, day, minute),
            person=client.key,
            by=client.counselor,
            test=test,
            client_account=account,
            response=chance.one_of("talk_reply", RESPONSES),
            unconfirmed_reason=NO_LABORATORY if account == "disputes" else "",
        )
    )
