"""Forms of the public words; only actions write."""

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm


class DraftForm(ActionForm):
    """One wording of a page."""

    title = forms.CharField(label=_("Title"), max_length=120)
    lead = forms.CharField(
        label=_("One line under the title"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    body = forms.CharField(
        label=_("Text"),
        max_length=30_000,
        widget=forms.Textarea(attrs={"rows": 24, "spellcheck": "true"}),
        help_text=_(
            "## starts a heading, - an item of a list, **two stars** make words strong, "
            "[words](/ask/) lead to a page here. [[sample day]] and the like stand for what "
            "the program's own records fill in."
        ),
    )
    note = forms.CharField(
        label=_("What you changed, in a few words"), max_length=200, required=False
    )


class RestoreForm(ActionForm):
    """Which older wording to begin from."""

    version_id = forms.UUIDField(widget=forms.HiddenInput)


class NewerTextForm(ActionForm):
    """Take the product's newer text into a draft, or keep our own."""

    choice = forms.ChoiceField(choices=[("take", "take"), ("keep", "keep")])


class AnswerForm(ActionForm):
    """A question as it would be published."""

    wording = forms.CharField(
        label=_("The question, as it would be published"),
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    answer = forms.CharField(
        label=_("Our answer"),
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("A new line starts a new paragraph."),
    )


class ReasonForm(ActionForm):
    """Why."""

    reason = forms.CharField(label=_("Why"), max_length=200)
