"""What somebody would try over the login of family and agencies, beside all of `attacks.py`.

`{other}` is another account's id, `{mine}` one's own, `{chart}` a client's chart number. No client
may be named by anything that comes back, not even the one whom the items are about.
"""

from homeward.cli.bench.walling import attacks

BECOMING = (
    "SET ROLE homeward_portal",
    "SET SESSION AUTHORIZATION homeward_portal",
    "ALTER TABLE released_releaseditem DISABLE ROW LEVEL SECURITY",
    "DROP POLICY wall_reader ON released_releaseditem",
    "CREATE POLICY mine ON released_releaseditem USING (true)",
    "CREATE OR REPLACE FUNCTION homeward_reader() RETURNS uuid LANGUAGE sql"
    " AS $$ SELECT '{other}'::uuid $$",
)
FORGING = (
    "SELECT homeward_person()",
    "SELECT wall.bearer('reader', current_setting('homeward.bearer'))",
    "SELECT set_config('homeward.bearer',"
    " 'client' || substr(current_setting('homeward.bearer'), 7), true)",
    "SELECT set_config('homeward.reader', '{other}', true)",
)
READING = (
    "SELECT * FROM released_releaseditem",
    "SELECT id, account_id, contact_id, content FROM released_releaseditem",
    "SELECT id, content FROM released_releaseditem WHERE account_id = '{other}'",
    "SELECT id, content FROM released_releaseditem WHERE account_id <> '{mine}' OR true",
    "SELECT client_id FROM released_releaseditem",
    "SELECT consent_ids, disclosure_id FROM released_releaseditem",
    "SELECT count(client_id) FROM released_releaseditem",
    "SELECT id FROM released_releaseditem ORDER BY client_id",
    "SELECT id FROM released_releaseditem WHERE client_id IS NOT NULL",
    "SELECT released_releaseditem FROM released_releaseditem",
    "SELECT to_jsonb(item) FROM released_releaseditem AS item",
    "SELECT item.* FROM released_releaseditem AS item NATURAL JOIN people_contact",
    "SELECT row_to_json(c) FROM people_contact AS c",
    "SELECT name, client_id FROM people_contact",
    "SELECT id, account_id FROM people_contact",
    "SELECT other.id FROM people_contact AS mine JOIN people_contact AS other"
    " ON other.client_id = mine.client_id",
    "SELECT other.id FROM people_contact AS mine CROSS JOIN people_contact AS other",
    "SELECT * FROM consents_consent",
    "SELECT * FROM consents_disclosure",
    "SELECT * FROM families_ownplan",
    "SELECT * FROM families_nightanswer",
    "SELECT * FROM families_word",
    "SELECT * FROM families_invited",
    "SELECT made_by_id FROM families_familynight",
    "COPY released_releaseditem TO STDOUT",
    "COPY (SELECT id, content FROM released_releaseditem) TO STDOUT",
    "SELECT query_to_xml('SELECT id, content FROM released_releaseditem', true, false, '')",
    "SELECT ctid, xmin, id FROM released_releaseditem",
    "SELECT id FROM released_releaseditem TABLESAMPLE SYSTEM (100)",
)
TELLING = (
    "SELECT content::integer FROM released_releaseditem",
    "SELECT 1 / (CASE WHEN account_id = '{other}' THEN 0 ELSE 1 END) FROM released_releaseditem",
    "EXPLAIN (ANALYZE, VERBOSE) SELECT id FROM released_releaseditem",
    "EXPLAIN (ANALYZE) SELECT id FROM released_releaseditem WHERE account_id = '{other}'",
    "SELECT * FROM pg_stats WHERE tablename = 'released_releaseditem'",
    "SELECT pg_get_expr(polqual, polrelid) FROM pg_policy",
)
WRITING = (
    "INSERT INTO released_releaseditem (id) VALUES (gen_random_uuid())",
    "UPDATE released_releaseditem SET account_id = '{mine}'",
    "UPDATE released_releaseditem SET ends_at = 'infinity'",
    "DELETE FROM released_releaseditem",
    "TRUNCATE released_releaseditem",
    "SELECT id FROM released_releaseditem FOR UPDATE",
    "LOCK TABLE released_releaseditem",
    "UPDATE people_contact SET account_id = '{mine}'",
    "UPDATE families_ownplan SET account_id = '{mine}'",
)
OF_READERS = {
    "becoming another": BECOMING,
    "forging a token": FORGING,
    "reading": READING,
    "what errors, plans and statistics tell": TELLING,
    "writing": WRITING,
}
KINDS = {kind: texts + OF_READERS[kind] for kind, texts in attacks.KINDS.items()}
# After an attack this must still show nothing of another account's.
THEN = "SELECT id, account_id, contact_id FROM released_releaseditem"
