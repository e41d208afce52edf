"""All that the benefits pages print."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Fact, Figure, Moment, Tab
from homeward.core.reasons_words import words_for
from homeward.coverage import queries
from homeward.coverage.models import BenefitsCheck, FeeDetermination
from homeward.coverage.reminding import recheck_day
from homeward.coverage.rules.cents import dollars
from homeward.coverage.rules.cost import FULL, estimate
from homeward.coverage.rules.rechecking import needs_recheck
from homeward.coverage.words import SHOWN
from homeward.desk.admissions.times import when
from homeward.desk.authorizations import pages as authorizations
from homeward.desk.clients.reach import name_for
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision, State, decision_from_json
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.program.models import Organisation, Program
from homeward.program.queries import numbers_for

LANGUAGES = ("en", "es")


def client_named(actor: Actor, client_id: Any) -> Client:
    """The client, by name at least: who looks after payment need not open the chart."""
    rows = Client.objects.for_actor(actor, Purpose.PAYMENT, to=Access.MINIMAL)
    return rows.get(pk=client_id)  # type: ignore[no-any-return]


def reads_claims(actor: Actor) -> bool:
    """Whether this actor reads all of what payers said, or only what the desk collects."""
    return may(actor.roles, RecordClass.CLAIMS, Access.READ)


@dataclass(frozen=True, slots=True)
class Estimates:
    """The planned care and the residential stay beside it, both as decisions."""

    here: Decision
    residential: Decision

    @classmethod
    def of(
        cls, check: BenefitsCheck | None, fee: FeeDetermination | None, now: datetime
    ) -> "Estimates | None":
        """None before a program is loaded."""
        program = Program.objects.order_by("code").first()
        if program is None:
            return None
        today = timezone.localtime(now).date()
        care = queries.planned_care(program, today, check.allowed_day_cents if check else None)
        percent = fee.pays_percent if fee else FULL
        terms = queries.terms_of(check)
        return cls(
            estimate(care, terms, percent),
            estimate([queries.residential_stay(program, today)], terms),
        )


@dataclass(frozen=True, slots=True)
class BenefitsPage:
    """The latest answer, the estimate, the fee, and every earlier answer."""

    client: Client
    title: str
    subline: str
    is_whole: bool
    may_write: bool
    is_due: bool
    said: tuple[Fact, ...]
    figures: tuple[Figure, ...]
    estimates: Estimates | None
    fee: tuple[Fact, ...]
    fee_decision: Decision | None
    history: tuple[Moment, ...]
    authorizations: tuple[authorizations.Line, ...]

    @classmethod
    def of(cls, actor: Actor, client: Client, now: datetime) -> "BenefitsPage":
        """As much of it as the actor may read."""
        whole = reads_claims(actor)
        to = Access.READ if whole else Access.MINIMAL
        checks = queries.checks_of(actor, client.pk, to)
        last = checks[0] if checks else None
        today = timezone.localtime(now).date()
        asked = timezone.localtime(last.at).date() if last else None
        fee = queries.fee_of(actor, client.pk, today) if whole else None
        estimates = Estimates.of(last, fee, now) if whole else None
        given = queries.estimates_of(actor, client.pk) if whole else []
        return cls(
            client=client,
            title=name_for(actor, client),
            subline=_("asked %(when)s") % {"when": date_format(asked, "j M Y")}
            if asked
            else _("the payer has not been asked yet"),
            is_whole=whole,
            may_write=may(actor.roles, RecordClass.CLAIMS, Access.WRITE),
            is_due=needs_recheck(asked, today, recheck_day(today)),
            said=_said(last, whole=whole),
            figures=_figures(estimates),
            estimates=estimates,
            fee=_fee_facts(fee),
            fee_decision=decision_from_json(fee.decision) if fee else None,
            history=(
                *(_asked(each) for each in checks if whole),
                *(
                    Moment(
                        when(each.at),
                        _("Estimate given: %(amount)s") % {"amount": dollars(each.client_cents)},
                        by=each.by.name,
                    )
                    for each in given
                ),
            ),
            authorizations=authorizations.lines_of(actor, client.pk, today),
        )


def _said(check: BenefitsCheck | None, *, whole: bool) -> tuple[Fact, ...]:
    if check is None:
        return ()
    yes = {True: _("yes"), False: _("no")}
    least = (
        Fact(_("Payer"), check.coverage.payer.name),
        Fact(_("Intensive outpatient covered"), yes[check.is_covered]),
        Fact(_("In the network"), yes[check.is_in_network]),
        Fact(_("Copay a day"), dollars(check.copay_cents)),
        Fact(_("Authorization needed"), yes[check.needs_authorization]),
    )
    if not whole:
        return least
    left, limit = check.out_of_pocket_left_cents, check.days_limit
    unsaid = _("not said")
    return (
        *least,
        Fact(_("Plan"), check.plan_name),
        Fact(_("Member number"), check.coverage.member_id),
        Fact(_("In force"), _span(check)),
        Fact(_("Deductible left"), dollars(check.deductible_left_cents)),
        Fact(_("Left until the yearly maximum"), unsaid if left is None else dollars(left)),
        Fact(_("Coinsurance"), f"{check.coinsurance_percent}%"),
        Fact(
            _("Days"),
            unsaid
            if limit is None
            else _("%(used)s of %(limit)s used") % {"used": check.days_used, "limit": limit},
        ),
        Fact(_("Call"), " · ".join(filter(None, (check.spoke_with, check.reference)))),
        Fact(_("Asked"), f"{when(check.at)} · {check.by.name}"),
        Fact(_("Note"), check.note),
    )


def _span(check: BenefitsCheck) -> str:
    first, last = check.effective_from, check.effective_to
    if first and last:
        return _("%(first)s to %(last)s") % {
            "first": date_format(first, "j M Y"), "last": date_format(last, "j M Y"),
        }  # fmt: skip
    return _("from %(first)s") % {"first": date_format(first, "j M Y")} if first else ""


def _figures(estimates: Estimates | None) -> tuple[Figure, ...]:
    if estimates is None:
        return ()
    here, stay = estimates.here.extras, estimates.residential.extras
    return (
        Figure(dollars(here["client_cents"]), _("the client's part, all planned days")),
        Figure(
            dollars(here["charge_cents"]), _("charge for %(days)s days") % {"days": here["days"]}
        ),
        Figure(
            dollars(stay["charge_cents"]),
            _("a typical residential stay of %(days)s days, to compare") % {"days": stay["days"]},
        ),
    )


def _fee_facts(fee: FeeDetermination | None) -> tuple[Fact, ...]:
    if fee is None:
        return ()
    return (
        Fact(_("Pays"), f"{fee.pays_percent.normalize():f}%"),
        Fact(_("Household"), str(fee.household)),
        Fact(_("Income a year"), dollars(fee.yearly_income_cents)),
        Fact(_("Read from"), str(SHOWN.get(fee.shown, fee.shown))),
        Fact(_("Holds until"), date_format(fee.until, "j M Y")),
        Fact(_("Decided"), f"{when(fee.at)} · {fee.by.name}"),
    )


def _asked(check: BenefitsCheck) -> Moment:
    what = _("Covered, copay %(copay)s") if check.is_covered else _("Not covered")
    return Moment(
        when(check.at),
        what % {"copay": dollars(check.copay_cents)},
        by=check.by.name,
        detail=" · ".join(
            filter(None, (check.coverage.payer.name, check.plan_name, check.reference))
        ),
        tone="done" if check.is_covered else "attention",
    )


@dataclass(frozen=True, slots=True)
class EstimatePage:
    """The estimate in the client's words and language, on one sheet."""

    client: Client
    name: str
    language: str
    languages: tuple[Tab, ...]
    decision: Decision
    title: str
    lead: str
    figures: tuple[Figure, ...]
    lines: tuple[str, ...]
    unknown_title: str
    unknown: tuple[str, ...]
    sums: tuple[Fact, ...]
    compare_title: str
    compare: tuple[str, ...]
    rights: tuple[str, ...]
    made: str

    @classmethod
    def of(
        cls, actor: Actor, client: Client, language: str, now: datetime
    ) -> "EstimatePage | None":
        """Every word in the language asked for, whatever the reader's own."""
        checks = queries.checks_of(actor, client.pk)
        today = timezone.localtime(now).date()
        fee = queries.fee_of(actor, client.pk, today)
        estimates = Estimates.of(checks[0] if checks else None, fee, now)
        if estimates is None:
            return None
        chosen = language if language in LANGUAGES else "en"
        address = reverse("desk:benefits_estimate", args=[client.pk])
        with override(chosen):
            here, stay = estimates.here.extras, estimates.residential.extras
            spoken = [
                (line.state, words_for(line.code, line.detail))
                for line in estimates.here.reasons
                if not (
                    line.code in {"cost_covered", "cost_in_network"} and line.state != State.MET
                )
            ]
            denied = {line.code for line in estimates.here.lines(State.NOT_MET)}
            lines = [words for state, words in spoken if state is State.MET]
            if "cost_covered" in denied:
                lines.append(_("Your plan does not cover this care"))
            if "cost_in_network" in denied:
                lines.append(_("This program is outside your plan's network: ask us"))
            return cls(
                client=client,
                name=name_for(actor, client),
                language=chosen,
                languages=tuple(
                    Tab(name, f"{address}?lang={code}", current=code == chosen)
                    for code, name in (("en", "English"), ("es", "Español"))
                ),
                decision=estimates.here,
                title=_("What your care may cost you"),
                lead=_("This is an estimate, not a bill. We made it from what your plan told us."),
                figures=(
                    Figure(
                        dollars(here["client_cents"]),
                        _("is your part for all %(days)s planned days") % {"days": here["days"]},
                    ),
                ),
                lines=tuple(lines),
                unknown_title=_("What we do not know yet"),
                unknown=tuple(words for state, words in spoken if state is State.UNKNOWN),
                sums=_sums(here),
                compare_title=_("To compare: living at a treatment house"),
                compare=(
                    _("A typical stay of %(days)s days is charged at about %(amount)s.")
                    % {"days": stay["days"], "amount": dollars(stay["charge_cents"])},
                    _("If your plan paid for it on the same terms, your part might be %(amount)s.")
                    % {"amount": dollars(stay["client_cents"])},
                    _(
                        "These are typical numbers, not an offer. What fits you is decided by your"
                        " health, not by the price."
                    ),
                ),
                rights=(
                    _("Ask us about a fee by income. It never changes your care."),
                    _(
                        "If you have no insurance and your bill is $400 or more above this"
                        " estimate, you may dispute it."
                    ),
                    _("If your plan changes, tell us. We will make a new estimate."),
                ),
                made=_("%(place)s, %(day)s")
                % {"place": _place(), "day": date_format(today, "DATE_FORMAT")},
            )


