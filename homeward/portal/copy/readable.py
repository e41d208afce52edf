"""The whole record in words: parts with a title, each a table or texts, for one page to print."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.attendance.words import STATES as CAME_WORDS
from homeward.consents.paper import KINDS
from homeward.consents.rules.world import Consent
from homeward.drugtests.findings import found_words
from homeward.drugtests.queries import reading_of
from homeward.drugtests.words import analyte
from homeward.portal.copy import answered, around, assessed, days, earned, medical, said
from homeward.portal.copy.parts import Part, Text
from homeward.portal.copy.whole import Whole
from homeward.portal.plan import STATES as STEP_WORDS
from homeward.portal.record import ENDED_WORDS, TEST_WORDS, crisis_words
from homeward.portal.safety_plan import own_parts
from homeward.progress.words import DISCHARGE_TYPES, OUTCOMES


@dataclass(frozen=True, slots=True)
class Readable:
    """One person's whole record as one page."""

    name: str
    number: str
    born: str
    made: str
    parts: tuple[Part, ...]

    @classmethod
    def of(cls, whole: Whole) -> "Readable":
        """Parts without anything in them are left out."""
        words = _Words(whole)
        own = whole.own
        parts = (
            words.episodes(), *assessed.parts(whole.assessed, own.zone), words.medicines(),
            *medical.parts(whole.medical, own.zone), words.plans(), words.safety_plans(),
            words.notes(), words.crises(), words.reviews(), words.attendance(), words.tests(),
            answered.part(whole.responses, whole.own.zone), words.check_ins(),
            *days.parts(whole.days, whole.own.zone),
            *earned.parts(whole.earned), *said.parts(whole.said, whole.own.zone), words.sharing(),
            *around.parts(whole.around, own), words.endings(),
        )  # fmt: skip
        client = whole.own.client
        return cls(
            name=client.name,
            number=client.chart_number,
            born=_day(client.birth_date),
            made=date_format(whole.own.at_wall(whole.own.now), "DATETIME_FORMAT"),
            parts=tuple(part for part in parts if part.rows or part.texts),
        )


