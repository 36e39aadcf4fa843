-- What came of reading a file, in a few numbers: the list of uploads shows it without unpacking the whole reading.

-- step
ALTER TABLE upload ADD COLUMN outcome jsonb;
