"""The front desk's short texts as the director approved them, in both languages, and one sent.

Everything here is written by the room's own actions.
"""

from datetime import datetime, timedelta

from homeward.accounts.models import Account
from homeward.conversations import actions
from homeward.conversations.desk_models import DeskText
from homeward.conversations.desk_queries import shipped_texts
from homeward.conversations.reaching import SERVICE
from homeward.core.actors import Actor, actor_of
from homeward.demo.accounts import DEMO_CLIENT_ACCOUNT
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client

APPROVED, SENT = timedelta(days=40), timedelta(hours=20)
WAITS = "paper_waits"


def add_desk_texts(now: datetime) -> int:
    """Nothing when a text is there, or where nobody may approve one."""
    director, front = _actor("director"), _actor("frontdesk")
    if director is None or DeskText.objects.exists():
        return 0
    made = {
        code: actions.approve_text(
            actor=director, code=code, en=said["en"], es=said["es"], now=now - APPROVED
        )
        for code, said in shipped_texts().items()
    }
    rows = Client.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    client = rows.filter(account__username=DEMO_CLIENT_ACCOUNT).first()
    if client is None or front is None:
        return len(made)
    about = {"client_id": client.pk, "text_id": made[WAITS].pk}
    actions.send_desk_word(actor=front, **about, now=now - SENT)
    return len(made) + 1


def _actor(name: str) -> Actor | None:
    account = Account.objects.filter(username=name).first()
    return actor_of(account) if account else None
