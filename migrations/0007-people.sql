-- People of a school: members who come and go, cards to sign in with, second factors, and who belongs to which post or group in
-- a school year.

-- step: nobody is deleted, since history names them; who has left is switched off. Title and telephone as the staff list has them
ALTER TABLE membership
  ADD COLUMN active boolean NOT NULL DEFAULT true,
  ADD COLUMN job_title text,
  ADD COLUMN phone text;

-- step: a password that somebody else has set: good until then, and to be changed at the next sign-in. Null: a person's own
ALTER TABLE account ADD COLUMN "temporaryUntil" timestamptz;

-- step: which card a session was opened with; null: with a password
ALTER TABLE session ADD COLUMN "cardId" uuid;

-- step
ALTER TABLE "user" ADD COLUMN "twoFactorEnabled" boolean NOT NULL DEFAULT false;

-- step: of better-auth's twoFactor plugin, with its names
CREATE TABLE "twoFactor" (
  id uuid PRIMARY KEY,
  secret text NOT NULL,
  "backupCodes" text NOT NULL,
  "userId" uuid NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  verified boolean NOT NULL DEFAULT true,
  "failedVerificationCount" integer NOT NULL DEFAULT 0,
  "lockedUntil" timestamptz
);

-- step
CREATE INDEX two_factor_of_user ON "twoFactor" ("userId");

-- step
GRANT SELECT, INSERT, UPDATE, DELETE ON "twoFactor" TO caitien_app;

-- step: the card that somebody who is not signed in yet holds in their hand
CREATE FUNCTION current_card_hash() RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.card_hash', true), '');

-- step
CREATE TABLE sign_in_card (
  school_id uuid NOT NULL REFERENCES school (school_id),
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  code_hash text NOT NULL CHECK (code_hash ~ '^[0-9a-f]{64}$'),
  expires_at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  last_used_at timestamptz,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, user_id) REFERENCES membership (school_id, user_id)
);

-- step: signing in asks which card a code belongs to
CREATE INDEX sign_in_card_by_code ON sign_in_card (code_hash);

-- step
CREATE INDEX sign_in_card_of_user ON sign_in_card (school_id, user_id);

-- step
ALTER TABLE sign_in_card ENABLE ROW LEVEL SECURITY;

-- step
ALTER TABLE sign_in_card FORCE ROW LEVEL SECURITY;

-- step
CREATE POLICY school_only ON sign_in_card USING (school_id = current_school_id());

-- step: whoever knows a code may read, never write, its card
CREATE POLICY holder_to_read ON sign_in_card FOR SELECT USING (code_hash = current_card_hash());

-- step: nothing is deleted, so that it stays known who could come in and when
GRANT SELECT, INSERT, UPDATE ON sign_in_card TO caitien_app;

-- step: posts, groups and bodies of a school year: what plans name instead of people. owner_key: a key of `core/plan/owner-table.ts`
CREATE TABLE staff_group (
  school_id uuid NOT NULL REFERENCES school (school_id),
  id uuid NOT NULL,
  year_start integer NOT NULL CHECK (year_start BETWEEN 1945 AND 2200),
  name text NOT NULL CHECK (name <> ''),
  kind text NOT NULL CHECK (kind IN ('post', 'group', 'body')),
  owner_key text,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (school_id, id),
  UNIQUE (school_id, year_start, name)
);

-- step
ALTER TABLE staff_group ENABLE ROW LEVEL SECURITY;

-- step
ALTER TABLE staff_group FORCE ROW LEVEL SECURITY;

-- step
CREATE POLICY school_only ON staff_group USING (school_id = current_school_id());

-- step
GRANT SELECT, INSERT, UPDATE, DELETE ON staff_group TO caitien_app;

-- step
CREATE TABLE staff_group_member (
  school_id uuid NOT NULL,
  group_id uuid NOT NULL,
  user_id uuid NOT NULL,
  PRIMARY KEY (school_id, group_id, user_id),
  FOREIGN KEY (school_id, group_id) REFERENCES staff_group (school_id, id),
  FOREIGN KEY (school_id, user_id) REFERENCES membership (school_id, user_id)
);

-- step: what somebody belongs to
CREATE INDEX staff_group_member_of_user ON staff_group_member (school_id, user_id);

-- step
ALTER TABLE staff_group_member ENABLE ROW LEVEL SECURITY;

-- step
ALTER TABLE staff_group_member FORCE ROW LEVEL SECURITY;

-- step
CREATE POLICY school_only ON staff_group_member USING (school_id = current_school_id());

-- step
GRANT SELECT, INSERT, UPDATE, DELETE ON staff_group_member TO caitien_app;
