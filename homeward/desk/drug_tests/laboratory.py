"""Messages from laboratories that wait for a person."""

from uuid import UUID

from django.contrib import messages as told
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward import audit
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.desk.drug_tests.acting import ROOM, actor_of
from homeward.desk.drug_tests.keeping_forms import ASIDE, FilingForm
from homeward.desk.drug_tests.message_page import MessagePage, MessagesPage
from homeward.drugtests import actions, queries, words
from homeward.drugtests.models import LabMessage
from homeward.kernel.records import RecordClass


@requires(
    RecordClass.DRUG_TESTS, get=Access.READ, get_if=queries.resolves_messages,
)  # fmt: skip
def lab_messages(request: HttpRequest) -> HttpResponse:
    """What waits, and what came lately."""
    return render(request, f"{ROOM}/messages.html", {"page": MessagesPage.of(actor_of(request))})


@requires(
    RecordClass.DRUG_TESTS, get=Access.READ, post=Access.WRITE,
    get_if=queries.resolves_messages, post_if=queries.resolves_messages,
)  # fmt: skip
def lab_message(request: HttpRequest, lab_message_id: UUID) -> HttpResponse:
    """One message: what it says, why it waits, and whose it may be."""
    actor = actor_of(request)
    waiting = {each.pk: each for each in queries.messages_to_resolve(actor)}
    if lab_message_id not in waiting:
        raise LabMessage.DoesNotExist
    message = waiting[lab_message_id]
    audit.record("drugtests.message.opened", actor=actor, subject=message, at=clock.now())
    page = MessagePage.of(actor, message)
    form = FilingForm(request.POST or None, orders=page.orders, version=message.version)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        common = {
            "actor": actor, "message_id": message.pk, "reason": data["reason"],
            "now": clock.now(), "expected_version": form.expected_version,
        }  # fmt: skip
        try:
            if data["order"] != ASIDE:
                actions.file_message(order_id=UUID(data["order"]), **common)
            else:
                actions.set_message_aside(**common)
        except (StaleVersion, NotAllowed):
            raise
        except Refusal as refusal:
            for code in refusal.codes:
                field = "reason" if code == "resolution_needs_reason" else None
                form.add_error(field, words.refusal(code))
        else:
            told.success(request, _("Set aside.") if data["order"] == ASIDE else _("Filed."))
            return redirect(reverse("desk:drug_test_messages"))
    status = 422 if form.errors else 200
    return render(request, f"{ROOM}/message.html", {"page": page, "form": form}, status=status)
