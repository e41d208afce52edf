"""What a questionnaire prints while it is asked on a staff screen."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.desk.admissions.times import clock_time
from homeward.desk.measures.pages.scores import Finding, finding_of, score_words, short_title
from homeward.instruments.forms import QuestionnaireForm, answers_shown
from homeward.instruments.models import Response, Sitting
from homeward.instruments.rules.instrument import Instrument, Number
from homeward.instruments.rules.safety import Stage
from homeward.instruments.rules.scoring import score
from homeward.instruments.rules.sitting import standing_of
from homeward.instruments.safety_duties import ASKS_NEXT
from homeward.people.models import Client
from homeward.tasks.queries import open_tasks_of


@dataclass(frozen=True, slots=True)
class Safety:
    """What the answers so far ask for at once, whatever they will add up to."""

    findings: tuple[Finding, ...]
    duties: tuple[Act, ...]
    asks: Act | None

    @classmethod
    def of(
        cls,
        actor: Actor,
        client: Client,
        definition: Instrument,
        answers: Mapping[str, Number],
        parameters: Mapping[str, str] | None = None,
    ) -> "Safety":
        """The rules that hold now, and every open duty of this questionnaire.

        A duty stays here when the answer that opened it was taken back.
        """
        holding = score(definition, answers, parameters or {}, Stage.SAVED).safety
        tasks = [
            task
            for task in open_tasks_of(actor, client)
            if task.kind == "safety" and task.detail.get("instrument") == definition.id
        ]
        asked = next((task.detail["asks"] for task in tasks if task.detail.get("asks")), "")
        if not asked:
            asked = next((ASKS_NEXT[rule.id] for rule in holding if rule.id in ASKS_NEXT), "")
        return cls(
            tuple(finding_of(rule.id, rule.severity, rule.action, rule.due) for rule in holding),
            tuple(
                Act(_("Record what was done"), reverse("desk:task", args=[task.pk]), "primary")
                for task in tasks
            ),
            Act(
                _("Ask the %(name)s now") % {"name": short_title(asked)},
                reverse("desk:questionnaire", args=[client.pk, asked]),
                "danger",
            )
            if asked
            else None,
        )


@dataclass(frozen=True, slots=True)
class Asking:
    """One questionnaire to answer, as a list or one question at a time."""

    client: Client
    title: str
    short: str
    subline: str
    attribution: str
    address: str
    item_address: str
    look: str
    progress: str
    is_first: bool
    is_last: bool
    asked: tuple[str, ...]
    saved: str
    earlier: str
    form: QuestionnaireForm
    safety: Safety
    paper: tuple[Act, ...]
    back: Act

    @staticmethod
    def saved_words(sheet: Sitting | None) -> str:
        """ "saved 09:52:10", or nothing yet."""
        return _("saved %(time)s") % {"time": clock_time(sheet.saved_at)} if sheet else ""

    @staticmethod
    def item_to_ask(definition: Instrument, answers: Mapping[str, Number], wanted: str) -> str:
        """The question asked for, or the first that is open."""
        standing = standing_of(definition, answers)
        return wanted if wanted in standing.asked else standing.first_open()

    @classmethod
    def of(
        cls,
        actor: Actor,
        client: Client,
        form: QuestionnaireForm,
        sheet: Sitting | None,
        latest: Response | None,
        *,
        addresses: tuple[str, str],
        look: str,
        back: Act,
    ) -> "Asking":
        """The form with what was kept before, and what the last finished one said."""
        definition = form.instrument
        answers = answers_shown(form, sheet.sheet if sheet else {})
        standing = standing_of(definition, answers)
        is_one = look == "one" and form.only is not None
        at = standing.asked.index(form.only) + 1 if form.only in standing.asked else 0
        recall = str(definition.meta.get("recall_period", ""))
        return cls(
            client=client,
            title=definition.title,
            short=short_title(definition.id),
            subline=_("Asked about: %(recall)s") % {"recall": recall} if recall else "",
            attribution=str(definition.meta.get("attribution", "")),
            address=addresses[0],
            item_address=addresses[1],
            look="one" if is_one else "list",
            progress=_("Question %(at)s of %(all)s") % {"at": at, "all": len(standing.asked)}
            if is_one
            else _("%(done)s of %(all)s answered")
            % {"done": standing.answered, "all": len(standing.asked)},
            is_first=is_one and at <= 1,
            is_last=is_one and at == len(standing.asked),
            asked=standing.asked,
            saved=cls.saved_words(sheet),
            earlier=score_words(latest) if latest and latest.is_handed_in and not sheet else "",
            form=form,
            safety=Safety.of(actor, client, definition, answers),
            paper=_paper(client, definition, addresses[0]),
            back=back,
        )


def _paper(client: Client, definition: Instrument, address: str) -> tuple[Act, ...]:
    if "/questionnaires/" not in address:
        return ()
    args = [client.pk, definition.id]
    return (
        Act(_("Enter a paper form"), reverse("desk:questionnaire_paper", args=args), "plain"),
        Act(_("Print a blank form"), reverse("desk:questionnaire_blank", args=args), "plain"),
    )
