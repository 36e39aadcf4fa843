-- Uploaded documents, and the plans that are read from them or typed.

-- step
CREATE TABLE upload (
  school_id uuid NOT NULL REFERENCES school (school_id),
  id uuid NOT NULL,
  file_name text NOT NULL,
  format text,
  size bigint NOT NULL,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  state text NOT NULL DEFAULT 'received' CHECK (state IN ('received', 'reading', 'read', 'failed', 'accepted')),
  progress jsonb,
  error_code text,
  error_details jsonb,
  reading jsonb,
  blocks jsonb,
  created_by uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (school_id, id)
);

-- step: the list of uploads, newest first, page by key
CREATE INDEX upload_newest ON upload (school_id, created_at DESC, id DESC);

-- step
ALTER TABLE upload ENABLE ROW LEVEL SECURITY;

-- step
ALTER TABLE upload FORCE ROW LEVEL SECURITY;

-- step
CREATE POLICY school_only ON upload USING (school_id = current_school_id());

-- step
GRANT SELECT, INSERT, UPDATE, DELETE ON upload TO caitien_app;

-- step
CREATE TABLE plan (
  school_id uuid NOT NULL REFERENCES school (school_id),
  id uuid NOT NULL,
  school_year_start integer,
  title text NOT NULL,
  layout text NOT NULL,
  standard_set text,
  school_type text,
  document jsonb NOT NULL,
  upload_id uuid,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('review', 'draft')),
  created_by uuid NOT NULL,
  version integer NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (school_id, id),
  FOREIGN KEY (school_id, upload_id) REFERENCES upload (school_id, id)
);

-- step: the list of plans, newest first, page by key
CREATE INDEX plan_newest ON plan (school_id, created_at DESC, id DESC);

-- step
CREATE INDEX plan_of_upload ON plan (school_id, upload_id);

-- step
ALTER TABLE plan ENABLE ROW LEVEL SECURITY;

-- step
ALTER TABLE plan FORCE ROW LEVEL SECURITY;

-- step
CREATE POLICY school_only ON plan USING (school_id = current_school_id());

-- step
GRANT SELECT, INSERT, UPDATE, DELETE ON plan TO caitien_app;

-- step: one column per field of PlanItem; position is a fractional key that orders byte by byte, as the application does
CREATE TABLE plan_item (
  school_id uuid NOT NULL REFERENCES school (school_id),
  plan_id uuid NOT NULL,
  id uuid NOT NULL,
  position text COLLATE "C" NOT NULL,
  standard text,
  criterion text,
  criterion_text text,
  levels integer[] NOT NULL DEFAULT '{}',
  need text,
  expected_result text,
  action text NOT NULL DEFAULT '',
  steps text[] NOT NULL DEFAULT '{}',
  owners_text text,
  leads text[] NOT NULL DEFAULT '{}',
  collaborators text[] NOT NULL DEFAULT '{}',
  time_text text,
  time jsonb NOT NULL,
  start_month text CHECK (start_month ~ '^\d{4}-\d{2}$'),
  end_month text CHECK (end_month ~ '^\d{4}-\d{2}$'),
  budget_text text,
  budget jsonb NOT NULL,
  support text,
  expected_evidence text,
  note text,
  current_state text,
  cause text,
  result_indicator text,
  progress text,
  source jsonb,
  paragraphs integer[] NOT NULL DEFAULT '{}',
  version integer NOT NULL DEFAULT 1,
  updated_by uuid NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  deleted_at timestamptz,
  PRIMARY KEY (school_id, plan_id, id),
  FOREIGN KEY (school_id, plan_id) REFERENCES plan (school_id, id)
);

-- step: the rows of a plan in order, and the neighbours of a new one
CREATE INDEX plan_item_in_order ON plan_item (school_id, plan_id, position, id) WHERE deleted_at IS NULL;

-- step
ALTER TABLE plan_item ENABLE ROW LEVEL SECURITY;

-- step
ALTER TABLE plan_item FORCE ROW LEVEL SECURITY;

-- step
CREATE POLICY school_only ON plan_item USING (school_id = current_school_id());

-- step
GRANT SELECT, INSERT, UPDATE, DELETE ON plan_item TO caitien_app;
