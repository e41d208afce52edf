-- Every right and every policy of the logins outside the program, taken away again.
-- Run as the owner before migrations (a column that a policy names cannot change) and before the
-- wall is laid anew.
DO $$
DECLARE
  made record;
BEGIN
  FOR made IN SELECT schemaname, tablename, policyname FROM pg_policies
               WHERE schemaname = 'public' AND policyname LIKE 'wall\_%' LOOP
    EXECUTE format('DROP POLICY %I ON %I.%I', made.policyname, made.schemaname, made.tablename);
  END LOOP;
  FOR made IN SELECT oid::regclass AS name FROM pg_class
               WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity
                 AND NOT EXISTS (SELECT FROM pg_policy WHERE polrelid = pg_class.oid) LOOP
    EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', made.name);
    EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', made.name);
  END LOOP;
  FOR made IN SELECT DISTINCT pg_class.oid::regclass AS name, held.grantee::regrole AS login
                FROM pg_class, aclexplode(relacl) AS held
               WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'S')
                 AND held.grantee::regrole::text = ANY (ARRAY[{logins}]) LOOP
    EXECUTE format('REVOKE ALL ON %s FROM %s', made.name, made.login);
  END LOOP;
  -- Rights on single columns are kept with the column; taking the table's takes theirs as well.
  FOR made IN SELECT DISTINCT attrelid::regclass AS name, held.grantee::regrole AS login
                FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid,
                     aclexplode(attacl) AS held
               WHERE relnamespace = 'public'::regnamespace AND NOT attisdropped
                 AND held.grantee::regrole::text = ANY (ARRAY[{logins}]) LOOP
    EXECUTE format('REVOKE ALL ON %s FROM %s', made.name, made.login);
  END LOOP;
END $$;
DROP SCHEMA IF EXISTS masked CASCADE;
DROP FUNCTION IF EXISTS public.homeward_person(), public.homeward_reader();
DROP SCHEMA IF EXISTS wall CASCADE;
