"""The client's first page: at most three things, the day, the week, and where help is."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.consents.paper import KINDS
from homeward.core.charts import Hours
from homeward.core.components import Act, DayEntry
from homeward.drugtests.asking import YES, test_today
from homeward.instruments.models import CheckIn
from homeward.kernel.purposes import Purpose
from homeward.portal.asking import said_in_a_word
from homeward.portal.conduct import rules_page_waits
from homeward.portal.day import today_line
from homeward.portal.earned import EarnedToday
from homeward.portal.ending import ending_waits
from homeward.portal.forms import CheckInForm
from homeward.portal.handouts import HandoutLine, new_handouts
from homeward.portal.hours import hours_in_words, week_hours
from homeward.portal.late import Talk
from homeward.portal.measures import forms_asked
from homeward.portal.offers import Offered, offers_of
from homeward.portal.own import Own
from homeward.portal.papers import papers_waiting
from homeward.portal.team_view import is_asked
from homeward.portal.waiting import papers_to_sign, plan_to_read, plan_to_sign

MOST_THINGS = 3


@dataclass(frozen=True, slots=True)
class Need:
    """One thing to do today, with its one step."""

    title: str
    text: str
    act: Act


@dataclass(frozen=True, slots=True)
class Week:
    """The hours of this week in a bar and in words."""

    hours: Hours
    aside: str
    text: str


@dataclass(frozen=True, slots=True)
class Today:
    """All that the client's first page prints."""

    title: str
    lead: str
    form: CheckInForm | None
    test: Need | None
    signing: Need | None
    asked: Need | None
    day: tuple[DayEntry, ...]
    week: Week | None
    last_check_in: str
    offers: tuple[Offered, ...] = ()
    handouts: tuple[HandoutLine, ...] = ()
    earned: EarnedToday | None = None
    talk: Talk | None = None
    # Whether a test is due today, in a word; empty while `test` says it.
    no_test: str = ""
    # What was put off, so that no more than three things ask for today.
    later: str = ""

    @classmethod
    def of(cls, own: Own, form: CheckInForm | None = None, *, asks: bool = False) -> "Today":
        """Gather the page; `form` is a check-in that was refused, and `asks` asks for another.

        Of four things one comes after the others: a short form, or the papers when the program
        wants to end their care.
        """
        last = _last_check_in(own)
        is_due = last is None or last.on != own.today
        shown = form or (CheckInForm() if is_due or asks else None)
        signing, ending = _signing(own), _ending(own)
        asked = ending or _asked(own)
        test, no_test = _test(own)
        due = shown if is_due else form
        count = sum(1 for thing in (due, test, signing, asked) if thing is not None)
        later = _("One more thing waits until these are done.") if count > MOST_THINGS else ""
        return cls(
            title=_title(min(count, MOST_THINGS), own.client.called),
            lead=_lead(own),
            form=shown,
            test=test,
            signing=None if later and ending else signing,
            asked=None if later and not ending else asked,
            no_test=no_test,
            later=later,
            day=today_line(own),
            week=_week(own),
            last_check_in=date_format(own.at_wall(last.at), "H:i") if last and not is_due else "",
            offers=offers_of(own),
            handouts=new_handouts(own),
            talk=Talk.of(own),
            earned=EarnedToday.of(own),
        )


def _title(count: int, name: str) -> str:
    if count == 0:
        return _("Nothing you must do today, %(name)s") % {"name": name}
    if count == 1:
        return _("One thing today, %(name)s") % {"name": name}
    words = {2: _("Two"), 3: _("Three")}
    return _("%(count)s things today, %(name)s") % {"count": words[count], "name": name}


def _lead(own: Own) -> str:
    day = date_format(own.today, "l j F")
    if own.episode is None:
        return day
    number = (own.today - own.episode.admitted_on).days + 1
    return _("%(day)s · day %(number)s") % {"day": day, "number": number}


def _last_check_in(own: Own) -> CheckIn | None:
    rows = CheckIn.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
    return rows.filter(client=own.client).defer("word").order_by("-at").first()  # type: ignore[no-any-return]


