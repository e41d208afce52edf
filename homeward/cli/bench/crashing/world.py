"""The smallest program in which somebody can take inquiries.

`python -m homeward.cli.bench.crashing.world NAME PASSWORD` makes it, with that account.
"""

import sys
from datetime import UTC, datetime, timedelta

from homeward.cli.readiness import running_installation
from homeward.config.launch.home import CHECKOUT

PROGRAM_FILE = CHECKOUT / "programs" / "juniper-valley.toml"


def make(name: str, password: str) -> None:
    """Load the small program file and give one person the admissions role in it."""
    from homeward.accounts.models import Account
    from homeward.core.actors import Actor
    from homeward.kernel.roles import Role
    from homeward.program.actions import load_program_file
    from homeward.program.models import Program, Site
    from homeward.staff.models import RoleGrant, Worker

    now = datetime.now(UTC)
    yesterday = now.date() - timedelta(days=1)  # begun wherever the site is
    load_program_file(actor=Actor.of_service("bench"), text=PROGRAM_FILE.read_text(), now=now)
    program, site = Program.objects.order_by("code")[0], Site.objects.order_by("code")[0]
    account = Account.objects.create_user(name, password, is_demo=True)
    worker = Worker.objects.create(
        code=name, account=account, name="Ada Bench", site=site, title=Role.ADMISSIONS.value
    )
    RoleGrant.objects.create(
        worker=worker, role=Role.ADMISSIONS, program=program, site=site, starts_on=yesterday
    )


if __name__ == "__main__":
    with running_installation():
        make(*sys.argv[1:3])
