-- Files that wait to be read are looked for every five minutes, over all schools, and are few among all that were ever brought in.

-- step
CREATE INDEX upload_waiting ON upload (created_at) WHERE state IN ('received', 'reading');
