-- The life of a plan: its steps, what others say about it, and what was issued. A plan that is revised stays one plan with the same
-- rows; each issue leaves a snapshot that nobody can change.

-- step
ALTER TABLE plan DROP CONSTRAINT plan_state_check;

-- step
ALTER TABLE plan ADD CONSTRAINT plan_state_check CHECK (state IN
  ('review', 'draft', 'consultation', 'submitted', 'returned', 'approved', 'issued', 'closed'));

-- step: 1 until it is revised
ALTER TABLE plan ADD COLUMN revision integer NOT NULL DEFAULT 1 CHECK (revision >= 1);

-- step: until when the next step is due
ALTER TABLE plan ADD COLUMN due_on date;

-- step: what was approved, SHA-256 of the content in hex
ALTER TABLE plan ADD COLUMN approved_sha256 text CHECK (approved_sha256 ~ '^[0-9a-f]{64}$');

-- step: of a school for five years, of a school for a year, of a group
ALTER TABLE plan ADD COLUMN scope text NOT NULL DEFAULT 'yearly' CHECK (scope IN ('strategy', 'yearly', 'group'));

-- step: the plan that this one goes on from
ALTER TABLE plan ADD COLUMN follows_plan_id uuid;

-- step
ALTER TABLE plan ADD CONSTRAINT plan_follows FOREIGN KEY (school_id, follows_plan_id) REFERENCES plan (school_id, id);

-- step
CREATE TABLE plan_step (
  school_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  id uuid NOT NULL,
  revision integer NOT NULL,
  move text NOT NULL,
  from_state text NOT NULL,
  to_state text NOT NULL,
  remark text,
  due_on date,
  by_user uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (school_id, plan_id, id),
  FOREIGN KEY (school_id, plan_id) REFERENCES plan (school_id, id)
);

-- step
ALTER TABLE plan_step ENABLE ROW LEVEL SECURITY;

-- step
ALTER TABLE plan_step FORCE ROW LEVEL SECURITY;

-- step
CREATE POLICY school_only ON plan_step USING (school_id = current_school_id());

-- step: no UPDATE, no DELETE
GRANT SELECT, INSERT ON plan_step TO caitien_app;

-- step: a link for somebody without an account; the secret in it is kept as its hash only
CREATE TABLE plan_invitation (
  school_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  id uuid NOT NULL,
  revision integer NOT NULL,
  name text NOT NULL CHECK (name <> ''),
  secret_sha256 text NOT NULL CHECK (secret_sha256 ~ '^[0-9a-f]{64}$'),
  expires_on date NOT NULL,
  withdrawn_at timestamptz,
  opened_at timestamptz,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, plan_id) REFERENCES plan (school_id, id)
);

-- step
CREATE INDEX plan_invitation_of_plan ON plan_invitation (school_id, plan_id, created_at);

-- step
ALTER TABLE plan_invitation ENABLE ROW LEVEL SECURITY;

-- step
ALTER TABLE plan_invitation FORCE ROW LEVEL SECURITY;

-- step
CREATE POLICY school_only ON plan_invitation USING (school_id = current_school_id());

-- step
GRANT SELECT, INSERT, UPDATE ON plan_invitation TO caitien_app;

-- step: of the whole plan, or of one row; by somebody of the school, or by an invited person
CREATE TABLE plan_comment (
  school_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  id uuid NOT NULL,
  revision integer NOT NULL,
  item_id uuid,
  author_id uuid,
  invitation_id uuid,
  author_name text NOT NULL CHECK (author_name <> ''),
  words text NOT NULL CHECK (words <> ''),
  created_at timestamptz NOT NULL,
  answer text,
  decision text CHECK (decision IN ('taken', 'partly', 'not-taken', 'noted')),
  answered_by uuid,
  answered_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (school_id, plan_id, id),
  FOREIGN KEY (school_id, plan_id) REFERENCES plan (school_id, id),
  FOREIGN KEY (school_id, plan_id, item_id) REFERENCES plan_item (school_id, plan_id, id),
  FOREIGN KEY (school_id, invitation_id) REFERENCES plan_invitation (school_id, id),
  CHECK ((author_id IS NULL) <> (invitation_id IS NULL)),
  CHECK ((decision IS NULL) = (answered_at IS NULL))
);

-- step
CREATE INDEX plan_comment_of_item ON plan_comment (school_id, plan_id, item_id, created_at);

-- step
ALTER TABLE plan_comment ENABLE ROW LEVEL SECURITY;

-- step
ALTER TABLE plan_comment FORCE ROW LEVEL SECURITY;

-- step
CREATE POLICY school_only ON plan_comment USING (school_id = current_school_id());

-- step: answered, never taken away
GRANT SELECT, INSERT, UPDATE ON plan_comment TO caitien_app;

-- step: what was issued. The content is text, not jsonb: its SHA-256 is over these very bytes
CREATE TABLE plan_issue (
  school_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  revision integer NOT NULL,
  content text NOT NULL,
  content_sha256 text NOT NULL CHECK (content_sha256 ~ '^[0-9a-f]{64}$'),
  standard_set text,
  findings text NOT NULL,
  layout text NOT NULL,
  number text NOT NULL,
  issued_on date NOT NULL,
  signer_role text NOT NULL,
  signer_name text NOT NULL,
  reason text,
  docx_sha256 text NOT NULL CHECK (docx_sha256 ~ '^[0-9a-f]{64}$'),
  docx_size bigint NOT NULL,
  pdf_sha256 text NOT NULL CHECK (pdf_sha256 ~ '^[0-9a-f]{64}$'),
  pdf_size bigint NOT NULL,
  issued_by uuid NOT NULL,
  issued_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, plan_id, revision),
  FOREIGN KEY (school_id, plan_id) REFERENCES plan (school_id, id)
);

-- step
ALTER TABLE plan_issue ENABLE ROW LEVEL SECURITY;

-- step
ALTER TABLE plan_issue FORCE ROW LEVEL SECURITY;

-- step
CREATE POLICY school_only ON plan_issue USING (school_id = current_school_id());

-- step: no UPDATE, no DELETE: nothing issued ever changes
GRANT SELECT, INSERT ON plan_issue TO caitien_app;
