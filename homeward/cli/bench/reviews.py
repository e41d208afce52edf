"""Server time and query count of the review card, over every client in care of the demo.

Run on a demo's home. The newest card of each open episode is asked for by somebody who may open
it, in process, warm and one after the other, with the audit on; beside the whole page also the
assembling of its eight parts alone, and the reviewer-call screen of each client.
"""

import argparse
import sys
import time
from collections.abc import Callable
from statistics import quantiles
from typing import Any

TARGET_MS = 300


def run_arguments(parser: argparse.ArgumentParser) -> None:
    """How often to ask for each."""
    parser.add_argument("--times", type=int, default=3)


def run(document: None, *, arguments: Any) -> tuple[dict[str, Any], int]:
    """Figures of the three; exit 1 when a p95 misses its target."""
    from django.conf import settings

    settings.ALLOWED_HOSTS = ["testserver"]
    cards = _cards()
    figures = [
        _measured("parts_assembled", [_assembling(*each) for each in cards], arguments.times),
        _measured("review_card", [_page("desk:review", *each) for each in cards], arguments.times),
        _measured(
            "reviewer_call", [_page("desk:reviewer_call", *each) for each in cards], arguments.times
        ),
    ]
    missed = [each for each in figures if each["p95_ms"] > TARGET_MS]
    return {"clients": len(cards), "target_p95_ms": TARGET_MS, "figures": figures}, int(
        bool(missed)
    )


def _cards() -> list[tuple[Any, Any]]:
    """The newest card of each open episode, with an account of its counselor's."""
    from homeward.accounts.models import Account
    from homeward.core.actors import actor_of
    from homeward.kernel.purposes import Purpose
    from homeward.kernel.roles import Role
    from homeward.progress.models import LevelReview

    accounts = Account.objects.filter(worker__role_grants__role=Role.COUNSELOR).distinct()
    found: dict[Any, tuple[Any, Any]] = {}
    for account in accounts.order_by("username"):
        rows = LevelReview.objects.for_actor(actor_of(account), Purpose.TREATMENT).filter(
            episode__ended_at=None
        )
        newest = rows.order_by("episode_id", "-opened_at").distinct("episode_id")
        for card in newest:
            found.setdefault(card.episode_id, (account, card.pk))
    return list(found.values())


def _assembling(account: Any, card_id: Any) -> Callable[[], Any]:
    from homeward.core import clock
    from homeward.core.actors import actor_of
    from homeward.desk.reviews.card_page import parts_shown
    from homeward.program.queries import numbers_for
    from homeward.progress.queries import review_for

    actor = actor_of(account)
    card = review_for(actor, card_id)
    weeks = int(numbers_for(card.episode.program_id, clock.today())["review_weeks"])
    return lambda: parts_shown(actor, card, clock.now(), weeks)


def _page(route: str, account: Any, card_id: Any) -> Callable[[], Any]:
    from django.test import Client
    from django.urls import reverse

    from homeward.core.actors import actor_of
    from homeward.progress.queries import review_for

    browser = Client(headers={"accept-language": "en"})
    browser.force_login(account, "allauth.account.auth_backends.AuthenticationBackend")
    card = review_for(actor_of(account), card_id)
    subject = card.pk if route == "desk:review" else card.client_id
    address = reverse(route, args=[subject])

    def asked() -> Any:
        answer = browser.get(address)
        if answer.status_code != 200:
            raise RuntimeError(f"{route} answered {answer.status_code}")
        return answer

    return asked


def _measured(name: str, asked: list[Callable[[], Any]], times: int) -> dict[str, Any]:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    taken: list[float] = []
    busy: list[float] = []
    queries: list[int] = []
    for ask in asked:
        ask()
        for _ in range(times):
            began, worked = time.perf_counter(), time.process_time()
            ask()
            taken.append((time.perf_counter() - began) * 1000)
            busy.append((time.process_time() - worked) * 1000)
        with CaptureQueriesContext(connection) as seen:
            ask()
        queries.append(len(seen))
    cuts = quantiles(taken, n=20, method="inclusive") if len(taken) > 1 else [0.0] * 19
    work = quantiles(busy, n=20, method="inclusive") if len(busy) > 1 else [0.0] * 19
    print(f"{name}: p50 {cuts[9]:.1f} ms, p95 {cuts[18]:.1f} ms", file=sys.stderr, flush=True)
    return {
        "what": name, "asked": len(taken), "p50_ms": round(cuts[9], 1),
        "p95_ms": round(cuts[18], 1), "max_ms": round(max(taken, default=0), 1),
        "own_cpu_p50_ms": round(work[9], 1), "own_cpu_p95_ms": round(work[18], 1),
        "queries_least": min(queries, default=0), "queries_most": max(queries, default=0),
    }  # fmt: skip
