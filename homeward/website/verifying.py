"""Whether a paper is genuine: its code and its day, and nothing else goes in or comes out.

Whoever holds a paper may ask. The answer is the same for a wrong code, a wrong day and a paper
that never was, and says nothing of what a genuine one holds or about whom.
"""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _

from homeward.core.asked import FIRST_DAY, LAST_DAY
from homeward.core.policies import EVERYONE, open_to
from homeward.documents.proving import is_genuine
from homeward.website import pages
from homeward.website.answering import public_page
from homeward.website.limits import too_many_requests


class ProofForm(forms.Form):
    """What stands at the foot of the paper."""

    code = forms.CharField(
        label=_("Verification code"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text=_("Sixteen signs at the foot of each page. Dashes do not matter."),
    )
    on = forms.DateField(
        label=_("The day it was made"), widget=forms.DateInput(attrs={"type": "date"})
    )

    def clean_on(self) -> object:
        """A day one can reckon with."""
        found = self.cleaned_data["on"]
        if not FIRST_DAY <= found <= LAST_DAY:
            raise forms.ValidationError(_("Write the day that stands on the paper."))
        return found


# Asking keeps nothing, so the same question may be asked again.
@open_to(EVERYONE, methods=("GET", "POST"), once=False)
def verify(request: HttpRequest) -> HttpResponse:
    """Genuine, or not known here."""
    form = ProofForm(request.POST if request.method == "POST" else None)
    verdict = ""
    if form.is_valid():
        if too_many_requests(request, "verify"):
            return public_page(request, "pause", status=429, phone=pages.phone())
        given = form.cleaned_data
        verdict = "genuine" if is_genuine(given["code"], given["on"]) else "unknown"
    return public_page(
        request, "verify", status=422 if form.errors else 200, is_kept=False, form=form,
        verdict=verdict,
    )  # fmt: skip
