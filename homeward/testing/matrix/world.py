"""The stage of the access matrix: who asks, and about whom."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from homeward.core import clock
from homeward.people.models import AccessReason, TeamMembership
from homeward.program.models import Deadline, RuleNumber
from homeward.publishing.models import Article, ArticleVersion, Question
from homeward.testing import company
from homeward.testing.matrix.door_rows import stand_at_the_door
from homeward.testing.matrix.subjects import Subject, furnish
from homeward.testing.matrix.week_rows import draft_a_week
from homeward.testing.stage import LONG_AGO, NOON, Cast, Player, admitted, make_cast, make_client
from homeward.timetable.capacity import Absence, Closure
from homeward.timetable.roster import DutyShift

# Column of the table -> player; None is somebody who is not signed in.
COLUMNS: dict[str, str | None] = {
    "director": "dina",
    "supervisor": "sam",
    "counselor": "dana",
    "family_counselor": "fern",
    "physician": "hugo",
    "psychologist": "iris",
    "nurse": "ruth",
    "technician": "tess",
    "admissions": "ada",
    "front_desk": "fay",
    "billing": "bo",
    "peer": "vera",
    "case_manager": "cass",
    "auditor": "alma",
    "admin": "max",
    "client": "jo",
    "family": "nell",
    "agency": "lou",
    "public": None,
    "revoked": "kim",
    "elsewhere": "omar",
}
# Beside their primary counselor, one of each role that a treatment team may hold.
TEAM = ("fern", "hugo", "iris", "ruth", "tess", "vera", "cass")


@dataclass(slots=True)
class World:
    """Players by column, subjects by relation."""

    cast: Cast
    players: dict[str, Player | None]
    subjects: dict[str, Subject]


def make_world() -> World:
    """Jo with a whole team (`own`), Lee of the same site (`other_team`), Ray, for whose chart all
    staff gave a reason (`reasoned`), Pat of the other site (`other_site`), and Ash, who asked for
    care and is not admitted (`arriving`)."""
    clock.shift_to(NOON)
    cast = make_cast()
    company.join(cast)
    nora, gil = cast.nora.row, cast.gil.row
    lee = make_client(cast, "lee", "Lee Zambrano", cast.site, "HW-00003").row
    ray = make_client(cast, "ray", "Ray Quillfeather", cast.site, "HW-00004").row
    ash = make_client(cast, "ash", "Ash Imbriale", cast.site, "HW-00005").row
    jo, pat = cast.jo.row, cast.pat.row
    subjects = {
        "own": Subject(jo, cast.site, cast.dana.row, cast.episode),
        "other_team": Subject(lee, cast.site, nora, admitted(cast, lee, nora, cast.site)),
        "reasoned": Subject(ray, cast.site, gil, admitted(cast, ray, gil, cast.site)),
        "other_site": Subject(pat, cast.other_site, cast.omar.row, cast.other_episode),
        "arriving": Subject(ash, cast.site, cast.nora.row, None),
    }
    for code in TEAM:
        TeamMembership.objects.create(
            client=jo, site=cast.site, worker=cast.people[code].row, role=code,
            starts_at=NOON - timedelta(days=20),
        )  # fmt: skip
    for number, (relation, subject) in enumerate(subjects.items(), start=1):
        subject.mark = relation
        subject.client.diagnosis = subject.client.allergies = subject.canary("medical")
        subject.client.save()
        furnish(cast, subject, number)
    players = {column: cast.people[code] if code else None for column, code in COLUMNS.items()}
    _give_reasons(players, ray)
    _write_numbers(cast, subjects)
    _write_public_words(subjects)
    _put_on_duty(cast, subjects)
    _share_what_is_the_houses(subjects)
    draft_a_week(cast, subjects)
    stand_at_the_door(cast, subjects)
    return World(cast, players, subjects)


def _share_what_is_the_houses(subjects: dict[str, Subject]) -> None:
    """Exchanges and approvals are nobody's own: who has none is asked with those there are."""
    for kind in ("exchange", "participation", "approval"):
        for subject in subjects.values():
            subject.rows.setdefault(kind, subjects["own"].rows[kind])


def _give_reasons(players: dict[str, Player | None], ray: Any) -> None:
    for player in players.values():
        if player is None or player.actor.worker_id is None:
            continue
        AccessReason.objects.create(
            client=ray, site=ray.site, account_id=player.account.pk, worker=player.row,
            kind="reason", code="quality_review", sentence="Asked to read along.",
            given_at=NOON - timedelta(hours=1), ends_at=NOON + timedelta(hours=3),
        )  # fmt: skip


def _write_numbers(cast: Cast, subjects: dict[str, Subject]) -> None:
    source = {"tag": "default", "source_title": "The house", "starts_on": LONG_AGO}
    number = RuleNumber.objects.create(
        program=cast.program, code="grace_minutes", value=10, unit="minutes", **source
    )
    deadline = Deadline.objects.create(
        program=cast.program, document="initial_plan", clock_start="admission", limit=3,
        unit="days", **source,
    )  # fmt: skip
    for subject in subjects.values():
        subject.rows |= {"number": number, "deadline": deadline}


def _put_on_duty(cast: Cast, subjects: dict[str, Subject]) -> None:
    """Dana is on duty this afternoon; the roster belongs to the house."""
    shift = DutyShift.objects.create(
        site=cast.site, worker=cast.dana.row, on=NOON.date(), starts_at=NOON,
        ends_at=NOON + timedelta(hours=3),
    )  # fmt: skip
    closure = Closure.objects.create(
        site=cast.site, name="Half day", starts_at=NOON + timedelta(days=2),
        ends_at=NOON + timedelta(days=2, hours=3), noted_at=NOON,
    )  # fmt: skip
    absence = Absence.objects.create(
        worker=cast.dana.row, why="leave", starts_at=NOON + timedelta(days=6),
        ends_at=NOON + timedelta(days=7), noted_at=NOON,
    )  # fmt: skip
    for subject in subjects.values():
        subject.rows |= {
            "shift": shift,
            "closure": closure,
            "absence": absence,
            "worker": cast.dana.row,
        }


def _write_public_words(subjects: dict[str, Subject]) -> None:
    """A draft of a public page and a visitor's question; neither is about a client."""
    article = Article.objects.create(code="who-it-fits", language="es")
    version = ArticleVersion.objects.create(
        article=article, number=1, title="A quién", body="A muchos.", made_at=NOON
    )
    question = Question.objects.create(
        language="en", asked_on=NOON.date(), words="How long?", wording="How long?",
        answer="About three months.",
    )  # fmt: skip
    for subject in subjects.values():
        subject.rows |= {"version": version, "question": question}
