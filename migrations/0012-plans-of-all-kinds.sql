-- Strategies of several years, plans of groups, and old years brought in as history.

-- step
ALTER TABLE plan DROP CONSTRAINT plan_state_check;

-- step: `history` was issued before the school worked here; it is nobody's draft and changes no more
ALTER TABLE plan ADD CONSTRAINT plan_state_check CHECK (state IN
  ('review', 'draft', 'consultation', 'submitted', 'returned', 'approved', 'issued', 'closed', 'history'));

-- step: of a strategy, the start of the last school year that it runs over
ALTER TABLE plan ADD COLUMN last_year_start integer;

-- step: of a plan of a group, whose it is
ALTER TABLE plan ADD COLUMN group_id uuid;

-- step
ALTER TABLE plan ADD CONSTRAINT plan_of_group FOREIGN KEY (school_id, group_id) REFERENCES staff_group (school_id, id);

-- step
ALTER TABLE plan ADD CONSTRAINT plan_scope_group CHECK ((scope = 'group') = (group_id IS NOT NULL));

-- step: the yearly plan that a group's plan carries out
ALTER TABLE plan ADD COLUMN part_of_plan_id uuid;

-- step
ALTER TABLE plan ADD CONSTRAINT plan_part_of FOREIGN KEY (school_id, part_of_plan_id) REFERENCES plan (school_id, id);

-- step: the list of plans by school year, page by key
CREATE INDEX plan_by_year ON plan (school_id, (coalesce(school_year_start, 0)) DESC, created_at DESC, id DESC);

-- step
CREATE INDEX plan_parts ON plan (school_id, part_of_plan_id);

-- step: a row of a group's plan carries out a row of the yearly plan
CREATE TABLE plan_item_link (
  school_id uuid NOT NULL,
  plan_id uuid NOT NULL,
  item_id uuid NOT NULL,
  to_plan_id uuid NOT NULL,
  to_item_id uuid NOT NULL,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (school_id, plan_id, item_id, to_item_id),
  FOREIGN KEY (school_id, plan_id, item_id) REFERENCES plan_item (school_id, plan_id, id),
  FOREIGN KEY (school_id, to_plan_id, to_item_id) REFERENCES plan_item (school_id, plan_id, id)
);

-- step
CREATE INDEX plan_item_link_to ON plan_item_link (school_id, to_plan_id, to_item_id);

-- step
ALTER TABLE plan_item_link ENABLE ROW LEVEL SECURITY;

-- step
ALTER TABLE plan_item_link FORCE ROW LEVEL SECURITY;

-- step
CREATE POLICY school_only ON plan_item_link USING (school_id = current_school_id());

-- step: drawn or taken away, never changed
GRANT SELECT, INSERT, DELETE ON plan_item_link TO caitien_app;

-- step: what was issued elsewhere has no documents of ours but the file that was brought in
ALTER TABLE plan_issue ALTER COLUMN docx_sha256 DROP NOT NULL;

-- step
ALTER TABLE plan_issue ALTER COLUMN docx_size DROP NOT NULL;

-- step
ALTER TABLE plan_issue ALTER COLUMN pdf_sha256 DROP NOT NULL;

-- step
ALTER TABLE plan_issue ALTER COLUMN pdf_size DROP NOT NULL;

-- step
ALTER TABLE plan_issue ADD COLUMN original_sha256 text CHECK (original_sha256 ~ '^[0-9a-f]{64}$');

-- step
ALTER TABLE plan_issue ADD COLUMN original_size bigint;

-- step: as it was called when it was brought in
ALTER TABLE plan_issue ADD COLUMN original_name text;

-- step
ALTER TABLE plan_issue ADD CONSTRAINT plan_issue_documents CHECK (
  (original_sha256 IS NULL AND docx_sha256 IS NOT NULL AND docx_size IS NOT NULL AND pdf_sha256 IS NOT NULL AND pdf_size IS NOT NULL)
  OR (original_size IS NOT NULL AND original_name IS NOT NULL AND docx_sha256 IS NULL AND pdf_sha256 IS NULL));
