-- Talk about a plan while it is written: threads on rows beside the answers of a consultation, and people who are named in them.

-- step: an answer of the school is owed in a consultation; a discussion is settled by those who hold it
ALTER TABLE plan_comment ADD COLUMN kind text NOT NULL DEFAULT 'consultation' CHECK (kind IN ('consultation', 'discussion'));

-- step: what it replies to
ALTER TABLE plan_comment ADD COLUMN parent_id uuid;

-- step
ALTER TABLE plan_comment ADD CONSTRAINT plan_comment_parent
  FOREIGN KEY (school_id, plan_id, parent_id) REFERENCES plan_comment (school_id, plan_id, id);

-- step
ALTER TABLE plan_comment DROP CONSTRAINT plan_comment_decision_check;

-- step
ALTER TABLE plan_comment ADD CONSTRAINT plan_comment_decision_check
  CHECK (decision IN ('taken', 'partly', 'not-taken', 'noted', 'settled'));

-- step: lists page by it, newest first
CREATE INDEX plan_comment_of_plan ON plan_comment (school_id, plan_id, created_at, id) WHERE parent_id IS NULL;

-- step
CREATE INDEX plan_comment_open ON plan_comment (school_id, plan_id, item_id) WHERE parent_id IS NULL AND answered_at IS NULL;

-- step
CREATE INDEX plan_comment_replies ON plan_comment (school_id, plan_id, parent_id) WHERE parent_id IS NOT NULL;

-- step
CREATE INDEX plan_comment_of_invitation ON plan_comment (school_id, invitation_id) WHERE invitation_id IS NOT NULL;

-- step: whom a comment names, by reference: a person, a group of a school year, or a key of `core/plan/owner-table.ts`. `label` is the
-- name as it was, `starts` where "@label" stands in the words (UTF-16 code units); null: named beside the words. Groups can be taken away,
-- so no key leads to them
CREATE TABLE plan_mention (
  school_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  comment_id uuid NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  user_id uuid,
  group_id uuid,
  owner_key text,
  label text NOT NULL CHECK (label <> ''),
  starts integer CHECK (starts >= 0),
  PRIMARY KEY (school_id, plan_id, comment_id, ordinal),
  FOREIGN KEY (school_id, plan_id, comment_id) REFERENCES plan_comment (school_id, plan_id, id),
  FOREIGN KEY (school_id, user_id) REFERENCES membership (school_id, user_id),
  CHECK (num_nonnulls(user_id, group_id, owner_key) = 1)
);

-- step
ALTER TABLE plan_mention ENABLE ROW LEVEL SECURITY;

-- step
ALTER TABLE plan_mention FORCE ROW LEVEL SECURITY;

-- step
CREATE POLICY school_only ON plan_mention USING (school_id = current_school_id());

-- step: what was said stays said
GRANT SELECT, INSERT ON plan_mention TO caitien_app;

-- step: who is told of a comment that names them, by themselves or by a group, and since when they have seen it
CREATE TABLE plan_mention_reader (
  school_id uuid NOT NULL,
  user_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  comment_id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  seen_at timestamptz,
  PRIMARY KEY (school_id, user_id, plan_id, comment_id),
  FOREIGN KEY (school_id, plan_id, comment_id) REFERENCES plan_comment (school_id, plan_id, id),
  FOREIGN KEY (school_id, user_id) REFERENCES membership (school_id, user_id)
);

-- step: somebody's list, newest first
CREATE INDEX plan_mention_reader_list ON plan_mention_reader (school_id, user_id, created_at, comment_id);

-- step: the count in the menu of every page
CREATE INDEX plan_mention_reader_unseen ON plan_mention_reader (school_id, user_id) WHERE seen_at IS NULL;

-- step
ALTER TABLE plan_mention_reader ENABLE ROW LEVEL SECURITY;

-- step
ALTER TABLE plan_mention_reader FORCE ROW LEVEL SECURITY;

-- step
CREATE POLICY school_only ON plan_mention_reader USING (school_id = current_school_id());

-- step
GRANT SELECT, INSERT, UPDATE ON plan_mention_reader TO caitien_app;
