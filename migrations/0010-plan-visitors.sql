-- Who has a plan open now, and at which row: windows, not people. Nothing here outlives a minute, so it is kept out of the
-- write-ahead log, of backups and of exports; after a crash it is empty, and every window that is still open tells of itself again.

-- step: no foreign key: a window may outlive the plan or the row that it shows, and is forgotten a moment later
CREATE UNLOGGED TABLE plan_visitor (
  school_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  id uuid NOT NULL,
  user_id uuid NOT NULL,
  item_id uuid,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, plan_id, id)
);

-- step
ALTER TABLE plan_visitor ENABLE ROW LEVEL SECURITY;

-- step
ALTER TABLE plan_visitor FORCE ROW LEVEL SECURITY;

-- step
CREATE POLICY school_only ON plan_visitor USING (school_id = current_school_id());

-- step
GRANT SELECT, INSERT, UPDATE, DELETE ON plan_visitor TO caitien_app;
