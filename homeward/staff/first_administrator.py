"""The person behind the first account of an installation."""

from datetime import datetime

from homeward.accounts.first_administrator import NoProgramYet, makes_first_administrator
from homeward.accounts.models import Account
from homeward.core import clock
from homeward.kernel.roles import Role
from homeward.program.models import Program, Site
from homeward.staff.models import RoleGrant, Worker


@makes_first_administrator
def as_administrator(account: Account, name: str, now: datetime) -> None:
    """A worker with the administrator's role in the first program; raises NoProgramYet."""
    program, site = Program.objects.order_by("code").first(), Site.objects.order_by("code").first()
    if program is None or site is None:
        raise NoProgramYet
    worker = Worker.objects.create(
        code=f"administrator-{account.pk.hex[:8]}", account=account, name=name, site=site
    )
    RoleGrant.objects.create(
        worker=worker, role=Role.ADMIN, program=program, starts_on=clock.today(site.time_zone)
    )
