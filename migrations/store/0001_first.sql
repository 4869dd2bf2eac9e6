-- The first shape of a vault. Frozen once released: later shapes are later files.
--
-- How values stand in columns:
--   record        16 bytes, a UUID (version 7 where the application made it)
--   day           INTEGER, days since 1970-01-01
--   wall time     INTEGER, seconds since 1970-01-01T00:00 on the wall clock of the place, never a UTC instant
--   instant       INTEGER, milliseconds since 1970-01-01T00:00Z
--   word          TEXT, one of a closed list that store/src/noun/word.rs keeps
--   prose         TEXT, Markdown
-- A column added by a later file may be NULL: a record's digest leaves NULL columns out, so old digests stay true.
--
-- Records point at each other without foreign keys. A person, their meetings and their notes may arrive from
-- another machine in any order, and the gate, not the schema, knows what belongs together.

-- What happened -------------------------------------------------------------------------------------------------

-- A deed: one named write. `chain` is the head chain after it. `touched` counts its changes (CBOR: [[noun, what,
-- count, first record], ...]); it follows from them and is kept so that no list of deeds has to count.
CREATE TABLE deed (
  seq        INTEGER PRIMARY KEY,
  name       TEXT    NOT NULL,
  at         INTEGER NOT NULL,
  device     BLOB    NOT NULL CHECK (length(device) = 16),
  device_seq INTEGER NOT NULL,
  undoes     INTEGER,
  touched    BLOB    NOT NULL,
  chain      BLOB    NOT NULL CHECK (length(chain) = 32)
) STRICT;
CREATE UNIQUE INDEX deed_of_device ON deed (device, device_seq);
CREATE INDEX deed_that_undoes ON deed (undoes) WHERE undoes IS NOT NULL;

-- One changed field, or one record made or removed. kind: 0 made (value: CBOR map of the fields), 1 set (value:
-- CBOR of the field), 2 delta (value: an update of the text CRDT), 3 removed. `digest` is that of the whole record
-- after the deed; `parent` is the change this one replaces.
CREATE TABLE change (
  id     INTEGER PRIMARY KEY,
  seq    INTEGER NOT NULL,
  noun   INTEGER NOT NULL,
  record BLOB    NOT NULL CHECK (length(record) = 16),
  field  TEXT,
  kind   INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),
  value  BLOB,
  digest BLOB    NOT NULL CHECK (length(digest) = 32),
  parent INTEGER
) STRICT;
CREATE INDEX change_of_record ON change (record, field);
CREATE INDEX change_of_deed ON change (seq);

-- The CRDT state of a text, once it was edited. Before that, the state follows from the text.
CREATE TABLE prose (
  record BLOB NOT NULL CHECK (length(record) = 16),
  field  TEXT NOT NULL,
  state  BLOB NOT NULL,
  PRIMARY KEY (record, field)
) STRICT;

-- The nouns -----------------------------------------------------------------------------------------------------

CREATE TABLE person (
  id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  name       TEXT NOT NULL,
  role       TEXT NOT NULL,
  level      TEXT NOT NULL,
  site       TEXT NOT NULL,
  team       TEXT NOT NULL,
  manager    BLOB,
  relation   TEXT NOT NULL,
  employment TEXT NOT NULL,
  started_on INTEGER,
  left_on    INTEGER,
  email      TEXT NOT NULL,
  phone      TEXT NOT NULL,
  skills     BLOB NOT NULL, -- CBOR: [[name, level], ...]
  about      TEXT NOT NULL
) STRICT;
CREATE INDEX person_by_manager ON person (manager) WHERE manager IS NOT NULL;

CREATE TABLE one_on_one (
  id         BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  person     BLOB NOT NULL,
  starts     INTEGER NOT NULL,
  zone       TEXT NOT NULL,
  minutes    INTEGER NOT NULL,
  state      TEXT NOT NULL,
  reason     TEXT NOT NULL,
  moved_from BLOB,
  began_at   INTEGER,
  ended_at   INTEGER
) STRICT;
CREATE INDEX one_on_one_of_person ON one_on_one (person, starts, state);
CREATE INDEX one_on_one_by_start ON one_on_one (starts, state, person);
CREATE INDEX one_on_one_by_origin ON one_on_one (moved_from) WHERE moved_from IS NOT NULL;

CREATE TABLE section (
  id      BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  meeting BLOB NOT NULL,
  place   INTEGER NOT NULL,
  kind    TEXT NOT NULL,
  title   TEXT NOT NULL,
  text    TEXT NOT NULL
) STRICT;
CREATE INDEX section_of_meeting ON section (meeting, place);

CREATE TABLE margin (
  id      BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  meeting BLOB NOT NULL,
  text    TEXT NOT NULL
) STRICT;
CREATE INDEX margin_of_meeting ON margin (meeting);

