-- Who a page is read for: a token that the app signs and nobody else can make.
-- `kind.person.expires.backend.mac`: the mac is HMAC-SHA256 with a key that only the owner reads;
-- the backend is the very session it was made for, so that a token seen elsewhere opens nothing.
CREATE SCHEMA wall;
CREATE TABLE wall.key (only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
                       inner_pad bytea NOT NULL, outer_pad bytea NOT NULL);

CREATE FUNCTION wall.bearer(wanted text, token text) RETURNS uuid
LANGUAGE plpgsql STABLE PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  said text := left(token, -65);
  pads wall.key;
  made bytea;
BEGIN
  IF token IS NULL OR length(token) NOT BETWEEN 100 AND 200 THEN
    RETURN NULL;
  END IF;
  SELECT * INTO STRICT pads FROM wall.key;
  made := sha256(pads.outer_pad || sha256(pads.inner_pad || convert_to(said, 'UTF8')));
  -- Digests of both are compared, so that the time it takes tells nothing of the right one.
  IF sha256(convert_to(encode(made, 'hex'), 'UTF8'))
     <> sha256(convert_to(substr(token, length(said) + 2), 'UTF8'))
     OR substr(token, length(said) + 1, 1) <> '.' THEN
    RETURN NULL;
  END IF;
  -- From here on every part is what the app wrote.
  IF split_part(said, '.', 1) <> wanted
     OR split_part(said, '.', 3)::bigint <= extract(epoch FROM clock_timestamp())
     OR split_part(said, '.', 4)::integer <> pg_backend_pid() THEN
    RETURN NULL;
  END IF;
  RETURN split_part(said, '.', 2)::uuid;
END $$;

CREATE FUNCTION public.homeward_person() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp
AS $$ SELECT wall.bearer('client', current_setting('homeward.bearer', true)) $$;

CREATE FUNCTION public.homeward_reader() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL RESTRICTED SET search_path = pg_catalog, pg_temp
AS $$ SELECT wall.bearer('reader', current_setting('homeward.bearer', true)) $$;

REVOKE ALL ON FUNCTION wall.bearer(text, text), public.homeward_person(), public.homeward_reader()
  FROM PUBLIC;
GRANT EXECUTE ON FUNCTION public.homeward_person() TO {portal};
GRANT EXECUTE ON FUNCTION public.homeward_reader() TO {reader};
