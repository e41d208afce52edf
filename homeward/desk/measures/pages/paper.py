"""What the entry of a paper form prints."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.core.components import Act
from homeward.desk.measures.forms import PaperForm
from homeward.desk.measures.pages.scores import short_title
from homeward.people.models import Client


@dataclass(frozen=True, slots=True)
class Paper:
    """A questionnaire to key in from paper."""

    client: Client
    title: str
    short: str
    subline: str
    attribution: str
    address: str
    form: PaperForm
    back: Act

    @classmethod
    def of(cls, client: Client, form: PaperForm, back: Act) -> "Paper":
        """The form; its second keying once that is asked for."""
        definition = form.instrument
        return cls(
            client=client,
            title=definition.title,
            short=short_title(definition.id),
            subline=_("From a paper form. What you enter is kept under your name."),
            attribution=str(definition.meta.get("attribution", "")),
            address=reverse("desk:questionnaire_paper", args=[client.pk, definition.id]),
            form=form,
            back=back,
        )
