-- A school is its own tenant: the first column of every key is its id. Rules for all tables of schools: school_id first in
-- primary key, unique constraint and foreign key; row-level security forced; no trigger; no ON DELETE SET NULL.

-- step: which school this transaction works for; null, and therefore no row, when it does not say
CREATE FUNCTION current_school_id() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.school_id', true), '')::uuid;

-- step: which person this transaction reads memberships for
CREATE FUNCTION current_user_id() RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.user_id', true), '')::uuid;

-- step
CREATE TABLE school (
  school_id uuid PRIMARY KEY,
  name text NOT NULL CHECK (name <> ''),
  school_type text NOT NULL CHECK (school_type IN
    ('preschool', 'primary', 'lower-secondary', 'upper-secondary', 'multi-level', 'continuing')),
  governing_body text,
  place text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

-- step
ALTER TABLE school ENABLE ROW LEVEL SECURITY;

-- step
ALTER TABLE school FORCE ROW LEVEL SECURITY;

-- step
CREATE POLICY school_only ON school USING (school_id = current_school_id());

-- step
GRANT SELECT, INSERT, UPDATE ON school TO caitien_app;

-- step
CREATE TABLE school_year (
  school_id uuid NOT NULL REFERENCES school (school_id),
  start integer NOT NULL CHECK (start BETWEEN 1945 AND 2200),
  first_month integer NOT NULL DEFAULT 9 CHECK (first_month BETWEEN 1 AND 12),
  last_month integer NOT NULL DEFAULT 5 CHECK (last_month BETWEEN 1 AND 12),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (school_id, start)
);

-- step
ALTER TABLE school_year ENABLE ROW LEVEL SECURITY;

-- step
ALTER TABLE school_year FORCE ROW LEVEL SECURITY;

-- step
CREATE POLICY school_only ON school_year USING (school_id = current_school_id());

-- step
GRANT SELECT, INSERT, UPDATE, DELETE ON school_year TO caitien_app;