CREATE TABLE note (
  id        BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  person    BLOB NOT NULL,
  polarity  TEXT NOT NULL,
  kind      TEXT NOT NULL,
  text      TEXT NOT NULL,
  "on"      INTEGER NOT NULL,
  raised_on INTEGER,
  dismissed INTEGER NOT NULL CHECK (dismissed IN (0, 1))
) STRICT;
CREATE INDEX note_of_person ON note (person, "on", polarity);
CREATE INDEX note_by_day ON note ("on", polarity, person);
-- The last two columns are constant here; with them a count never touches the table.
CREATE INDEX note_waiting_of_person ON note (person, "on", raised_on, dismissed)
  WHERE raised_on IS NULL AND dismissed = 0;
CREATE INDEX note_waiting_by_day ON note ("on") WHERE raised_on IS NULL AND dismissed = 0;

CREATE TABLE goal (
  id     BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  person BLOB NOT NULL,
  title  TEXT NOT NULL,
  text   TEXT NOT NULL,
  due    INTEGER,
  state  TEXT NOT NULL
) STRICT;
CREATE INDEX goal_of_person ON goal (person);

CREATE TABLE review (
  id     BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  person BLOB NOT NULL,
  cycle  TEXT NOT NULL,
  text   TEXT NOT NULL
) STRICT;
CREATE INDEX review_of_person ON review (person, cycle);

CREATE TABLE action (
  id              BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  about           BLOB NOT NULL,
  owner           BLOB NOT NULL,
  meeting         BLOB,
  text            TEXT NOT NULL,
  due             INTEGER,
  since           INTEGER NOT NULL,
  state           TEXT NOT NULL,
  dropped_because TEXT NOT NULL
) STRICT;
CREATE INDEX action_about ON action (about, state, since);
CREATE INDEX action_of_owner ON action (owner, state, since);
CREATE INDEX action_by_state ON action (state, since);
CREATE INDEX action_by_day ON action (since);
CREATE INDEX action_of_meeting ON action (meeting) WHERE meeting IS NOT NULL;

CREATE TABLE attachment (
  id       BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  record   BLOB NOT NULL,
  name     TEXT NOT NULL,
  bytes    INTEGER NOT NULL,
  sha256   BLOB NOT NULL CHECK (length(sha256) = 32),
  added_at INTEGER NOT NULL
) STRICT;
CREATE INDEX attachment_of_record ON attachment (record);

-- The bytes of attached files, 64 KiB at most a piece, found by what they are. They stay when an attachment is
-- removed, as every text does in `change`: the removal can be undone.
CREATE TABLE attachment_chunk (
  sha256 BLOB    NOT NULL CHECK (length(sha256) = 32),
  n      INTEGER NOT NULL,
  bytes  BLOB    NOT NULL CHECK (length(bytes) <= 65536),
  PRIMARY KEY (sha256, n)
) STRICT;

CREATE TABLE setting (
  id    BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
  key   TEXT NOT NULL,
  value BLOB NOT NULL -- CBOR: text, whole number or flag
) STRICT;

-- Search --------------------------------------------------------------------------------------------------------

-- One passage a record that has words in it. The number carries the day (day << 24 | n), so that the newest comes
-- first without sorting and a range of days is a range of numbers. `words` name its kind, as tags of the index.
CREATE TABLE passage (
  id     INTEGER PRIMARY KEY,
  noun   INTEGER NOT NULL,
  record BLOB    NOT NULL CHECK (length(record) = 16),
  person BLOB,
  words  TEXT    NOT NULL
) STRICT;
CREATE UNIQUE INDEX passage_of_record ON passage (record);

-- What a passage says. U+E000 and U+E001 mark hits in snippets, so no content may bring its own.
CREATE VIEW passage_content (id, text, tags, name) AS
SELECT
  passage.id,
  replace(replace(coalesce(CASE passage.noun
    WHEN 1 THEN (SELECT about FROM person WHERE id = passage.record)
    WHEN 3 THEN (SELECT text FROM section WHERE id = passage.record)
    WHEN 4 THEN (SELECT text FROM margin WHERE id = passage.record)
    WHEN 5 THEN (SELECT text FROM note WHERE id = passage.record)
    WHEN 6 THEN (SELECT title || char(10) || text FROM goal WHERE id = passage.record)
    WHEN 7 THEN (SELECT text FROM review WHERE id = passage.record)
    WHEN 8 THEN (SELECT text FROM action WHERE id = passage.record)
    WHEN 9 THEN (SELECT name FROM attachment WHERE id = passage.record)
  END, ''), char(57344), ''), char(57345), ''),
  CASE WHEN passage.person IS NULL THEN '' ELSE 'p' || lower(hex(passage.person)) || ' ' END || passage.words,
  CASE passage.noun WHEN 1 THEN coalesce((SELECT name FROM person WHERE id = passage.record), '') ELSE '' END
FROM passage;

-- No word statistics are kept (columnsize=0): hits come newest first, never by rank.
CREATE VIRTUAL TABLE passage_index USING fts5(
  text, tags, name,
  content='passage_content', content_rowid='id', columnsize=0,
  prefix='1 2 3 4 5 6', tokenize='unicode61 remove_diacritics 2'
);

-- The vault itself ----------------------------------------------------------------------------------------------

-- What the vault notes about its own files. No record, so no deed: it is made anew when a vault is rebuilt.
CREATE TABLE vault_mark (
  name  TEXT NOT NULL PRIMARY KEY,
  value BLOB NOT NULL
) STRICT;
