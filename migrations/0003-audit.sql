-- What was done, by whom: append-only by privilege, chained by hash per school. An entry commits with the change that it tells of;
-- its link in the chain follows a moment later (`seal-audit.ts`), many at a time, so that people who save at once do not queue.

-- step
CREATE TABLE audit_entry (
  school_id uuid NOT NULL REFERENCES school (school_id),
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  actor_id uuid,
  action text NOT NULL,
  subject_type text NOT NULL,
  subject_id text NOT NULL,
  details jsonb NOT NULL,
  content_hash text NOT NULL,
  PRIMARY KEY (school_id, id)
);

-- step: the history of one thing, newest first
CREATE INDEX audit_entry_of_subject ON audit_entry (school_id, subject_type, subject_id, at DESC);

-- step
ALTER TABLE audit_entry ENABLE ROW LEVEL SECURITY;

-- step
ALTER TABLE audit_entry FORCE ROW LEVEL SECURITY;

-- step
CREATE POLICY school_only ON audit_entry USING (school_id = current_school_id());

-- step: no UPDATE, no DELETE
GRANT SELECT, INSERT ON audit_entry TO caitien_app;

-- step: the chain
CREATE TABLE audit_link (
  school_id uuid NOT NULL,
  sequence bigint NOT NULL,
  entry_id uuid NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (school_id, sequence),
  UNIQUE (school_id, entry_id),
  FOREIGN KEY (school_id, entry_id) REFERENCES audit_entry (school_id, id)
);

-- step
ALTER TABLE audit_link ENABLE ROW LEVEL SECURITY;

-- step
ALTER TABLE audit_link FORCE ROW LEVEL SECURITY;

-- step
CREATE POLICY school_only ON audit_link USING (school_id = current_school_id());

-- step: no UPDATE, no DELETE
GRANT SELECT, INSERT ON audit_link TO caitien_app;

-- step: the end of the chain: what sealing queues on, and what betrays links cut off at the end
CREATE TABLE audit_head (
  school_id uuid PRIMARY KEY REFERENCES school (school_id),
  sequence bigint NOT NULL,
  hash text NOT NULL
);

-- step
ALTER TABLE audit_head ENABLE ROW LEVEL SECURITY;

-- step
ALTER TABLE audit_head FORCE ROW LEVEL SECURITY;

-- step
CREATE POLICY school_only ON audit_head USING (school_id = current_school_id());

-- step
GRANT SELECT, INSERT, UPDATE ON audit_head TO caitien_app;
