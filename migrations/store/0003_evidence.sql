-- The year's evidence: what a note says beside its line, and where it came from.
--
-- A column added here is NULL in every record made before; NULL means what the noun says when nothing is known.

ALTER TABLE note ADD COLUMN example TEXT;           -- Markdown
ALTER TABLE note ADD COLUMN consequence TEXT;       -- Markdown
ALTER TABLE note ADD COLUMN figure TEXT;            -- a decimal number, with a point
ALTER TABLE note ADD COLUMN unit TEXT;
ALTER TABLE note ADD COLUMN tags TEXT;              -- words between single spaces
ALTER TABLE note ADD COLUMN goals BLOB;             -- CBOR: [record, ...]
ALTER TABLE note ADD COLUMN raised_in BLOB;         -- CBOR: [record of a 1:1, ...]
ALTER TABLE note ADD COLUMN dismissed_because TEXT;
ALTER TABLE note ADD COLUMN kept_at INTEGER;        -- instant

-- Where a note came from. A record of its own, so that whatever shows, shares or searches the note cannot reach it.
CREATE TABLE source (
  id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  note       BLOB NOT NULL,
  kind       TEXT NOT NULL,
  who        TEXT NOT NULL,
  person     BLOB,
  sent_at    INTEGER,
  subject    TEXT NOT NULL,
  message_id TEXT NOT NULL,
  text       TEXT NOT NULL
) STRICT;
CREATE INDEX source_of_note ON source (note);
CREATE INDEX source_by_message ON source (message_id) WHERE message_id <> '';

-- A note is found by everything it says, and asked for by more of what it is: its passage is written anew.
INSERT INTO passage_index (passage_index, rowid, text, tags, name)
SELECT 'delete', id, text, tags, name FROM passage_content WHERE id IN (SELECT id FROM passage WHERE noun = 5);

DROP VIEW passage_content;
CREATE VIEW passage_content (id, text, tags, name) AS
SELECT
  passage.id,
  replace(replace(coalesce(CASE passage.noun
    WHEN 1 THEN (SELECT about FROM person WHERE id = passage.record)
    WHEN 3 THEN (SELECT text FROM section WHERE id = passage.record)
    WHEN 4 THEN (SELECT text FROM margin WHERE id = passage.record)
    WHEN 5 THEN (SELECT text || coalesce(char(10) || example, '') || coalesce(char(10) || consequence, '')
                   || coalesce(char(10) || figure || coalesce(' ' || unit, ''), '') || coalesce(char(10) || tags, '')
                 FROM note WHERE id = passage.record)
    WHEN 6 THEN (SELECT title || char(10) || text FROM goal WHERE id = passage.record)
    WHEN 7 THEN (SELECT text FROM review WHERE id = passage.record)
    WHEN 8 THEN (SELECT text FROM action WHERE id = passage.record)
    WHEN 9 THEN (SELECT name FROM attachment WHERE id = passage.record)
    WHEN 13 THEN (SELECT text FROM agenda WHERE id = passage.record)
    WHEN 15 THEN (SELECT text FROM remark WHERE id = passage.record)
    WHEN 17 THEN (SELECT text || char(10) || why FROM wish WHERE id = passage.record)
    WHEN 18 THEN (SELECT role || char(10) || why || char(10) || next_step || char(10) || outcome
                  FROM exploration WHERE id = passage.record)
  END, ''), char(57344), ''), char(57345), ''),
  CASE WHEN passage.person IS NULL THEN '' ELSE 'p' || lower(hex(passage.person)) || ' ' END || passage.words,
  CASE passage.noun WHEN 1 THEN coalesce((SELECT name FROM person WHERE id = passage.record), '') ELSE '' END
FROM passage;

UPDATE passage SET words = (
  SELECT 'note ' || polarity || ' ' || kind || CASE WHEN raised_on IS NULL THEN ' unraised' ELSE ' raised' END
  FROM note WHERE id = passage.record
) WHERE noun = 5;

INSERT INTO passage_index (rowid, text, tags, name)
SELECT id, text, tags, name FROM passage_content WHERE id IN (SELECT id FROM passage WHERE noun = 5);
