"""Every URL declares who may come through it.

    @requires(RecordClass.NOTES, get=Access.READ, post=Access.SIGN)
    def signature(request, note_id): ...

The wrapper decides before the view looks at anything, opens the one transaction in which the
view's reads and writes are audited, and answers a form sent twice with its first answer.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.utils.http import urlencode

from homeward import audit
from homeward.core import clock, submissions
from homeward.core.access import Access, may
from homeward.core.actors import AGENCY, CLIENT, FAMILY, PUBLIC, STAFF, Actor
from homeward.core.behind_the_wall import reading
from homeward.core.reach import standing_still
from homeward.core.refusals import NotAllowed, StaleVersion
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Duty

View = Callable[..., HttpResponse]
# What else must be true of who asks; the same function that the action itself asks.
Condition = Callable[[Actor], bool]
EVERYONE = (STAFF, CLIENT, FAMILY, AGENCY, PUBLIC)
SIGNED_IN = (STAFF, CLIENT, FAMILY, AGENCY)
SHOWN_BY_CONSENT = frozenset({FAMILY, AGENCY})
# What is decided for family and agencies just before a page of theirs is read, and written down.
Release = Callable[..., None]
# Asked after the policy and before the page: an answer in the page's place, or None.
Gate = Callable[[HttpRequest, Actor], HttpResponse | None]
_gates: list[Gate] = []


def stands_before(gate: Gate) -> Gate:
    """Register a gate before every page: an upper room knows what else must be true."""
    _gates.append(gate)
    return gate


@dataclass(frozen=True, slots=True)
class Policy:
    """Who may come in, by which method, to do what with which class of record."""

    record_class: RecordClass
    accesses: tuple[tuple[str, Access], ...]
    kinds: tuple[str, ...] = (STAFF,)
    duty: Duty | None = None
    is_open: bool = False
    once: bool = True
    conditions: tuple[tuple[str, Condition], ...] = ()
    decides_sending: bool = False
    releases: Release | None = None

    @property
    def name(self) -> str:
        """The policy in one line, as `homeward routes` prints it."""
        parts = ["|".join(self.kinds), self.record_class.value]
        parts += [f"{method}:{access.name.lower()}" for method, access in self.accesses]
        if self.duty:
            parts.append(f"duty:{self.duty.value}")
        parts += [f"{method}:{asks.__name__}" for method, asks in self.conditions]
        if self.is_open:
            parts.append("open")
        return " ".join(parts)

    @property
    def methods(self) -> tuple[str, ...]:
        return tuple(method for method, _ in self.accesses)

    def declares(self, method: str | None) -> bool:
        """Whether the method may be used at all. HEAD is a GET, never a POST without its token."""
        return ("GET" if method == "HEAD" else method) in self.methods

    def reads_only(self, method: str | None, actor: Actor) -> bool:
        """Whether the page reads one snapshot and decides nothing about what may leave.

        What family and agencies see was decided and written before, in a transaction of its own
        (`releases`); their pages only read it.
        """
        is_read = method in {"GET", "HEAD"} and PUBLIC not in self.kinds
        return is_read and (not self.decides_sending or actor.kind in SHOWN_BY_CONSENT)

    def allows(self, actor: Actor, method: str) -> bool:
        """Whether this actor may use this method at all; rows are the scope's business."""
        if actor.kind not in self.kinds:
            return False
        if self.duty and self.duty not in actor.duties:
            return False
        if self.is_open:
            return True
        method = "GET" if method == "HEAD" else method
        if not all(asks(actor) for name, asks in self.conditions if name == method):
            return False
        access = dict(self.accesses)[method]
        if access is Access.MINIMAL and may(actor.roles, self.record_class, Access.READ):
            return True
        return may(actor.roles, self.record_class, access)


