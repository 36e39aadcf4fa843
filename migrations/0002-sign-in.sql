-- The tables of better-auth 1.7 with its username plugin and rate limits kept in the database. They belong to people, not to
-- schools, and keep the names that better-auth expects, so that its own upgrades need no mapping.

-- step
CREATE TABLE "user" (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE,
  "emailVerified" boolean NOT NULL DEFAULT false,
  image text,
  username text UNIQUE,
  "displayUsername" text,
  "createdAt" timestamptz NOT NULL DEFAULT now(),
  "updatedAt" timestamptz NOT NULL DEFAULT now()
);

-- step
CREATE TABLE session (
  id uuid PRIMARY KEY,
  "userId" uuid NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  token text NOT NULL UNIQUE,
  "expiresAt" timestamptz NOT NULL,
  "ipAddress" text,
  "userAgent" text,
  "createdAt" timestamptz NOT NULL DEFAULT now(),
  "updatedAt" timestamptz NOT NULL DEFAULT now()
);

-- step
CREATE INDEX session_of_user ON session ("userId");

-- step
CREATE TABLE account (
  id uuid PRIMARY KEY,
  "accountId" text NOT NULL,
  "providerId" text NOT NULL,
  "userId" uuid NOT NULL REFERENCES "user" (id) ON DELETE CASCADE,
  "accessToken" text,
  "refreshToken" text,
  "idToken" text,
  "accessTokenExpiresAt" timestamptz,
  "refreshTokenExpiresAt" timestamptz,
  scope text,
  password text,
  "createdAt" timestamptz NOT NULL DEFAULT now(),
  "updatedAt" timestamptz NOT NULL DEFAULT now()
);

-- step
CREATE INDEX account_of_user ON account ("userId");

-- step
CREATE INDEX account_of_provider ON account ("providerId", "accountId");

-- step
CREATE TABLE verification (
  id uuid PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  "expiresAt" timestamptz NOT NULL,
  "createdAt" timestamptz NOT NULL DEFAULT now(),
  "updatedAt" timestamptz NOT NULL DEFAULT now()
);

-- step
CREATE INDEX verification_by_identifier ON verification (identifier);

-- step
CREATE TABLE "rateLimit" (
  id uuid PRIMARY KEY,
  key text NOT NULL UNIQUE,
  count integer NOT NULL,
  "lastRequest" bigint NOT NULL
);

-- step
GRANT SELECT, INSERT, UPDATE, DELETE ON "user", session, account, verification, "rateLimit" TO caitien_app;

-- step
CREATE TABLE membership (
  school_id uuid NOT NULL REFERENCES school (school_id),
  user_id uuid NOT NULL REFERENCES "user" (id),
  role text NOT NULL,
  display_name text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (school_id, user_id)
);

-- step: signing in asks in which schools somebody works
CREATE INDEX membership_of_user ON membership (user_id);

-- step
ALTER TABLE membership ENABLE ROW LEVEL SECURITY;

-- step
ALTER TABLE membership FORCE ROW LEVEL SECURITY;

-- step
CREATE POLICY school_only ON membership USING (school_id = current_school_id());

-- step: people may read, never write, what they themselves are in any school
CREATE POLICY own_to_read ON membership FOR SELECT USING (user_id = current_user_id());

-- step
GRANT SELECT, INSERT, UPDATE, DELETE ON membership TO caitien_app;
