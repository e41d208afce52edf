"""What somebody would try who can send any SQL over the portal's login while a page is read.

Each attack is one text; `{other}` is another person's id, `{mine}` one's own, `{chart}` another's
chart number. What comes back, errors included, is looked through for anybody else's marks.
"""

BECOMING = (
    "SET ROLE homeward_app",
    "SET ROLE homeward_owner",
    "SET ROLE postgres",
    "RESET ROLE",
    "SET SESSION AUTHORIZATION homeward_app",
    "SET SESSION AUTHORIZATION DEFAULT",
    "SELECT set_config('role', 'homeward_app', false)",
    "SELECT set_config('session_authorization', 'homeward_owner', false)",
    "SET row_security = off",
    "SET session_replication_role = replica",
    "ALTER ROLE homeward_portal BYPASSRLS",
    "ALTER ROLE homeward_portal SUPERUSER",
    "GRANT homeward_app TO homeward_portal",
    "ALTER TABLE people_client DISABLE ROW LEVEL SECURITY",
    "ALTER TABLE people_client NO FORCE ROW LEVEL SECURITY",
    "DROP POLICY wall_person ON people_client",
    "CREATE POLICY mine ON people_client USING (true)",
    "CREATE TABLE mine (id int)",
    "CREATE TEMP TABLE mine (id int)",
    "CREATE SCHEMA mine",
    "CREATE FUNCTION public.mine(text) RETURNS boolean LANGUAGE plpgsql COST 0.0000001"
    " AS $$ BEGIN RAISE NOTICE '%', $1; RETURN true; END $$",
    "CREATE OR REPLACE FUNCTION homeward_person() RETURNS uuid LANGUAGE sql"
    " AS $$ SELECT '{other}'::uuid $$",
    "CREATE VIEW masked.mine AS SELECT * FROM public.staff_worker",
    "SET search_path = pg_temp, wall, masked, public",
)
FORGING = (
    "SELECT set_config('homeward.bearer', '{other}', true)",
    "SELECT set_config('homeward.bearer', 'client.{other}.9999999999.1.' || repeat('0', 64), true)",
    "SELECT set_config('homeward.bearer', replace(current_setting('homeward.bearer'),"
    " '{mine}', '{other}'), true)",
    "SELECT set_config('homeward.person', '{other}', true)",
    "SELECT set_config('homeward.bearer', NULL, true)",
    "SELECT set_config('homeward.bearer', repeat('a', 100000), true)",
    "SELECT set_config('homeward.bearer',"
    " 'reader' || substr(current_setting('homeward.bearer'), 7), true)",
    "SELECT wall.bearer('client', current_setting('homeward.bearer'))",
    "SELECT * FROM wall.key",
    "SELECT inner_pad FROM wall.key",
    "UPDATE wall.key SET inner_pad = '', outer_pad = ''",
    "SELECT homeward_reader()",
    "SELECT prosrc FROM pg_proc WHERE proname IN ('bearer', 'homeward_person')",
)
READING = (
    "SELECT * FROM people_client",
    "SELECT count(*), string_agg(name, ',') FROM people_client WHERE id <> '{mine}'",
    "SELECT * FROM people_client WHERE id = '{other}'",
    "SELECT * FROM people_client WHERE chart_number = '{chart}'",
    "SELECT * FROM people_client WHERE name LIKE '%' OR 1 = 1",
    "SELECT o.* FROM timetable_seat o JOIN timetable_groupsession s ON s.id = o.session_id",
    "SELECT o.* FROM timetable_seat mine JOIN timetable_seat o USING (session_id)"
    " WHERE o.client_id <> mine.client_id",
    "SELECT (SELECT string_agg(c.name, ',') FROM people_client c), w.name FROM staff_worker w",
    "WITH everybody AS MATERIALIZED (SELECT * FROM people_client) SELECT * FROM everybody",
    "SELECT c.* FROM program_site s LEFT JOIN LATERAL"
    " (SELECT * FROM people_client WHERE site_id = s.id OFFSET 0) c ON true",
    "SELECT id, client_id FROM plans_plan UNION SELECT id, client_id FROM consents_consent"
    " UNION SELECT id, client_id FROM drugtests_drugtest",
    "SELECT * FROM plans_goal WHERE EXISTS (SELECT FROM people_client WHERE id = '{other}')",
    "SELECT * FROM audit_entry",
    "SELECT * FROM public.audit_entry",
    "SELECT * FROM public.staff_worker",
    "SELECT * FROM accounts_account",
    "SELECT * FROM django_session",
    "SELECT * FROM core_outboxitem",
    "SELECT * FROM procrastinate_jobs",
    "SELECT * FROM notes_counselingnote",
    "SELECT * FROM drugtests_draw WHERE revealed_at IS NULL AND roster::text <> '[]'",
    "SELECT roster FROM public.drugtests_draw",
    "TABLE people_contact",
    "SELECT * FROM ONLY people_client",
    "SELECT * FROM people_client TABLESAMPLE SYSTEM (100)",
    "SELECT ctid, xmin, tableoid::regclass, people_client::text FROM people_client",
    "SELECT * FROM people_client WHERE ctid = ANY (SELECT format('(%s,%s)', p, i)::tid"
    " FROM generate_series(0, 20) p, generate_series(1, 60) i)",
    "DECLARE mine CURSOR WITH HOLD FOR SELECT * FROM people_client; FETCH ALL FROM mine",
    "COPY people_client TO STDOUT",
    "COPY (SELECT * FROM people_client) TO STDOUT",
    "COPY (SELECT * FROM people_client) TO PROGRAM 'cat'",
    "COPY people_client TO '/tmp/mine'",
    "SELECT query_to_xml('SELECT * FROM people_client', true, false, '')",
    "SELECT table_to_xml('people_client', true, false, '')",
    "SELECT schema_to_xml('public', true, false, '')",
    "SELECT database_to_xml(true, false, '')",
    "SELECT * FROM ts_stat('SELECT to_tsvector(name) FROM people_client')",
    "DO $$ DECLARE r record; BEGIN FOR r IN SELECT * FROM people_client LOOP"
    " RAISE NOTICE '%', r; END LOOP; END $$",
    "DO $$ BEGIN EXECUTE 'SELECT name FROM people_client WHERE id <> ''{mine}'''; END $$",
    "SELECT homeward_person(), * FROM people_client",
)
# What errors, plans and the planner's own knowledge might tell.
TELLING = (
    "SELECT name::integer FROM people_client",
    "SELECT 1 / (CASE WHEN id = '{other}' THEN 0 ELSE 1 END) FROM people_client",
    "SELECT * FROM people_client WHERE (chart_number || name)::integer > 0",
    "SELECT * FROM people_client WHERE 1 / (length(name) - 9) > 0",
    "SELECT regexp_count(name, '(a+)+$') FROM people_client",
    "EXPLAIN (ANALYZE, VERBOSE, FORMAT JSON) SELECT * FROM people_client WHERE name::integer > 0",
    "EXPLAIN (ANALYZE, VERBOSE) SELECT * FROM people_client",
    "EXPLAIN (VERBOSE) SELECT * FROM people_client WHERE chart_number = '{chart}'",
    "EXPLAIN (ANALYZE) SELECT * FROM people_contact WHERE client_id = '{other}'",
    "SELECT * FROM pg_stats",
    "SELECT * FROM pg_stats WHERE tablename IN ('people_client', 'people_contact')",
    "SELECT * FROM pg_stats_ext",
    "SELECT * FROM pg_statistic",
    "SELECT * FROM pg_stat_activity",
    "SELECT pg_stat_get_backend_activity(id) FROM pg_stat_get_backend_idset() AS id",
    "SELECT * FROM pg_stat_user_tables",
    "SELECT relname, reltuples FROM pg_class",
    "SELECT * FROM pg_prepared_statements",
    "SELECT * FROM pg_cursors",
    "SELECT * FROM pg_locks",
    "SELECT * FROM pg_settings",
    "SELECT * FROM pg_db_role_setting",
    "SELECT * FROM pg_authid",
    "SELECT * FROM pg_shadow",
    "SELECT * FROM pg_largeobject",
    "SELECT * FROM pg_description",
    "SELECT lo_get(oid) FROM pg_largeobject_metadata",
    "SELECT lo_import('/etc/passwd')",
    "SELECT pg_read_file('postgresql.conf')",
    "SELECT pg_ls_dir('.')",
    "SELECT pg_relation_filepath('people_client'), pg_read_binary_file('base')",
    "SELECT * FROM pg_logical_slot_peek_changes('mine', NULL, NULL)",
    "SELECT pg_get_viewdef('masked.staff_worker'::regclass)",
    "SELECT polqual::text, pg_get_expr(polqual, polrelid) FROM pg_policy",
    "LISTEN procrastinate_any_queue",
)
WRITING = (
    "INSERT INTO people_client SELECT * FROM people_client",
    "INSERT INTO people_client (id, chart_number) VALUES ('{other}', '{chart}')",
    "INSERT INTO people_client (id, chart_number) VALUES (gen_random_uuid(), '{chart}')"
    " ON CONFLICT (chart_number) DO NOTHING",
    "INSERT INTO people_contact (id, client_id) VALUES (gen_random_uuid(), '{other}')",
    "UPDATE people_client SET name = name",
    "UPDATE people_client SET name = name WHERE id = '{other}' RETURNING *",
    "DELETE FROM people_client RETURNING *",
    "TRUNCATE people_client",
    "SELECT * FROM people_client FOR UPDATE",
    "SELECT * FROM people_client FOR KEY SHARE",
    "LOCK TABLE people_client IN SHARE MODE",
    "MERGE INTO people_client c USING people_contact o ON o.client_id = c.id"
    " WHEN MATCHED THEN UPDATE SET name = o.name",
    "SELECT nextval('procrastinate_jobs_id_seq')",
    "NOTIFY procrastinate_any_queue, '{{}}'",
)
KINDS = {
    "becoming another": BECOMING,
    "forging a token": FORGING,
    "reading": READING,
    "what errors, plans and statistics tell": TELLING,
    "writing": WRITING,
}
# After an attack of becoming or forging this must still show nobody else.
THEN = "SELECT id, chart_number, name FROM people_client"
