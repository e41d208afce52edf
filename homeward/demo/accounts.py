"""One account for each role, with a well-known password; made once, in a demo only."""

from django.utils.translation import gettext as _

from homeward.accounts.models import Account
from homeward.demo.story.profiles import Profile
from homeward.people.models import Client, Contact
from homeward.staff.models import Worker

PASSWORD = "homeward-demo-only"
ORDER = (
    "director", "supervisor", "counselor", "familycounselor", "physician", "psychologist", "nurse",
    "technician", "admissions", "frontdesk", "billing", "peer", "casemanager", "auditor", "admin",
    "client", "familymember", "guardian", "officer", "elsewhere",
)  # fmt: skip
DEMO_CLIENT, DEMO_CLIENT_ACCOUNT = "demo_client", "client"
GUARDIAN_ACCOUNT = "guardian"


def make_staff_accounts() -> None:
    """An account for every worker the program file gives a user name."""
    workers = Worker.objects.exclude(user_name="").filter(account=None).select_related("site")
    for worker in workers:
        title = worker.title.lower()
        if worker.user_name == "elsewhere":
            title = _("%(title)s at %(site)s") % {"title": title, "site": worker.site.name}
        worker.change(account=_account(worker.user_name, f"{worker.name}, {title}"))


def make_accounts_of(client: Client, contacts: list[Contact], profile: Profile) -> None:
    """Accounts of the demo's client, and of the relative and the officer they consent to."""
    name = client.name
    client.change(account=_account(DEMO_CLIENT_ACCOUNT, _("%(name)s, client") % {"name": name}))
    wanted = {
        profile.support_name: ("familymember", profile.support_relation.replace("_", " ")),
        profile.officer_name: ("officer", _("probation officer")),
    }
    for contact in contacts:
        if contact.name in wanted:
            user_name, relation = wanted[contact.name]
            words = _("%(name)s, %(relation)s of %(client)s")
            label = words % {"name": contact.name, "relation": relation, "client": name}
            contact.change(account=_account(user_name, label))


def give_guardian_account(contact: Contact, client: Client) -> None:
    """An account of the guardian whom a court named for one client."""
    words = _("%(name)s, guardian of %(client)s") % {"name": contact.name, "client": client.name}
    contact.change(account=_account(GUARDIAN_ACCOUNT, words))


def _account(user_name: str, label: str) -> Account:
    found = Account.objects.filter(username=user_name).first()
    if found is not None:
        return found
    return Account.objects.create_user(
        user_name,
        PASSWORD,
        is_demo=True,
        demo_label=label[:120],
        demo_position=ORDER.index(user_name) + 1 if user_name in ORDER else len(ORDER) + 1,
    )
