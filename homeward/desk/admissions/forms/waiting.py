"""Services while somebody waits, reminders, messages, and the notice to the state."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.desk.admissions import choices


class InterimServiceForm(ActionForm):
    """One service given while somebody waits."""

    asks = dict.fromkeys(("kind", "note"))

    kind = forms.ChoiceField(
        label=_("What was given"), choices=choices.INTERIM_SERVICES, widget=forms.RadioSelect
    )
    note = forms.CharField(label=_("A note"), required=False, max_length=500)


class ReminderForm(ActionForm):
    """What came of a reminder."""

    asks = {"disposition": None}

    disposition = forms.ChoiceField(
        label=_("What came of it"), choices=choices.REMINDER_ENDINGS, widget=forms.RadioSelect
    )


class NoticeForm(ActionForm):
    """How the state was told."""

    asks = {"reference": None}

    reference = forms.CharField(
        label=_("How and under what reference"), required=False, max_length=120
    )


class MessageForm(ActionForm):
    """A message from somebody who asks about a person. Nothing here is looked up."""

    # A message about somebody who may be nobody here: it is passed on and never looked up.
    asks = dict.fromkeys(("about", "caller_name", "phone", "words", "site_id"))

    about = forms.CharField(label=_("For whom they ask"), required=False, max_length=120)
    caller_name = forms.CharField(label=_("Who leaves the message"), required=False, max_length=120)
    phone = forms.CharField(label=_("A number they give"), required=False, max_length=40)
    words = forms.CharField(
        label=_("The message"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    site_id = forms.ChoiceField(label=_("Site"))

    def __init__(self, *args: Any, sites: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["site_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(each.pk), each.name) for each in sites]


class MessageEndForm(ActionForm):
    """What became of a message."""

    asks = {"disposition": None}

    disposition = forms.ChoiceField(
        label=_("What became of it"), choices=choices.MESSAGE_ENDINGS, widget=forms.RadioSelect
    )
