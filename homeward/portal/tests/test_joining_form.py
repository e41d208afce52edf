"""What is asked before joining from afar is not called optional."""

from django.template import Context, Template

from homeward.portal.joining_forms import WhereForm
from homeward.portal.views.joining import FIELDS


def test_what_the_house_refuses_without_is_never_marked_optional() -> None:
    """Place, state and the person near: the form lets them empty only for "as last time"."""
    form = WhereForm()
    shown = Template("{% load components %}{% form_fields form %}").render(Context({"form": form}))

    assert set(FIELDS.values()) - {"who_is_there"} == WhereForm.needed_by_choice
    assert "Street and town" in shown and "optional" not in shown