def _sums(extras: Any) -> tuple[Fact, ...]:
    rows = [
        Fact(_("Charge for all days"), dollars(extras["charge_cents"])),
        Fact(_("Your plan pays"), dollars(extras["payer_cents"])),
    ]
    if extras["forgone_cents"]:
        rows.append(Fact(_("We take off, by your income"), dollars(extras["forgone_cents"])))
    rows.append(Fact(_("You pay"), dollars(extras["client_cents"])))
    return tuple(rows)


def _place() -> str:
    return Organisation.objects.values_list("public_name", flat=True).first() or ""


def fee_numbers(now: datetime) -> Any:
    """The first program's numbers of today."""
    program = Program.objects.order_by("code").first()
    return numbers_for(program, timezone.localtime(now).date())


def level_words(now: datetime) -> str:
    """The poverty level the fee is counted from, with its source."""
    line = queries.poverty_line(fee_numbers(now))
    assert line.source is not None
    return _(
        "%(one)s a year for one person, %(more)s for each further one. %(source)s, %(citation)s."
    ) % {
        "one": dollars(line.one_person_cents),
        "more": dollars(line.each_more_cents),
        "source": line.source.title,
        "citation": line.source.citation,
    }


def band_words(now: datetime) -> list[str]:
    """The bands in words, the lowest first."""
    bands = sorted(queries.fee_bands(fee_numbers(now)), key=lambda band: band.up_to_percent)
    said = [
        words_for(
            "fee_band", {"up_to": _plain(band.up_to_percent), "pays": _plain(band.pays_percent)}
        )
        for band in bands
    ]
    return [*said, _("Above that: the whole charge")]


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"


def back(client: Client) -> Act:
    """To the benefits of this client."""
    return Act(_("Back"), reverse("desk:benefits", args=[client.pk]))
