-- Signing in in two steps, and sessions that end with the card they were opened with.

-- step: the half minute of the last code that was taken; no code of it or before it is taken again
ALTER TABLE "twoFactor" ADD COLUMN "lastStep" bigint;

-- step: one for each person, also when two windows switch it on at once
CREATE UNIQUE INDEX two_factor_one_of_user ON "twoFactor" ("userId");

-- step
DROP INDEX two_factor_of_user;

-- step: when somebody else switched a person's second step off; null as soon as they have read of it
ALTER TABLE "user" ADD COLUMN "secondFactorRemovedAt" timestamptz;

-- step: when the card of the session expires; null: opened with a password
ALTER TABLE session ADD COLUMN "cardUntil" timestamptz;

-- step: nobody knows any more until when these may go on; a card opens a new one
DELETE FROM session WHERE "cardId" IS NOT NULL;
