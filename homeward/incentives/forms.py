"""The form under the paper: one's own name, and which words were read."""

from django import forms

from homeward.core.forms import ActionForm


class ReadPaperForm(ActionForm):
    """Carries the fingerprint of the paper the page shows, so that no other one is signed."""

    read_hash = forms.CharField(max_length=64, widget=forms.HiddenInput)

    def read_anew(self, digest: str) -> None:
        """Refused: the page shows the paper as it stands now, and the next press is for that."""
        if self.is_bound:
            self.data = {**self.data.dict(), "read_hash": digest}  # type: ignore[attr-defined]