def requires(
    record_class: RecordClass,
    *,
    get: Access | None = None,
    post: Access | None = None,
    kinds: tuple[str, ...] = (STAFF,),
    duty: Duty | None = None,
    get_if: Condition | None = None,
    post_if: Condition | None = None,
    decides_sending: bool = False,
    releases: Release | None = None,
) -> Callable[[View], View]:
    """Guard a view by the access matrix, and by a duty where one is named.

    `decides_sending`: something leaves by this page, and whether it may is decided here.
    `releases`: decides what family and agencies may be shown here, before they read it.
    `get_if` and `post_if` say what an action asks of who acts beyond one verb of the matrix, so
    that the door is no wider than the action behind it.
    """
    accesses = [("GET", get), ("POST", post)]
    conditions = [("GET", get_if), ("POST", post_if)]
    return guarded_by(
        Policy(
            record_class,
            tuple((method, access) for method, access in accesses if access),
            kinds=kinds,
            duty=duty,
            conditions=tuple((method, asks) for method, asks in conditions if asks),
            decides_sending=decides_sending,
            releases=releases,
        )
    )


def open_to(
    kinds: tuple[str, ...] = EVERYONE,
    *,
    methods: tuple[str, ...] = ("GET",),
    record_class: RecordClass = RecordClass.PUBLIC,
    once: bool = True,
    releases: Release | None = None,
) -> Callable[[View], View]:
    """Guard a view by the kind of person alone: public pages, one's own account."""
    return guarded_by(
        Policy(
            record_class,
            tuple((method, Access.READ) for method in methods),
            kinds=kinds,
            is_open=True,
            once=once,
            releases=releases,
        )
    )


def guarded_by(policy: Policy) -> Callable[[View], View]:
    """Put a policy in front of a view."""

    def wrap(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            request.policy = policy  # type: ignore[attr-defined]
            if not policy.declares(request.method):
                return HttpResponseNotAllowed(policy.methods)
            actor: Actor = request.actor  # type: ignore[attr-defined]
            if (answer := _held_back(request, policy, actor)) is not None:
                return answer
            try:
                if policy.reads_only(request.method, actor):
                    _release(policy, actor, kwargs)
                    page = request.resolver_match.view_name if request.resolver_match else ""
                    with audit.unit(is_snapshot=True), standing_still(), reading(actor, page):
                        return view(request, *args, **kwargs)
                with audit.unit():
                    if request.method == "POST" and policy.once:
                        return submissions.answer_once(request, view, args, kwargs)
                    return view(request, *args, **kwargs)
            except StaleVersion:
                return render(request, "409.html", {"is_stale": True}, status=409)
            except submissions.AnotherBody:
                return render(request, "409.html", {"is_stale": False}, status=409)
            except NotAllowed as refusal:
                _note_denial(request, actor, "not_allowed")
                raise PermissionDenied from refusal
            except (Http404, ObjectDoesNotExist) as missing:
                _note_denial(request, actor, "not_found")
                raise Http404 from missing

        guarded.policy = policy  # type: ignore[attr-defined]
        return guarded

    return wrap


def _release(policy: Policy, actor: Actor, asked: dict[str, Any]) -> None:
    """Decide, write and commit what this page may show, while a revocation is shut out.

    After waiting for the client's row the decision must read what was said meanwhile, so it is no
    part of the snapshot that the page reads afterwards.
    """
    if policy.releases is not None and actor.kind in SHOWN_BY_CONSENT:
        with audit.unit():
            policy.releases(actor, **asked)


def _held_back(request: HttpRequest, policy: Policy, actor: Actor) -> HttpResponse | None:
    """What somebody gets in the page's place; None for whoever may come in."""
    if not policy.allows(actor, request.method or "GET"):
        return _refused(request, policy, actor)
    answers = (gate(request, actor) for gate in _gates)
    return next((each for each in answers if each is not None), None)


def _refused(request: HttpRequest, policy: Policy, actor: Actor) -> HttpResponse:
    if actor.kind == PUBLIC:
        return redirect(f"{settings.LOGIN_URL}?{urlencode({'next': request.get_full_path()})}")
    _note_denial(request, actor, "role")
    raise PermissionDenied


def _note_denial(request: HttpRequest, actor: Actor, reason: str) -> None:
    match = request.resolver_match
    with audit.unit():
        audit.record(
            "core.access.denied",
            actor=actor,
            at=clock.now(),
            reason=f"{reason} {match.view_name if match else ''}",
            permitted=False,
        )
