"""Whose wall is attacked, and by which marks anybody else would be known in what comes back."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection
from psycopg import sql

OF_ACCOUNTS = (
    "people_contact",
    "released_releaseditem",
    "families_lessonread",
    "families_nightanswer",
    "families_ownplan",
)
LEAST = 6  # letters of a name that can hardly stand in another text by chance


@dataclass(frozen=True, slots=True)
class Marked:
    """Everybody's marks: client id, chart number, full name; and the ids of rows about them."""

    people: tuple[UUID, ...]
    marks: dict[str, UUID]
    rows: dict[str, UUID]

    @classmethod
    def of(cls) -> "Marked":
        """Read over the app's own login, which sees everybody."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT id, chart_number, name FROM people_client ORDER BY id")
            found = cursor.fetchall()
            marks: dict[str, UUID] = {}
            for pk, chart, name in found:
                marks |= {str(pk): pk, chart: pk}
                if len(name) >= LEAST and " " in name:
                    marks[name] = pk
            rows: dict[str, UUID] = {}
            for table in tables_about_people(cursor):
                cursor.execute(
                    sql.SQL("SELECT id, client_id FROM {} WHERE client_id IS NOT NULL").format(
                        sql.Identifier(table)
                    )
                )
                rows |= {str(pk): client for pk, client in cursor.fetchall()}
        return cls(tuple(pk for pk, _, _ in found), marks, rows)

    def for_readers(self) -> "Marked":
        """The same for the login of family and agencies, whose person is an account.

        Everything that names a client is another's, also of the one they stand beside; what is an
        account's own is known by that account.
        """
        rows: dict[str, UUID] = dict(self.rows)
        with connection.cursor() as cursor:
            for table in OF_ACCOUNTS:
                cursor.execute(
                    sql.SQL("SELECT id, account_id FROM {} WHERE account_id IS NOT NULL").format(
                        sql.Identifier(table)
                    )
                )
                rows |= {str(pk): account for pk, account in cursor.fetchall()}
            cursor.execute("SELECT id FROM accounts_account")
            accounts = {str(pk): pk for (pk,) in cursor.fetchall()}
        return Marked(self.people, self.marks | accounts, rows)

    def others_in(self, values: Iterable[Any], person: UUID) -> list[str]:
        """Marks of anybody else in what came back; a row's id counts as well as its person."""
        text = "\n".join(str(value) for value in values)
        if not text:
            return []
        known = self.marks | self.rows
        words = set(text.replace(",", " ").replace("{", " ").replace("}", " ").split())
        words |= {word.strip("'\"()[];:.") for word in words}
        seen = [word for word in words if known.get(word, person) != person]
        names = [mark for mark, pk in self.marks.items() if pk != person and " " in mark]
        mine = {mark for mark, pk in self.marks.items() if pk == person}
        return seen + [name for name in names if name in text and name not in mine]


def tables_about_people(cursor: Any) -> list[str]:
    """Tables whose rows name their client, by an id of their own."""
    cursor.execute(
        "SELECT c.oid::regclass::text FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
        " WHERE a.attname = 'client_id' AND c.relkind = 'r'"
        " AND c.relnamespace = 'public'::regnamespace AND NOT a.attisdropped"
        " AND EXISTS (SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'id')"
        " ORDER BY 1"
    )
    return [name for (name,) in cursor.fetchall()]