@dataclass(frozen=True, slots=True)
class _Words:
    whole: Whole

    def at(self, instant: datetime | None) -> str:
        if instant is None:
            return ""
        return date_format(self.whole.own.at_wall(instant), "DATETIME_FORMAT")

    def episodes(self) -> Part:
        return Part(
            _("Times of care"),
            (_("Program"), _("From"), _("Until"), _("Level")),
            tuple(
                (row.program.name, _day(row.admitted_on), _day(row.ended_on), row.level_code)
                for row in self.whole.episodes
            ),
        )

    def medicines(self) -> Part:
        lines = [
            (row.name, row.dose, row.frequency, _day(row.started_on), _day(row.ended_on))
            for row in self.whole.medicines
        ]
        lines += [
            (
                _("Allergy: %(name)s") % {"name": row.substance},
                row.reaction,
                "",
                self.at(row.at),
                "",
            )
            for row in self.whole.allergies
        ]
        columns = (_("Medicine"), _("Dose"), _("How often"), _("From"), _("Until"))
        return Part(_("Medicines and allergies"), columns, tuple(lines))

    def plans(self) -> Part:
        return Part(_("Plans"), texts=tuple(self._plans()))

    def _plans(self) -> Iterator[Text]:
        for plan in self.whole.plans:
            lines = [plan.strengths] if plan.strengths else []
            for goal in self.whole.goals:
                if goal.problem.plan_id != plan.pk:
                    continue
                lines += ["", _("What I want: %(words)s") % {"words": goal.own_words}]
                for step in self.whole.objectives:
                    if step.goal_id == goal.pk:
                        state = STEP_WORDS.get(step.state, (step.state,))[0]
                        lines.append(f"{step.number}. {step.statement} ({state})")
            yield Text(
                _("Plan %(number)s") % {"number": plan.number},
                self.at(plan.active_from or plan.started_at),
                "\n".join(lines),
            )

    def safety_plans(self) -> Part:
        return Part(
            _("Safety plans"),
            texts=tuple(
                Text(
                    _("My safety plan, number %(number)s") % {"number": plan.number},
                    self.at(plan.active_at),
                    "\n".join(
                        f"{part.title}\n" + "\n".join(
                            f"  {line.text} {line.phone}".rstrip() for line in part.lines
                        )
                        for part in own_parts(plan)
                    ),
                )
                for plan in self.whole.safety_plans
            ),
        )  # fmt: skip

    def notes(self) -> Part:
        return Part(_("Notes"), texts=tuple(self._notes()))

    def _notes(self) -> Iterator[Text]:
        for note in self.whole.notes:
            said = [note.body]
            if shared := self.whole.shared.get(note.session_id, ""):
                said.insert(0, _("For everyone in the room: %(words)s") % {"words": shared})
            said += [
                _("Added on %(day)s by %(name)s: %(words)s")
                % {"day": self.at(added.at), "name": added.author.name, "words": added.body}
                for added in self.whole.addenda.get(note.pk, ())
            ]
            yield Text(note.session.name, self._signed(note), "\n\n".join(said))

    def _signed(self, row: object) -> str:
        return _("signed by %(name)s, %(credential)s, %(at)s") % {
            "name": row.signed_by.name,  # type: ignore[attr-defined]
            "credential": row.credential,  # type: ignore[attr-defined]
            "at": self.at(row.signed_at),  # type: ignore[attr-defined]
        }

    def crises(self) -> Part:
        return Part(
            _("Hard moments"),
            texts=tuple(
                Text(crisis_words(note), self._signed(note), note.body)
                for note in self.whole.crises
            ),
        )

    def reviews(self) -> Part:
        return Part(
            _("How much care fits: what the team decided"),
            (_("Week of"), _("Decision"), _("Why"), _("What you said")),
            tuple(
                (_day(row.week_of), str(OUTCOMES[row.outcome]), row.reason, row.client_view)
                for row in self.whole.reviews
            ),
        )

    def attendance(self) -> Part:
        return Part(
            _("When you came"),
            (_("Day"), _("Session"), _("How it was marked"), _("Minutes")),
            tuple(
                (
                    _day(row.on), row.session.name, str(CAME_WORDS.get(row.state, row.state)),
                    str(row.credited_minutes),
                )
                for row in self.whole.marks
            ),
        )  # fmt: skip

    def tests(self) -> Part:
        return Part(
            _("Tests"),
            (_("Day"), _("Looked for"), _("Result"), _("Found")),
            tuple(self._tests()),
        )

    def _tests(self) -> Iterator[tuple[str, ...]]:
        for test in self.whole.tests:
            ended = test.state in ENDED_WORDS
            words = ENDED_WORDS[test.state] if ended else TEST_WORDS[reading_of(test)][0]
            found = (each for each in self.whole.results if each.test_id == test.pk)
            yield (
                self.at(test.collected_at or test.ordered_at),
                ", ".join(analyte(code) for code in test.panel),
                str(words),
                found_words(found, test.panel),
            )

    def check_ins(self) -> Part:
        return Part(
            _("Check-ins"),
            (_("When"), _("Craving"), _("Mood"), _("Your words")),
            tuple(
                (self.at(row.at), _number(row.craving), _number(row.mood), row.word)
                for row in self.whole.check_ins
            ),
        )

    def sharing(self) -> Part:
        ended = {each.consent: each.at for each in self.whole.revocations}

        def line(consent: Consent) -> tuple[str, ...]:
            return (
                str(KINDS.get(consent.kind, consent.kind)),
                self.whole.recipients.get(consent.id, ""),
                self.at(consent.signed_at),
                self.at(consent.expires_at),
                self.at(ended.get(consent.id)),
            )

        return Part(
            _("What you agreed to share"),
            (_("Paper"), _("To whom"), _("Signed"), _("Good until"), _("Taken back")),
            tuple(line(each) for each in self.whole.consents if each.signed_at is not None),
        )

    def endings(self) -> Part:
        return Part(
            _("Leaving the program"),
            texts=tuple(
                Text(
                    str(DISCHARGE_TYPES.get(row.type, row.type)),
                    f"{self.at(row.discharged_at)} · {row.author.name}",
                    row.narrative,
                )
                for row in self.whole.discharges
            ),
        )


def _day(day: date | None) -> str:
    return date_format(day, "DATE_FORMAT") if day else ""


def _number(value: int | None) -> str:
    return "" if value is None else str(value)