def _test(own: Own) -> tuple[Need | None, str]:
    """A test that is due, or the answer of today without one."""
    said = test_today(own.actor, own.client.pk, own.client.site, own.now)
    if said.answer != YES or said.until is None:
        return None, said_in_a_word(said.answer)
    need = Need(
        _("You test today") if _same_day(own, said.until) else _("You test soon"),
        _("Any time before %(until)s, at the front desk.") % {"until": _until(own, said.until)},
        Act(_("See how the draw works"), reverse("portal:draw")),
    )
    return need, ""


def _same_day(own: Own, instant: datetime) -> bool:
    return own.at_wall(instant).date() == own.today


def _until(own: Own, instant: datetime) -> str:
    return date_format(own.at_wall(instant), "H:i" if _same_day(own, instant) else "l H:i")


def _signing(own: Own) -> Need | None:
    """The first paper that waits; a consent before a plan."""
    if papers := papers_to_sign(own):
        return Need(
            _("A paper waits for you"),
            str(KINDS[papers[0]]),
            Act(_("Read and sign"), reverse("portal:paper", args=[papers[0]]), "primary"),
        )
    if waiting := papers_waiting(own.actor):
        # The only one is opened at once; several are chosen from.
        only = reverse("portal:packet_paper", args=[waiting[0]]) if len(waiting) == 1 else ""
        return Need(
            _("A paper waits for you"),
            _("Papers of your admission"),
            Act(_("Read and sign"), only or reverse("portal:papers"), "primary"),
        )
    if plan := plan_to_sign(own):
        return Need(
            _("Your plan waits for you"),
            _("%(name)s has signed it. Read it, and sign if it says what you want.")
            % {"name": plan.author.name},
            Act(_("Read and sign"), reverse("portal:plan"), "primary"),
        )
    if plan := plan_to_read(own):
        return Need(
            _("Your plan is here to read"),
            _("%(name)s wrote it down. Say what is right and what is not.")
            % {"name": plan.author.name},
            Act(_("Read it"), reverse("portal:plan"), "primary"),
        )
    waits = rules_page_waits(own)
    if waits == "rules":
        return Need(
            _("The rules wait for you"),
            _("Read them and sign, so that we all agree to the same."),
            Act(_("Read and sign"), reverse("portal:rules"), "primary"),
        )
    if waits:
        return Need(
            _("Say what you think"),
            _("We wrote down what we talked about. Your words belong beside it."),
            Act(_("Read and answer"), reverse("portal:rules"), "primary"),
        )
    return None


def _ending(own: Own) -> Need | None:
    """What is decided about their care comes before every form."""
    url = ending_waits(own)
    if not url:
        return None
    return Need(
        _("The program wants to end your care"),
        _("Read why, and say what you want. Somebody else can look at it again."),
        Act(_("Read and answer"), url, "primary"),
    )


def _asked(own: Own) -> Need | None:
    """A short form, or the list of them; else the team's question before it meets."""
    asked = forms_asked(own)
    if not asked:
        return _before_the_team_meets(own)
    if len(asked) == 1:
        return Need(_("One short form this week"), asked[0].text, asked[0].act)
    text = _("%(count)s short forms wait. Do one now and the rest another day.")
    return Need(
        _("Short forms wait for you"),
        text % {"count": len(asked)},
        Act(_("See them"), reverse("portal:questions"), "primary"),
    )


def _before_the_team_meets(own: Own) -> Need | None:
    if not is_asked(own):
        return None
    return Need(
        _("Your team meets this week"),
        _("Say how you see your own care. It takes a minute."),
        Act(_("Say how I see it"), reverse("portal:review"), "primary"),
    )


def _week(own: Own) -> Week | None:
    hours = week_hours(own)
    if hours is None or own.episode is None:
        return None
    number = (own.today - own.episode.admitted_on).days // 7 + 1
    days = own.episode.phase.days_per_week
    text = ngettext(
        "Week %(number)s. In this stage you come on one day a week.",
        "Week %(number)s. In this stage you come on %(days)s days a week.",
        days,
    ) % {"number": number, "days": days}
    aside = _("%(done)s of %(required)s hours") % {
        "done": hours_in_words(hours.delivered),
        "required": hours_in_words(hours.required),
    }
    return Week(hours, aside, text)
