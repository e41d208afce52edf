"""What must be on record before a duty may end in a certain way.

A disposition can claim that something was done which another room keeps. That room registers a
proof here and answers whether what is claimed can be found.
"""

from collections.abc import Callable

from homeward.core.actors import Actor
from homeward.tasks.models import CareTask

Proof = Callable[[CareTask, Actor], str]
_proofs: dict[tuple[str, str], list[Proof]] = {}


def register(kind: str, disposition: str, proof: Proof) -> None:
    """Ask this proof whenever a duty of the kind is to end so; it answers "" or what is missing."""
    asked = _proofs.setdefault((kind, disposition), [])
    if proof not in asked:
        asked.append(proof)


def missing_for(task: CareTask, disposition: str, actor: Actor) -> tuple[str, ...]:
    """The codes of what is still missing before the duty may end so."""
    asked = _proofs.get((task.kind, disposition), ())
    return tuple(filter(None, (proof(task, actor) for proof in asked)))
