"""Forms of program setup."""

from homeward.core.forms import ActionForm


class AdoptForm(ActionForm):
    """One button: the number and its source are adopted as they stand on the page."""
