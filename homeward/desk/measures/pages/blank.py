"""A blank questionnaire for a printer."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core.components import Act
from homeward.instruments.forms import label_of
from homeward.instruments.rules.instrument import Instrument
from homeward.people.models import Client

NAMES = {"en": "English", "es": "Español"}


@dataclass(frozen=True, slots=True)
class Line:
    """One question with its answers; a number is written on a line."""

    text: str
    options: tuple[str, ...]
    range: str


@dataclass(frozen=True, slots=True)
class Blank:
    """Title, questions and the attribution its licence asks for; no name, no scores."""

    title: str
    chart_number: str
    recall: str
    lines: tuple[Line, ...]
    attribution: str
    language: str
    languages: tuple[Act, ...]
    no_spanish: str
    back: Act

    @classmethod
    def of(
        cls, client: Client, definition: Instrument, language: str, languages: tuple[str, ...]
    ) -> "Blank":
        """The blank in one language, with the ways to the others the house has words in."""
        args = [client.pk, definition.id]
        here = reverse("desk:questionnaire_blank", args=args)
        return cls(
            title=definition.title,
            chart_number=client.chart_number,
            recall=str(definition.meta.get("recall_period", "")) if language == "en" else "",
            lines=tuple(
                Line(
                    label_of(item),
                    tuple(option.display for option in item.options),
                    f"{item.least}–{item.most}" if item.is_number else "",
                )
                for item in definition.items.values()
            ),
            attribution=str(definition.meta.get("attribution", "")),
            language=language,
            languages=tuple(
                Act(NAMES.get(code, code), f"{here}?language={code}", "plain")
                for code in languages
                if code != language
            ),
            no_spanish=_(
                "No Spanish wording is loaded here. Its licence notes say: %(note)s. The site "
                "that holds the text loads it with “homeward instruments text load”."
            )
            % {"note": definition.meta.get("spanish", "–")}
            if "es" not in languages
            else "",
            back=Act(_("Back"), reverse("desk:questionnaire", args=args)),
        )
