-- Whoever said something may take it back while nobody has answered: the words stay in their row, a place without words is shown.

-- step
ALTER TABLE plan_comment DROP CONSTRAINT plan_comment_decision_check;

-- step
ALTER TABLE plan_comment ADD CONSTRAINT plan_comment_decision_check
  CHECK (decision IN ('taken', 'partly', 'not-taken', 'noted', 'settled', 'withdrawn'));
