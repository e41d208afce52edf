"""Events of the story as the rows that the real actions would have left, built in bulk.

Audit rows are not made up: nobody really acted. Everything else is as the actions write it.

How a room brings rows of its own. If they follow from something the story tells (an admission, a
signature, a result), write them where that event is written down: a function in a module of the
room, called by the handler, that adds rows by `told.book.add(Model, key, ...)`; the replay then
compares them with what the action leaves. If the story does not tell of them (places, notices, a
library), write `homeward/demo/rows/<room>.py` with one function `add_<what>(now) -> int` that
calls the room's own actions as `Actor.of_service("demo")` and returns how many rows it wrote, and
name it in `BESIDE_THE_STORY` of `homeward/demo/loading.py`: it runs once, at the first start, after
the story is in the database. Living on runs only what `EVERY_DAY` names there again.
"""
