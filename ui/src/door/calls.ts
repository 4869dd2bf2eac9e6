// Every call of the door, its arguments and its reply. Written from the table in crates/app/src/doors.rs by
//   INGLENOOK_WRITE=1 cargo test -p app calls_ts
// and kept fresh by the same test. Do not edit.
// Arguments that name a place on the disk are not here: the window fills them from a dialog.

/** Any identifier; those of the nouns below are the same text. */
export type Id = string;

/** One promise somebody made. */
export type ActionId = string;

/** A promise, as a list shows it. */
export type ActionLine = {
  id: ActionId;
  about: PersonId;
  about_name: string;
  owner: PersonId;
  owner_name: string;
  mine: boolean;
  text: string;
  due: Day | null;
  state: ActionState;
  since: Day;
  meeting: MeetingId | null;
  talk: TalkId | null;
  author: PersonId | null;
};

/** Whether a promise is still owed. */
export type ActionState = "open" | "done" | "dropped";

/** One point of a meeting's agenda. */
export type AgendaId = string;

/** What 1:1s are for. A template serves all of these. */
export type Aim = "career" | "feedback" | "personal" | "environment" | "about_manager";

/** A private note beside a document. */
export type Annotation = {
  id: MarginId;
  section: SectionId | null;
  note: NoteId | null;
  text: string;
  changed_at: Instant | null;
};

/** What an answer said. */
export type Approval = {
  deed: number | null;
};

/** A part of the argument to those who decide. */
export type ArgumentPart = "ask" | "numbers" | "gap" | "options" | "consequences";

/** A question about a letter of SMART. */
export type Asked = {
  letter: Letter;
  question: Question;
};

/** Something that is assumed for the moment, and not kept. */
export type Assumed = {
  key: AssumptionKey;
  value: number;
};

/** One assumption that somebody set. */
export type Assumption = {
  key: AssumptionKey;
  value: number;
  source: string;
};

/** One thing a forecast assumes. Its key is its name in small letters, and never changes. */
export type AssumptionKey = "productive_hours" | "attrition" | "offer_acceptance" | "months_to_hire" | "candidates_per_hire" | "hours_per_candidate" | "ramp_months" | "spread" | "lead_loss" | "intern_guidance" | "contractor_guidance" | "intern_output" | "contractor_output" | "manager_span" | "training_hours" | "training_months" | "recruiter_capacity" | "interview_capacity" | "candidate_capacity" | "run_growth" | "automation_share" | "defer_months" | "level_tolerance";

/** One assumption of a plan. */
export type AssumptionLine = {
  key: AssumptionKey;
  value: number;
  source: string;
  is_set: boolean;
  default: number;
  unit: Unit;
  least: number;
  most: number;
};

/** One attached file. */
export type AttachmentId = string;

/** An attached file, as a list shows it. */
export type AttachmentLine = {
  id: AttachmentId;
  name: string;
  bytes: number;
  added_at: Instant;
};

/** A side by which work is looked at. */
export type Axis = "team" | "person" | "level" | "kind" | "month" | "belongs_here";

/** The backup that was written. */
export type BackedUp = {
  file: string;
  records: number;
  changes: number;
};

/** How even a text is, by its points. */
export type BalanceLine = {
  praise: number;
  constructive: number;
  percent: number | null;
  verdict: Verdict;
  missing_praise: number;
  missing_constructive: number;
};

/** What an import brought. */
export type Brought = {
  added: number;
  changed: number;
  unchanged: number;
  deed: number | null;
};

/** The built-in templates. */
export type BuiltIn = "people" | "managers";

/** What could come of a calendar file. */
export type CalendarPreview = {
  import: string;
  file_name: string;
  events: EventLine[];
  unused: UnusedEvent[];
  more_unused: number;
};

/** One person on the sheet. */
export type CalibrationRow = {
  id: ReviewId;
  person: PersonId;
  person_name: string;
  state: ReviewState;
  words: number;
  balance: BalanceLine;
  surprises: number;
  praise_notes: number;
  constructive_notes: number;
  goals: number;
  goals_met: number;
  goals_partly: number;
  goals_missed: number;
  disagreements: number;
};

/** One that waits. */
export type CaptureLine = {
  id: NoteId;
  at: Instant;
  on: Day;
  about: string;
  person: Guess | null;
  polarity: Polarity;
  text: string;
};

/** What people are shown about a rule. */
export type Card = {
  id: string;
  name: string;
  reason: string;
  before: string;
  after: string;
};

/** One thing that somebody needs a thought for. */
export type Care = {
  person: PersonId;
  person_name: string;
  kind: CareKind;
  count: number;
};

/** Why somebody needs a thought. */
export type CareKind = "notes_wait" | "goals_due" | "no_goals" | "no_growth" | "quiet_folder" | "praise_waits";

/** Where a person would like to go. */
export type CareerPage = {
  wishes: WishLine[];
  explorations: ExplorationLine[];
};

/** A kind of goals. */
export type CategoryLine = {
  name: string;
  goals: number;
  is_named: boolean;
};

/** One entry of a plan's change log. */
export type Change = {
  on: string;
  factor: ChangeFactor;
  text: string;
};

/** What makes one look at a plan again. */
export type ChangeFactor = "strategy" | "load" | "market" | "people";

/** A chart. */
export type Chart = {
  title: string;
  unit: string;
  description: string;
  width: number;
  height: number;
  shapes: ChartShape[];
  table: ChartTable;
};

/** Which end of a text stands at its place. */
export type ChartAnchor = "start" | "middle" | "end";

/** What a shape stands for. Each has a colour on the screen and an ink on paper. */
export type ChartRole = "work" | "people" | "band80" | "now" | "then" | "warn" | "quiet" | "muted" | "axis" | "grid" | "ink";

/** Something that is drawn. */
export type ChartShape =
  | { kind: "area"; role: ChartRole; points: [number, number][]; is_extrapolated: boolean }
  | { kind: "line"; role: ChartRole; points: [number, number][]; is_extrapolated: boolean }
  | { kind: "bar"; role: ChartRole; x: number; y: number; width: number; height: number; is_extrapolated: boolean }
  | { kind: "rule"; role: ChartRole; from: [number, number]; to: [number, number]; is_dashed: boolean }
  | { kind: "label"; role: ChartRole; x: number; y: number; anchor: ChartAnchor; size: number; is_bold: boolean; text: string };

/** The numbers of a chart in words and digits. */
export type ChartTable = {
  columns: string[];
  rows: string[][];
};

/** One question to somebody whom a talk concerns. */
export type CheckInId = string;

/** A question to somebody whom a talk concerns. As private as where a note came from. */
export type CheckInLine = {
  id: CheckInId;
  from: string;
  person: PersonId | null;
  asked_on: Day;
  question: string;
  answered_on: Day | null;
  answer: string;
  told_on: Day | null;
  is_untold: boolean;
};

/** What the check found. */
export type Checked = {
  findings: Finding[];
  records: number;
  changes: number;
  backups: number;
  newest_backup: Instant | null;
  broken: boolean;
};

/** What is decided about one. */
export type Choice = {
  id: NoteId;
  person: PersonId;
  polarity?: Polarity;
  text?: string;
  kind?: NoteKind;
};

/** An event that was chosen. */
export type Chosen = {
  event: number;
  person?: PersonId;
  because?: string;
};

/** One place that the coach asks about. */
export type CoachHint = {
  rule: string;
  at: Span;
  excerpt: string;
  replacements: string[];
  mark: string;
};

/** What the coach asks. */
export type Coached = {
  findings: CoachHint[];
  set_aside: number;
};

/** What the writing coach asks about in a point. */
export type CoachedPoint = {
  point: PointId;
  findings: CoachHint[];
};

/** What a message is for. */
export type ComposeWhat = "request" | "approval";

/** What is done about a concern that cannot wait for the plan, and how long that carries. */
export type Concern = {
  text: string;
  action: ActionId | null;
  serves_until: string;
};

/** A turn to HR. */
export type ConsultLine = {
  id: HrConsultId;
  part: HrPart;
  who: string;
  on: Day;
  question: string;
  advice: string;
};

/** Somebody whose view went into a plan. */
export type Contributor = {
  name: string;
  kind: ContributorKind;
  on: string;
};

/** Whose view somebody brings. */
export type ContributorKind = "peer" | "customer" | "other";

/** One conversation about one or more talks. */
export type ConversationId = string;

/** A conversation. */
export type ConversationLine = {
  id: ConversationId;
  talks: TalkId[];
  at: WallTime;
  participants: Participant[];
  outcome: string;
  differences: string;
  response_due: Day;
  answered_on: Day | null;
  answer: string;
};

/** As what a plan is copied. */
export type CopyAs =
  | { kind: "scenario"; name: string }
  | { kind: "version" };

/** A cycle and its reviews. */
export type CycleOverview = {
  cycle: ReviewCycleLine;
  reviews: ReviewLine[];
  steps: StepCount[];
};

/** The goals of a cycle. */
export type CyclePage = {
  cycle: string;
  from: Day;
  to: Day;
  goals: ThenAndNow[];
};

/** A day of the calendar, `YYYY-MM-DD`. */
export type Day = string;

/** A deed in one line. */
export type DeedLine = {
  deed: number;
  name: string;
  at: Instant;
  sentence: string;
  undone: boolean;
  undoes: number | null;
};

/** One hint of the writing coach that was set aside. */
export type DismissalId = string;

/** A hint that was set aside. */
export type DismissalLine = {
  id: DismissalId;
  rule: string;
  because: string;
  on: Day;
};

/** What came of a text. */
export type Divided = {
  points: number;
  deed: number | null;
};

/** How far a document has come. */
export type DocumentState = "blank" | "draft" | "submitted" | "annotated" | "discussed" | "agreed" | "agreed_with_difference" | "sent" | "archived";

/** A drafted part of an argument. */
export type DraftedPart = {
  part: ArgumentPart;
  text: string;
};

/** Another 1:1 of the two. */
export type Elsewhere = {
  id: MeetingId;
  starts: WallTime;
  reason: string;
  by: Side | null;
};

/** How somebody is employed. */
export type Employment = "employee" | "contractor" | "intern";

/** What an entry tells. */
export type EntryKind = "progress" | "obstacle";

/** One entry of a goal's story. */
export type EntryLine = {
  id: GoalEntryId;
  kind: EntryKind;
  on: Day;
  text: string;
  value: Metric | null;
  has_moved: boolean;
  resolved_on: Day | null;
};

/** What an event becomes. */
export type EventKind = "series" | "meeting" | "day_off";

/** An event that something can be made of. */
export type EventLine = {
  event: number;
  kind: EventKind;
  news: NewsKind;
  summary: string;
  starts: WallTime;
  zone: string;
  minutes: number;
  every_days: number | null;
  ends_on: Day | null;
  person: PersonId | null;
  person_name: string;
  said: SaidLine[];
};

/** What a piece of evidence is. */
export type EvidenceKind = "note" | "one_on_one" | "goal" | "talk" | "quote";

/** One piece of evidence. */
export type EvidenceLine = {
  kind: EvidenceKind;
  id: RecordId;
  address: string;
  on: Day;
  polarity: Polarity | null;
  title: string;
  text: string;
  figure: string;
  about: NoteKind | null;
  goals: GoalId[];
  talked_on: Day | null;
  shows: boolean;
  is_usable: boolean;
  is_used: boolean;
};

/** One try-out of a role. */
export type ExplorationId = string;

/** A try-out of a role, as a list shows it. */
export type ExplorationLine = {
  id: ExplorationId;
  role: string;
  why: string;
  next_step: string;
  contact: string;
  outcome: string;
  on: Day;
};

/** What was written. */
export type Exported = {
  records: number;
  files: number;
};

/** What was written. */
export type ExportedCycle = {
  files: number;
  left_out: string[];
};

/** What was written. */
export type ExportedSheets = {
  files: string[];
};

/** The six things a rhythm is chosen by, in the owner's words. */
export type FactorTexts = {
  level: string;
  performance: string;
  autonomy: string;
  tenure_here: string;
  tenure_on_team: string;
  load: string;
};

/** Why a call did not do what it was asked. */
export type Fault = {
  kind: FaultKind;
  rule: string | null;
  sentence: string;
  next: string | null;
};

/** What the caller can do about a fault. */
export type FaultKind = "refused" | "wrong_use" | "locked" | "damaged" | "machine" | "cancelled";

/** What happened to one field. */
export type FieldChange = {
  field: string;
  label: string;
  before: string | null;
  after: string | null;
};

/** The team that was made up. */
export type Filled = {
  people: number;
};

/** Searches texts, titles and names. */
export type Find = {
  query: string;
  person?: PersonId;
  kinds?: RecordKind[];
  polarity?: Polarity;
  about?: NoteKind;
  raised?: boolean;
  sourced?: boolean;
  goal?: GoalId;
  from?: Day;
  to?: Day;
  limit?: number;
};

/** One finding. */
export type Finding = {
  severity: Severity;
  sentence: string;
  next: string | null;
};

/** What came to light on the way. */
export type Findings = {
  findings: Finding[];
};

/** One cycle of a folder. */
export type FolderCycle = {
  name: string;
  from: Day;
  to: Day;
  praise: number;
  constructive: number;
  praise_percent: number | null;
  verdict: Verdict;
  quarters: FolderQuarter[];
  recent_percent: number;
  is_mostly_recent: boolean;
  quiet_days: number | null;
  waiting: number;
  waiting_days: number | null;
};

/** A quarter of a cycle. */
export type FolderQuarter = {
  from: Day;
  to: Day;
  praise: number;
  constructive: number;
  is_empty: boolean;
};

/** One look at how it goes after a talk. */
export type FollowUpId = string;

/** A look. */
export type FollowUpLine = {
  id: FollowUpId;
  on: Day;
  found: Trend;
  text: string;
  said_aloud: string;
};

/** What was found. */
export type Found = {
  hits: Hit[];
  people: PersonLine[];
};

/** Something that misses. */
export type Gap = "message" | "example" | "consequence" | "ownership" | "seen_myself" | "facilitator" | "evidence";

/** Something that stands in the way of sharing. */
export type GapLine = {
  gap: ShareGap;
  point: PointId | null;
};

/** One entry in a goal's story: progress, or an obstacle. */
export type GoalEntryId = string;

/** One goal. */
export type GoalId = string;

/** A goal, as a list shows it. */
export type GoalLine = {
  id: GoalId;
  person: PersonId;
  person_name: string;
  title: string;
  text: string;
  measure: string;
  achievable: string;
  relevant: string;
  category: string;
  ground: GroundId | null;
  ground_title: string;
  starts_on: Day | null;
  due: Day | null;
  state: GoalState;
  next_states: GoalState[];
  start_value: Metric | null;
  target: Metric | null;
  value: Metric | null;
  percent: number | null;
  is_growth: boolean;
  review_days: number | null;
  review_interval: number;
  reviewed_on: Day | null;
  next_review: Day | null;
  is_due_for_review: boolean;
  obstacles: number;
  own_words_on: Day | null;
  endorsed_on: Day | null;
  ended_on: Day | null;
  outcome: string;
  comment: string;
};

/** A goal and what became of it. */
export type GoalPage = {
  goal: GoalLine;
  questions: Asked[];
  story: EntryLine[];
  wordings: WordingLine[];
};

/** How far a goal has come. */
export type GoalState = "proposed" | "endorsed" | "active" | "achieved" | "partly_achieved" | "missed" | "dropped";

/** Something that goals rest on: a value or a goal of the company. */
export type GroundId = string;

/** What kind of ground it is. */
export type GroundKind = "value" | "company" | "organisation" | "team";

/** Something that goals rest on. */
export type GroundLine = {
  id: GroundId;
  kind: GroundKind;
  title: string;
  text: string;
  until: Day | null;
  holds: boolean;
  goals: number;
};

/** Who is meant. */
export type Guess = {
  id: PersonId;
  name: string;
  is_whole_name: boolean;
};

/** Where the texts are now. */
export type HandedOver = {
  durable: boolean;
};

/** Something that happened without being asked for. The one event of the door. */
export type Happening =
  | { kind: "changed"; seq: number }
  | { kind: "locked"; because: LockedBecause }
  | { kind: "progress"; job: string; done: number; total: number | null; sentence: string }
  | { kind: "capture" }
  | { kind: "dropped"; files: number }
  | { kind: "closing" }
  | { kind: "remind"; sentence: string }
  | { kind: "compose"; link: string }
  | { kind: "found"; findings: Finding[] };

/** What a tenth, half and nine tenths of the runs do not exceed. */
export type HeadcountBand = {
  p10: number;
  p50: number;
  p90: number;
};

/** What many runs show. FTE but for people who left and joined. */
export type HeadcountBands = {
  seed: number;
  runs: number;
  supply: HeadcountBand[];
  gap: HeadcountBand[];
  horizons: HeadcountChance[];
};

/** The kind of thing that a step comes from. */
export type HeadcountCause = "staff" | "promoted" | "requisition" | "backfill" | "reduction" | "initiative" | "run_load" | "measure";

/** The chances at one horizon. */
export type HeadcountChance = {
  month: number;
  is_extrapolated: boolean;
  covered: number;
  every_role_covered: number;
  left: HeadcountBand;
  joined: HeadcountBand;
  roles: HeadcountRoleChance[];
};

/** Two plans side by side. */
export type HeadcountCompared = {
  differences: HeadcountDifference[];
  gaps: HeadcountGapChange[];
};

/** One thing that went in differently. */
export type HeadcountDifference = {
  part: InputPart;
  key: AssumptionKey | null;
  name: string;
  before: string | null;
  after: string | null;
};

/** One thing that a plan is made of. */
export type HeadcountEntryLine = {
  id: PlanEntryId;
  entry: PlanEntry;
  warnings: RequisitionWarning[];
};

/** A number that a step is multiplied with, or divided by. */
export type HeadcountFactor = {
  is: HeadcountFactorKind;
  divides: boolean;
  value: number;
};

/** A number that a part is multiplied with or divided by. */
export type HeadcountFactorKind = "fte" | "count" | "output" | "lead_loss" | "hours" | "candidates_per_hire" | "productive_hours" | "interview_months" | "ramp" | "stays" | "leaves" | "growth" | "value";

/** What a plan finds. People are called as the plan shows them. */
export type HeadcountFindings = {
  heads: number;
  specialists: string[];
  generalists: string[];
  levels: HeadcountMix[];
  sites: HeadcountShare[];
  kinds: [number, number, number];
  paths: HeadcountPath[];
  leavers: HeadcountShare[];
  expected_leavers: number;
  single_points: HeadcountSinglePoint[];
  over_span: HeadcountShare[];
  managers_needed: number;
  work: HeadcountWork;
};

/** The gap of one role at one horizon in both. */
export type HeadcountGapChange = {
  role: string | null;
  month: number;
  before: number;
  after: number;
  by: number;
};

/** The roles at one horizon. */
export type HeadcountHorizon = {
  month: number;
  is_extrapolated: boolean;
  all: HeadcountRole;
  roles: HeadcountRole[];
  pace: HeadcountPace;
};

/** Heads of a level against the work that asks for it. */
export type HeadcountLevel = {
  level: string;
  heads: number;
  needed: number;
  surplus: number;
};

/** A plan as a list shows it. */
export type HeadcountLine = {
  plan: HeadcountPlan;
  people: number;
  answered: number;
};

/** Heads of one level over time. */
export type HeadcountMix = {
  name: string;
  heads: number[];
};

/** What a plan comes to. FTE but for heads; gaps above zero are people missing, below zero people to spare. */
export type HeadcountNumbers = {
  starts: Month;
  months: number;
  extrapolated_from: number | null;
  lines: HeadcountSeries[];
  horizons: HeadcountHorizon[];
  rethink: HeadcountRethink[];
  interview_peak: HeadcountPeak;
};

/** One way, and what it does. */
export type HeadcountOption = {
  way: Way;
  amount: number;
  from: string | null;
  effect: number;
  effect_on_all: number;
  gap: number;
  chance: number;
  chance_before: number;
};

/** A ramp in numbers. */
export type HeadcountPace = {
  hires: number;
  needed: number;
  allowed: number;
  limit: Limit;
  reachable: number;
  interview_hours: number;
  is_feasible: boolean;
};

/** A headcount plan with all that is kept of it. */
export type HeadcountPage = {
  plan: HeadcountPlan;
  scenarios: HeadcountPlan[];
  entries: HeadcountEntryLine[];
  texts: HeadcountTextLine[];
  work: WorkLine[];
  assumptions: AssumptionLine[];
  questions: QuestionLine[];
  trouble: PlanTrouble | null;
};

/** Where somebody would like to go. */
export type HeadcountPath = {
  name: string;
  next_role: string;
};

/** A month and its hours. */
export type HeadcountPeak = {
  month: number;
  hours: number;
};

/** Hours by two sides. */
export type HeadcountPivot = {
  rows: PivotKey[];
  columns: PivotKey[];
  cells: number[][];
  row_totals: number[];
  column_totals: number[];
  total: number;
};

/** A version or a scenario of a headcount plan. */
export type HeadcountPlan = {
  id: PlanId;
  organisation: string;
  name: string;
  version: number;
  before: PlanId | null;
  baseline: PlanId | null;
  state: PlanState;
  next_states: PlanState[];
  is_open: boolean;
  starts: Month;
  months: number;
  known_until: Month | null;
  review_by: Day;
  is_due: boolean;
  suits: SuitsVerdict | null;
  realistic: RealisticVerdict | null;
  unasked_because: string;
};

/** Months in which a role has less than nothing left. */
export type HeadcountRethink = {
  role: string;
  from: number;
  months: number;
};

/** One role at one horizon. */
export type HeadcountRole = {
  role: string | null;
  heads_now: number;
  heads: number;
  target: number | null;
  leavers: number;
  to_join: number;
  demand: number;
  supply: number;
  gap: number;
};

/** The chance of one role. */
export type HeadcountRoleChance = {
  role: string;
  supply: HeadcountBand;
  gap: HeadcountBand;
  covered: number;
};

/** One role over time, a number a month from month 0 on. */
export type HeadcountSeries = {
  role: string | null;
  demand: number[];
  supply: number[];
  gap: number[];
  heads: number[];
};

/** Something and how much of it. */
export type HeadcountShare = {
  name: string;
  amount: number;
};

/** A skill that rests on one person. */
export type HeadcountSinglePoint = {
  skill: string;
  from_level: number;
  holder: string;
  is_moving_on: boolean;
  months: number[];
};

/** One step. */
export type HeadcountStep = {
  of: HeadcountCause;
  name: string;
  measure: Measure | null;
  is_taken_away: boolean;
  factors: HeadcountFactor[];
  value: number;
};

/** One written text of a plan. */
export type HeadcountTextLine = {
  id: PlanTextId;
  place: PlanPlace;
  text: string;
  empty_because: string;
  owner: string;
  at: Instant;
};

/** Why a number is what it is: the sum of its steps, each with its sign, added from first to last. */
export type HeadcountWhy = {
  measure: Measure;
  role: string | null;
  month: number;
  result: number;
  is_extrapolated: boolean;
  steps: HeadcountStep[];
};

/** What the work shows. All zero and empty where none was imported. */
export type HeadcountWork = {
  hours: number;
  technical: number;
  soft: number;
  interrupts: number;
  toil: number;
  elsewhere: number;
  top_people: number;
  top_share: number;
  by_person: HeadcountShare[];
  levels: HeadcountLevel[];
  is_mismatched: boolean;
  months_without: Month[];
};

/** Something worth a word. */
export type Hint =
  | { kind: "no_opportunities"; documents: number }
  | { kind: "no_learning"; documents: number }
  | { kind: "mostly_status" }
  | { kind: "quiet"; about: SectionKind; days: number }
  | { kind: "odd_length" }
  | { kind: "first_not_held" };

/** One find. */
export type Hit = {
  kind: RecordKind;
  record: RecordId;
  open: Opens;
  person: PersonId | null;
  person_name: string;
  title: string;
  on: Day | null;
  snippet: Part[];
};

/** One day off of the workplace. */
export type HolidayId = string;

/** A day off. */
export type HolidayLine = {
  id: HolidayId;
  on: Day;
  name: string;
};

/** One turn to HR about a talk. */
export type HrConsultId = string;

/** What HR is asked for. */
export type HrPart = "sounding_board" | "guidance" | "attendance";

/** Whether HR is wanted. */
export type HrWish = "no" | "unsure" | "attends";

/** One big piece of work ahead. */
export type Initiative = {
  id: InitiativeId;
  name: string;
  from: Month;
  to: Month;
  needs: Need[];
};

/** One big piece of work ahead. */
export type InitiativeId = string;

/** What one person says for a review. */
export type InputLine = {
  id: PeerInputId;
  review: ReviewId;
  author: string;
  person: PersonId | null;
  relation: Relation;
  team: string;
  state: InputState;
  next_states: InputState[];
  asked_on: Day;
  notes: string;
  words: string;
  is_usable: boolean;
  stands_alone: boolean;
};

/** What others say for a review. */
export type InputList = {
  inputs: InputLine[];
  one_sided: OneSided[];
};

/** A part of the inputs. */
export type InputPart = "time" | "assumption" | "staff" | "requisition" | "promotion" | "reduction" | "target" | "initiative" | "run_load";

/** Where an input stands. */
export type InputState = "requested" | "received" | "written_up" | "sent_for_approval" | "approved" | "changes_asked" | "declined";

/** A moment, RFC 3339 in UTC, to the millisecond. */
export type Instant = string;

/** The note that was kept. */
export type Kept = {
  id: NoteId;
  deed: number;
};

/** The calendar file that follows the vault. */
export type KeptCalendar = {
  place: string | null;
  names: boolean;
  trouble: string | null;
};

/** Whether this computer's keychain may open the vault. */
export type KeychainState = {
  keychain: boolean;
};

/** A recovery kit, to be printed or written down. Shown once. */
export type Kit = {
  vault: string;
  groups: string[];
  ask: [number, number];
  made_on: Day;
};

/** What a recovery kit is written as. */
export type KitFormat = "pdf" | "txt";

/** That somebody is likely to leave. Where the thought comes from is never part of a plan. */
export type Leaving = {
  month: Month;
  confidence: number;
};

/** The five letters. */
export type Letter = "specific" | "measurable" | "achievable" | "relevant" | "time_bound";

/** What holds hiring back first. */
export type Limit = "recruiters" | "interviewers" | "candidates";

/** What sort of work it is. */
export type LoadKind = "technical" | "soft" | "interrupt" | "toil";

/** Why the vault was locked. */
export type LockedBecause = "request" | "idle" | "suspend" | "other_program";

/** The record that a call made or changed. */
export type Made = {
  id: RecordId;
  deed: number | null;
};

/** A version that was made. */
export type MadeVersion = {
  id: ReviewVersionId;
  number: number;
  goals: number;
  deed: number | null;
};

/** A message, and the note it becomes. */
export type MailChoice = {
  message: number;
  person: PersonId;
  polarity: Polarity;
  kind?: NoteKind;
  text?: string;
  on?: Day;
  files?: boolean;
};

/** An attached file of a message. */
export type MailFile = {
  name: string;
  bytes: number;
};

/** Which of the messages are listed. */
export type MailFilter = "all" | "new" | "certain" | "open";

/** What was kept. */
export type MailKept = {
  notes: NoteId[];
  known: number;
  deed: number | null;
};

/** A message, as a list shows it. */
export type MailLine = {
  message: number;
  news: MailNews;
  from: string;
  sent_at: Instant | null;
  subject: string;
  beginning: string;
  files: MailFile[];
  left_out: MailSaid[];
  person: PersonId | null;
  person_name: string;
  sure: MailSure;
  because: string;
};

/** Whether a message is new. */
export type MailNews = "new" | "kept" | "twice";

/** A whole message. */
export type MailPage = {
  line: MailLine;
  to: string[];
  text: string;
  note: string;
};

/** What was found. */
export type MailPreview = {
  import: string;
  found: number;
  new: number;
  known: number;
  certain: number;
  lines: MailLine[];
  unread: UnreadMail[];
  more_unread: number;
  thrown_away: number;
};

/** Something to be said of a message. */
export type MailSaid = {
  rule: string;
  sentence: string;
};

/** How sure it is whom a message is about. */
export type MailSure = "certain" | "likely" | "no";

/** A prepared message. Each part still has to be encoded for a link. */
export type MailText = {
  to: string;
  subject: string;
  body: string;
  is_cut: boolean;
};

/** The owner's private margin beside one 1:1 document. */
export type MarginId = string;

/** The private margin. */
export type MarginText = {
  text: string;
  changed_at: Instant | null;
};

/** One count of a forecast, in FTE but for heads, for a role and a month. */
export type Measure = "initiatives" | "run" | "people" | "leavers" | "joined" | "reduced" | "interviews" | "guidance" | "training" | "lead_loss" | "heads" | "demand" | "supply" | "gap";

/** One 1:1 meeting and its document. */
export type MeetingId = string;

/** Which kind of meeting. */
export type MeetingKind = "initial" | "regular" | "follow_up";

/** A 1:1, as a list shows it. */
export type MeetingLine = {
  id: MeetingId;
  person: PersonId;
  person_name: string;
  starts: WallTime;
  minutes: number;
  state: MeetingState;
  headline: string;
  words: number;
};

/** A 1:1 and everything beside it. */
export type MeetingPage = {
  id: MeetingId;
  person: PersonLine;
  pair: PairPage;
  story: Story;
  owner_name: string;
  starts: WallTime;
  zone: string;
  minutes: number;
  state: MeetingState;
  kind: MeetingKind;
  document: DocumentState;
  is_mine: boolean;
  submitted_at: Instant | null;
  document_due: WallTime;
  template_sent_at: Instant | null;
  template_due: Instant | null;
  history_due: Instant;
  sections: Section[];
  agenda: Point[];
  remarks: RemarkText[];
  annotations: Annotation[];
  prep: PrepState;
  hints: Hint[];
  goals_due: GoalLine[];
  parted: Parted;
  margin: MarginText;
  previous: MeetingLine[];
  open_actions: ActionLine[];
  notes_since: NoteLine[];
  last_met: Day | null;
  met_count: number;
  first_met: Day | null;
};

/** How far a meeting has come. */
export type MeetingState = "planned" | "prepped" | "in_progress" | "held" | "notes_sent" | "closed" | "moved" | "cancelled";

/** A figure and what it counts, such as `104 s`, `-3 %` or `2.5 days`. Exact: a decimal number, not a binary one. */
export type Metric = {
  value: string;
  unit: string;
};

/** A month of a year from 1 to 9999, written `2026-11`. Months are ordered by time. */
export type Month = string;

/** Somebody who is named. */
export type Named = {
  person: PersonId;
  name: string;
};

/** What stands behind a name in the message. */
export type Naming = "nobody" | "observed_myself" | "facilitated";

/** What an initiative takes of one role. */
export type Need = {
  role: string;
  fte: number;
};

/** What an event would change. */
export type NewsKind = "new" | "changed" | "unchanged";

/** No arguments, or nothing to answer beyond "done". */
export type None = Record<string, never>;

/** One entry of a fuzzy folder. */
export type NoteId = string;

/** What a note is about. */
export type NoteKind = "delivery" | "leadership" | "difficulty" | "other";

/** A note, as a list shows it. */
export type NoteLine = {
  id: NoteId;
  person: PersonId;
  person_name: string;
  polarity: Polarity;
  kind: NoteKind;
  text: string;
  on: Day;
  raised_on: Day | null;
  dismissed: boolean;
  files: number;
  age_days: number;
  example: string;
  consequence: string;
  metric: string;
  tags: string[];
  goals: GoalId[];
  raised_in: MeetingId[];
  dismissed_because: string;
  sources: number;
  lacks_example: boolean;
};

/** What the list of those who are asked lacks. */
export type OneSided = "one_relation" | "one_team";

/** The room that shows a find, and what it opens there. */
export type Opens = {
  room: Room;
  id: RecordId;
};

/** The parts of a talk that are picked for HR. Nothing is picked by itself. */
export type PacketParts = {
  message?: boolean;
  conversations?: boolean;
  plan?: boolean;
  progress?: boolean;
  question?: HrConsultId;
};

/** What HR would be given. */
export type PacketPreview = {
  text: string;
  names: string[];
  withheld: Withheld[];
};

/** The two people of a 1:1 and their rhythm. */
export type PairId = string;

/** The rhythm with somebody. */
export type PairPage = {
  rhythm: Rhythm | null;
  slots: Slot[];
  gap_days: number | null;
  is_gap_red: boolean;
  moved: number;
  moved_of: number;
  moves_told: boolean;
};

/** A piece of a snippet. */
export type Part = {
  text: string;
  hit: boolean;
};

/** What the two said when they parted, and the notes on their way. */
export type Parted = {
  same_mine: boolean;
  same_theirs: boolean;
  difference: string;
  began_at: Instant | null;
  ended_at: Instant | null;
  notes_sent_at: Instant | null;
  minutes_to_send: number | null;
  agreed: boolean | null;
};

/** Somebody who is there. */
export type Participant = {
  part: ParticipantPart;
  person: PersonId | null;
  name: string;
};

/** What somebody is there for. */
export type ParticipantPart = "manager" | "employee" | "other" | "facilitator" | "hr";

/** What one person says for a review. */
export type PeerInputId = string;

/** Everything that is known of a person. */
export type Person = {
  id: PersonId;
  name: string;
  role: string;
  level: string;
  site: string;
  team: string;
  manager: PersonId | null;
  relation: Relation;
  employment: Employment;
  started_on: Day | null;
  left_on: Day | null;
  email: string;
  phone: string;
  skills: Skill[];
  about: string;
};

/** Numbers about the time with a person. */
export type PersonFacts = {
  met: number;
  moved: number;
  praise: number;
  constructive: number;
  next: WallTime | null;
  with_us_months: number | null;
};

/** A person of the roster, the owner included. */
export type PersonId = string;

/** A person, as a list shows them. */
export type PersonLine = {
  id: PersonId;
  name: string;
  initials: string;
  hue: number;
  relation: Relation;
  role: string;
  team: string;
  left: boolean;
  last_met: Day | null;
  next: WallTime | null;
  unraised: number;
};

/** A person and what the year with them looks like in numbers. */
export type PersonPage = {
  person: Person;
  initials: string;
  hue: number;
  facts: PersonFacts;
  manager_name: string | null;
  reports: number;
};

/** What a row or a column stands for. */
export type PivotKey =
  | { kind: "name"; name: string }
  | { kind: "work"; of: LoadKind }
  | { kind: "belongs"; here: boolean };

/** One thing that a plan is made of. How each is written as JSON is how vaults keep it, and never changes. */
export type PlanEntry = { "is": "staff" } & StaffRow | { "is": "requisition" } & Requisition | { "is": "promotion" } & Promotion | { "is": "reduction" } & Reduction | { "is": "target" } & Target | { "is": "initiative" } & Initiative | { "is": "run_load" } & RunLoad | { "is": "assumption" } & Assumption | { "is": "contributor" } & Contributor | { "is": "concern" } & Concern | { "is": "change" } & Change;

/** One entry of a plan: a row of its people, an assumption, a planned hire. */
export type PlanEntryId = string;

/** One version of a headcount plan. */
export type PlanId = string;

/** Where in a plan a text stands. */
export type PlanPlace =
  | { "answer": PlanQuestion }
  | { "argument": ArgumentPart };

/** One of the 25 questions. Its key is its name in small letters, and never changes. */
export type PlanQuestion = "breadth" | "level_mix" | "paths" | "key_leavers" | "single_points" | "sites" | "soft_work" | "imbalance" | "concentration" | "toil" | "elsewhere" | "initiative_needs" | "redundancy" | "stayers" | "efficiencies" | "industry" | "market" | "intake_capacity" | "grow_juniors" | "temporary" | "leadership" | "trainers" | "extra_level" | "infrastructure" | "project_management";

/** Where a plan stands. */
export type PlanState = "draft" | "consulted" | "documented" | "presented" | "agreed" | "refused" | "superseded";

/** One written text of a plan: an answer, or a part of its argument. */
export type PlanTextId = string;

/** Why no number can be made of a plan. */
export type PlanTrouble = {
  rule: string | null;
  sentence: string;
  next: string | null;
};

/** A point of the agenda. */
export type Point = {
  id: AgendaId;
  topic: Topic | null;
  text: string;
  done: boolean;
  open_because: string;
};

/** Who put a point into the review. */
export type PointAuthor = "manager" | "employee";

/** One point of a review. */
export type PointId = string;

/** Whether a note is praise or something to improve. */
export type Polarity = "praise" | "constructive";

/** What the owner did to prepare a 1:1. */
export type PrepState = {
  history_at: Instant | null;
  document_at: Instant | null;
  folder_at: Instant | null;
  seconds: number;
  earlier_seconds: number[];
};

/** That somebody of the people there are becomes a lead. */
export type Promotion = {
  row: StaffRowId;
  month: Month;
  backfill: Month | null;
  backfill_role: string | null;
};

/** When to take up what was left, and what that is. */
export type Proposal = {
  left: string[];
  starts: WallTime[];
  late: boolean;
};

/** What is asked about a letter. The page has the words. */
export type Question = "missing" | "no_end" | "no_figure";

/** What a question is about. */
export type QuestionGroup = "people" | "work" | "outlook" | "recruiting" | "support";

/** One question of a plan. */
export type QuestionLine = {
  question: PlanQuestion;
  group: QuestionGroup;
  needs_owner: boolean;
  is_answered: boolean;
};

/** How far a remark about the environment reaches. */
export type Range = "employee" | "team" | "organisation" | "company" | "industry";

/** What is read before a 1:1. */
export type Reading = "history" | "document" | "folder";

/** Whether the plan is realistic. */
export type Realistic = "realistic" | "not_realistic";

/** Whether a plan is realistic, and why. */
export type RealisticVerdict = {
  is: Realistic;
  because: string;
};

/** Any record, whatever its noun: what the change log and the search point at. */
export type RecordId = string;

/** What a hit or a history belongs to. */
export type RecordKind = "person" | "one_on_one" | "section" | "margin" | "note" | "goal" | "review" | "action" | "pair" | "template" | "agenda" | "prep" | "remark" | "holiday" | "wish" | "exploration" | "source" | "goal_entry" | "wording" | "ground" | "talk" | "conversation" | "follow_up" | "check_in" | "hr_consult" | "saved_search" | "dismissal" | "review_cycle" | "review_point" | "self_review" | "peer_input" | "review_version" | "signature" | "plan" | "plan_entry" | "plan_text" | "work_import" | "attachment";

/** That a role gets smaller by plan, beyond what attrition does. Contraction is as much a plan as growth. */
export type Reduction = {
  role: string;
  month: Month;
  fte: number;
};

/** A row or a cell that is left out. */
export type Rejected = {
  row: number;
  column: string;
  sentence: string;
};

/** What somebody is to the owner of the vault. */
export type Relation = "me" | "direct_report" | "my_manager" | "peer" | "partner" | "hr" | "skip_level" | "other";

/** Something added to a document for both to read. */
export type RemarkId = string;

/** Why a remark stands in a document. */
export type RemarkKind = "shared" | "correction";

/** Something added to a document for both to read. */
export type RemarkText = {
  id: RemarkId;
  section: SectionId | null;
  kind: RemarkKind;
  text: string;
  on: Day;
};

/** What a reminder is about. */
export type ReminderKind = "send_template" | "read_history" | "fill_document" | "document_due" | "document_late" | "read_document" | "send_notes" | "meet_again";

/** Something to be reminded of. */
export type ReminderLine = {
  kind: ReminderKind;
  meeting: MeetingId | null;
  person: PersonId;
  person_name: string;
  starts: WallTime | null;
  at: Instant;
};

/** A planned joining of one or more people of one role. */
export type Requisition = {
  id: RequisitionId;
  role: string;
  level: string;
  skill: string;
  site: string;
  start: Month;
  until: Month | null;
  count: number;
  kind: RequisitionKind;
  growth_path: string;
  mentor: StaffRowId | null;
};

/** One planned hire, contract, internship or transfer. */
export type RequisitionId = string;

/** How somebody joins. */
export type RequisitionKind = "hire" | "contract" | "intern" | "transfer";

/** What a requisition can do without, but better not. */
export type RequisitionWarning = "no_growth_path" | "no_mentor";

/** What came out of a backup. */
export type Restored = {
  records: number;
  changes: number;
};

/** One cycle of reviews with its dates. */
export type ReviewCycleId = string;

/** The cycle of a review. */
export type ReviewCycleLine = {
  id: ReviewCycleId | null;
  name: string;
  from: Day;
  until: Day;
  self_review_by: Day | null;
  share_by: Day | null;
  discuss_by: Day | null;
  sign_by: Day | null;
};

/** One hint. */
export type ReviewHint = {
  kind: ReviewHintKind;
  point: PointId | null;
  count: number;
  of: number;
  mark: string;
};

/** What is worth another look. Every one can be set aside for a reason. */
export type ReviewHintKind = "soft_claim" | "no_message" | "short" | "undersold" | "all_glowing" | "little_time" | "first_half" | "second_half" | "goals_left_out" | "empty_quarter" | "many_disagreements" | "said_to_be_new";

/** One review draft. */
export type ReviewId = string;

/** A review, as a list shows it. */
export type ReviewLine = {
  id: ReviewId;
  person: PersonId;
  person_name: string;
  cycle: string;
  words: number;
  state: ReviewState;
  next: ReviewNext;
  balance: BalanceLine;
};

/** A review, looked over. */
export type ReviewLook = {
  balance: BalanceLine;
  gaps: GapLine[];
  surprises: number;
  agenda: PointId[];
  hints: ReviewHint[];
  set_aside: number;
  coach: CoachedPoint[];
  hedges: number;
  words: number;
  self_words: number;
  goals_used: number;
  goals: number;
  halves: [boolean, boolean];
  seconds: number;
  budget_hours: number;
  pages: number;
  pages_an_hour: number | null;
};

/** What is next for a review. */
export type ReviewNext = {
  step: ReviewStep;
  by: Day | null;
  is_late: boolean;
  talk_at: WallTime | null;
};

/** A review with its texts. */
export type ReviewPage = {
  id: ReviewId;
  person: PersonId;
  person_name: string;
  is_own: boolean;
  reviewer_name: string;
  cycle: ReviewCycleLine;
  state: ReviewState;
  next: ReviewNext;
  is_open: boolean;
  text: string;
  points: ReviewPointLine[];
  words: number;
  self_review: SelfReviewLine | null;
  times: ReviewTimes;
  versions: VersionLine[];
  inputs: number;
  seconds: number;
};

/** One point of a review or of its self review. */
export type ReviewPointLine = {
  id: PointId;
  section: ReviewSection;
  polarity: Polarity | null;
  is_soft: boolean;
  is_touchy: boolean;
  message: string;
  text: string;
  words: number;
  author: PointAuthor;
  question: string;
  answer: string;
  is_parked: boolean;
  disagreement: string;
  is_agreed: boolean;
  is_declared_new: boolean;
};

/** Where the two may have talked about it. */
export type ReviewProposal = {
  kind: EvidenceKind;
  id: RecordId;
  address: string;
  on: Day;
  talked_on: Day | null;
  text: string;
  words: number;
};

/** What was looked through, and what was found. */
export type ReviewProposals = {
  found: ReviewProposal[];
  one_on_ones: number;
  notes: number;
  talks: number;
};

/** The sections of a review. What went well and what could be better are always there, whatever a form asks. */
export type ReviewSection = "summary" | "went_well" | "to_improve" | "goals" | "next_year";

/** Where the manager's review stands. */
export type ReviewState = "draft" | "ready" | "shared" | "reading" | "discussed" | "follow_up" | "amended" | "accepted" | "accepted_with_disagreement" | "closed";

/** The five steps that anyone understands. */
export type ReviewStep = "self_review" | "draft" | "time_to_read" | "discussion" | "signed";

/** Which text a point stands in. */
export type ReviewText = "review" | "self_review";

/** The times around the talk about a review, on the owner's clock. */
export type ReviewTimes = {
  shared_at: WallTime | null;
  talk_from: WallTime | null;
  planned_at: WallTime | null;
  held_at: WallTime | null;
  second_wanted_by: PointAuthor | null;
  second_from: WallTime | null;
  second_at: WallTime | null;
  second_held_at: WallTime | null;
  accepted_at: WallTime | null;
  closed_at: WallTime | null;
};

/** One version of a review that was shared. */
export type ReviewVersionId = string;

/** A running series. */
export type Rhythm = {
  id: PairId;
  begins: WallTime;
  zone: string;
  minutes: number;
  every_days: number;
  sparse_because: string;
  at_ease_mine: boolean;
  at_ease_theirs: boolean;
  factors: FactorTexts;
  factors_on: Day | null;
  template: TemplateId | null;
  ends_on: Day | null;
};

/** Half a year with one direct report. */
export type RibbonLine = {
  person: PersonLine;
  weeks: Week[];
  quiet: boolean;
};

/** A room that shows finds. */
export type Room = "person" | "one_on_one" | "folder" | "goal" | "talk" | "review";

/** What an import would do. */
export type RosterPreview = {
  import: string;
  file_name: string;
  columns: string[];
  sample: string[][];
  mapping: Record<string, string>;
  added: number;
  changed: number;
  unchanged: number;
  unplaced: number;
  otherwise: Relation;
  rejected: Rejected[];
};

/** The work that never ends, of one role. */
export type RunLoad = {
  role: string;
  hours: number;
  toil_hours: number;
  elsewhere_hours: number;
};

/** Something to be said of an event. */
export type SaidLine = {
  rule: string;
  sentence: string;
};

/** What was kept, and when. */
export type Saved = {
  at: Instant;
  deed: number | null;
};

/** The file that a call wrote. */
export type SavedFile = {
  file: string;
};

/** A goal that was kept. */
export type SavedGoal = {
  id: GoalId;
  deed: number | null;
  questions: Asked[];
};

/** One search that is kept by name. */
export type SavedSearchId = string;

/** A kept search. */
export type SavedSearchLine = {
  id: SavedSearchId;
  name: string;
  asked: Find;
};

/** A passphrase or a code: never shown, never written, wiped when it is dropped. */
export type Secret = string;

/** A section of the document. */
export type Section = {
  id: SectionId;
  kind: SectionKind;
  title: string;
  aim: string;
  text: string;
  changed_at: Instant | null;
  brief: boolean;
  ranges: Range[];
  is_talked: boolean;
  read_text: string | null;
};

/** One section of a 1:1 document. */
export type SectionId = string;

/** What a section is about. */
export type SectionKind = "goals" | "opportunities" | "status" | "learning" | "needs" | "team" | "actions" | "personal" | "extra";

/** A self review. */
export type SelfReviewLine = {
  state: SelfReviewState;
  note: string;
  returns: number;
  handed_in_on: Day | null;
  points: ReviewPointLine[];
  words: number;
  balance: BalanceLine;
  is_short: boolean;
  is_all_glowing: boolean;
};

/** Where a self review stands. */
export type SelfReviewState = "not_started" | "draft" | "submitted" | "returned" | "taken";

/** A step of a self review. */
export type SelfStep =
  | { step: "ask" }
  | { step: "hand_in" }
  | { step: "take" }
  | { step: "pass_back"; note: string };

/** The settings. As a call it keeps them. */
export type Settings = {
  lock_after_minutes: number;
  theme: Theme;
  presenting: boolean;
  reminders: boolean;
  reminders_name_people: boolean;
  quiet_from: TimeOfDay;
  quiet_until: TimeOfDay;
  cycle_month: number;
};

/** How much a finding matters. */
export type Severity = "mended" | "lost" | "notice";

/** What stands in the way of sharing. */
export type ShareGap = "no_point" | "no_evidence" | "surprise" | "quote_not_approved";

/** What a file is printed on. */
export type SheetSize = "a4" | "letter";

/** Which of the two. */
export type Side = "mine" | "theirs";

/** One signature. */
export type SignatureLine = {
  part: PointAuthor;
  name: string;
  signed_at: WallTime;
  by_hand: boolean;
};

/** Something a person can do, and how well. */
export type Skill = {
  name: string;
  level: number;
};

/** A slot that nobody has opened yet. */
export type Slot = {
  pair: PairId;
  person: PersonId;
  person_name: string;
  starts: WallTime;
  minutes: number;
  is_day_off: boolean;
};

/** Who said it and how, as it is given. */
export type SourceGiven = {
  kind?: SourceKind;
  who?: string;
  person?: PersonId;
  subject?: string;
  text?: string;
};

/** Where one note came from. */
export type SourceId = string;

/** How something reached the owner. */
export type SourceKind = "said" | "mail" | "chat" | "document";

/** Where a note came from. */
export type SourceLine = {
  id: SourceId;
  kind: SourceKind;
  who: string;
  person: PersonId | null;
  person_name: string;
  sent_at: Instant | null;
  subject: string;
  text: string;
};

/** From and up to (not with) a place in a text. */
export type Span = {
  from: number;
  to: number;
};

/** A stretch of days. */
export type Spell = {
  from: Day;
  to: Day;
};

/** How somebody works here. */
export type StaffKind = "employee" | "contractor" | "intern";

/** One person of a plan. */
export type StaffRow = {
  id: StaffRowId;
  person: PersonId | null;
  number: number;
  name: string;
  may_be_named: boolean;
  level: string;
  role: string;
  site: string;
  skills: Skill[];
  kind: StaffKind;
  fte: number;
  starts: Month;
  leaves_by: Leaving | null;
  manager: StaffRowId | null;
  is_lead: boolean;
  next_role: string | null;
};

/** One row of a plan's people. */
export type StaffRowId = string;

/** A number that no longer holds. */
export type StaleFigure = {
  place: PlanPlace;
  key: string;
  was: string;
  is: string | null;
};

/** A goal. */
export type StandingGoal = {
  id: GoalId;
  title: string;
  state: GoalState;
  percent: number | null;
  due: Day | null;
};

/** A note that was talked about. */
export type StandingNote = {
  id: NoteId;
  polarity: Polarity;
  text: string;
  on: Day;
};

/** Where somebody stands. */
export type StandingPage = {
  cycle: string;
  talks: StandingTalk[];
  goals: StandingGoal[];
  said: StandingNote[];
};

/** A talk that was held. */
export type StandingTalk = {
  id: TalkId;
  title: string;
  message: string;
  on: Day;
  state: TalkState;
};

/** How many reviews stand at a step. */
export type StepCount = {
  step: ReviewStep;
  reviews: number;
};

/** Where a 1:1 comes from and where it went. */
export type Story = {
  moved_from: Elsewhere | null;
  moved_to: Elsewhere | null;
  follows: Elsewhere | null;
  reason: string;
  by: Side | null;
};

/** Whether the people there are suit the organisation now. */
export type Suits = "yes" | "partly" | "no";

/** Whether the people there are suit the organisation now, and why. */
export type SuitsVerdict = {
  is: Suits;
  because: string;
};

/** The notes that were made. */
export type Taken = {
  notes: NoteId[];
  deed: number | null;
};

/** What a signed file brought. */
export type TakenFile = {
  review: ReviewId;
  signatures: number;
  is_new: boolean;
  deed: number | null;
};

/** How many promises were made. */
export type TakenNeeds = {
  added: number;
  deed: number | null;
};

/** What came of it. */
export type TakenPeople = {
  added: number;
  changed: number;
  unchanged: number;
  deed: number | null;
};

/** Whether something was done, or is seen so. */
export type TalkClass = "unclear" | "performance" | "perception";

/** One hard talk, from the first notice until it is closed. */
export type TalkId = string;

/** A talk, as a list shows it. */
export type TalkLine = {
  id: TalkId;
  person: PersonId;
  person_name: string;
  title: string;
  first_seen: Day;
  state: TalkState;
  next_states: TalkState[];
  class: TalkClass;
  class_because: string;
  is_touchy: boolean;
  follow_up_by: string;
  message: string;
  example: string;
  consequence: string;
  is_owned: boolean;
  naming: Naming;
  seen_myself: boolean;
  facilitator: string;
  is_facilitator_trained: boolean;
  hr: HrWish;
  notes: NoteId[];
  next_check: Day | null;
  discussed_on: Day | null;
  closed_on: Day | null;
  outcome: string;
  gaps: Gap[];
  days_to_raise: number;
  checks_held: number;
  checks_due: number;
  waits: Waits[];
};

/** A talk and what belongs to it. Where its notes came from is not here. */
export type TalkPage = {
  talk: TalkLine;
  named: Named[];
  notes: NoteLine[];
  conversations: ConversationLine[];
  plan: ActionLine[];
  plan_lacks_their_idea: boolean;
  follow_ups: FollowUpLine[];
  praise_gap: number;
  check_ins: CheckInLine[];
  hr: ConsultLine[];
};

/** How far a talk has come. */
export type TalkState = "noticed" | "preparing" | "ready" | "discussed" | "following" | "improved" | "escalated" | "closed";

/** A step of a review around its talk. */
export type TalkStep =
  | { step: "take_back" }
  | { step: "plan"; at: WallTime }
  | { step: "hold" }
  | { step: "want_second"; by: PointAuthor; at?: WallTime }
  | { step: "hold_second" }
  | { step: "drop_second" }
  | { step: "accept" };

/** How many heads a role is meant to have in a month: more than now, as many, or fewer. */
export type Target = {
  role: string;
  month: Month;
  heads: number;
};

/** One template of 1:1 documents. */
export type TemplateId = string;

/** A template with its sections. */
export type TemplateLine = {
  id: TemplateId | null;
  built_in: BuiltIn | null;
  name: string;
  version: number;
  sections: TemplateSection[];
  missing: Aim[];
};

/** One section of a template. */
export type TemplateSection = {
  kind: SectionKind;
  title: string;
  brief: boolean;
  aims: Aim[];
};

/** What kind of text is read. Each rule says for which kinds it is meant. */
export type TextKind = "note" | "message" | "review";

/** Where a text belongs. */
export type TextPlace =
  | { kind: "section"; id: SectionId }
  | { kind: "margin"; meeting: MeetingId }
  | { kind: "about"; person: PersonId }
  | { kind: "review"; id: ReviewId }
  | { kind: "review_point"; id: PointId; message: boolean }
  | { kind: "peer_input"; id: PeerInputId; words: boolean }
  | { kind: "form"; label: string };

/** How the window looks. */
export type Theme = "system" | "light" | "dark";

/** One goal, then and now. */
export type ThenAndNow = {
  then: WordingLine | null;
  now: GoalLine;
  is_reworded: boolean;
  story: EntryLine[];
};

/** A time of the day, `HH:MM`. */
export type TimeOfDay = string;

/** The day. */
export type Today = {
  day: Day;
  owner_name: string;
  meetings: TodayMeeting[];
  slots: Slot[];
  promises: ActionLine[];
  unraised: NoteLine[];
  talks: TalkLine[];
  reviews: ReviewLine[];
  care: Care[];
  ribbon: RibbonLine[];
  people: number;
  captured: number;
  backup_age_days: number | null;
};

/** One of today's 1:1s. */
export type TodayMeeting = {
  line: MeetingLine;
  person: PersonLine;
  new_notes: number;
  open_actions: number;
  written: number;
};

/** What a first meeting talks about. */
export type Topic = "ground_rules" | "goals" | "document" | "cadence" | "keeping_the_slot" | "standing_aims";

/** What was found. */
export type Trend = "better" | "same" | "worse";

/** What was understood of a typed line. */
export type Understood = {
  text: string;
  owner: PersonId | null;
  owner_name: string;
  due: Day | null;
  ambiguous: boolean;
};

/** What was taken back. */
export type Undone = {
  deed: number;
  sentence: string;
};

/** In what an assumption is counted. */
export type Unit = "hours_a_month" | "hours" | "share" | "months" | "candidates" | "candidates_a_month" | "hires_a_month" | "people";

/** The vault was opened. */
export type Unlocked = {
  owner: string;
  findings: Finding[];
};

/** A file that cannot be read: of another vault, damaged, or no capture at all. */
export type UnreadCapture = {
  file: string;
  id: RecordId | null;
};

/** A message that was not read. */
export type UnreadMail = {
  file: string;
  number: number;
  rule: string;
  sentence: string;
};

/** A text that no save has confirmed. */
export type UnsavedText = {
  place: TextPlace;
  text: string;
};

/** An event that nothing can be made of. */
export type UnusedEvent = {
  event: number | null;
  summary: string;
  on: Day | null;
  said: SaidLine;
};

/** How a vault stands. */
export type VaultState = "none" | "locked" | "open" | "damaged";

/** How the vault stands. */
export type VaultStatus = {
  state: VaultState;
  folder: string;
  label: string;
  keychain: boolean;
  demo: boolean;
  reason: string | null;
  lock_after_minutes: number;
};

/** What a share of praise says. */
export type Verdict = "nothing" | "too_few" | "even" | "glowing" | "short_changed";

/** What a file says of its signatures. */
export type Verified = {
  person: string;
  cycle: string;
  signatures: VerifiedSignature[];
  is_whole: boolean;
  text: string;
};

/** One signature of a file. */
export type VerifiedSignature = {
  part: PointAuthor;
  name: string;
  signed_at: Instant;
  fingerprint: string;
  is_right: boolean;
};

/** What one deed did to the record. */
export type Version = {
  deed: number;
  name: string;
  at: Instant;
  sentence: string;
  fields: FieldChange[];
  undone: boolean;
};

/** One version, as the page of a review lists it. */
export type VersionLine = {
  id: ReviewVersionId;
  number: number;
  made_at: WallTime;
  reason: VersionReason;
  signatures: SignatureLine[];
};

/** Why a version was made. */
export type VersionReason = "shared" | "amended" | "final";

/** What waits. */
export type WaitingCaptures = {
  captures: CaptureLine[];
  unread: UnreadCapture[];
  more: number;
};

/** What waits around a talk. The page has the words. */
export type Waits = "talk" | "answer" | "silence" | "check" | "telling" | "praise" | "hr";

/** What the clock on the wall says where a meeting is, `YYYY-MM-DDTHH:MM`. */
export type WallTime = string;

/** A way to close a gap. */
export type Way = "hire" | "automate" | "drop" | "move_away" | "defer" | "interns" | "grow_juniors";

/** One week with one person. */
export type Week = {
  monday: Day;
  met: boolean;
  moved: boolean;
  praise: number;
  constructive: number;
  now: boolean;
  future: boolean;
};

/** One wish somebody has for their career. */
export type WishId = string;

/** What a wish is about. */
export type WishKind = "one_year" | "three_years" | "five_years" | "interest" | "like" | "admired" | "dislike" | "next_role";

/** A wish, as a list shows it. */
export type WishLine = {
  id: WishId;
  kind: WishKind;
  text: string;
  unknown: boolean;
  why: string;
  first_hand: boolean;
  on: Day;
  expected_on: Day | null;
  may_plan: boolean;
};

/** What belongs to a talk and is given to nobody, whatever was picked. */
export type Withheld = "subject" | "because" | "notes" | "check_ins" | "advice";

/** How one goal was worded at one moment. */
export type WordingId = string;

/** A goal as it was worded. */
export type WordingLine = {
  id: WordingId;
  on: Day;
  reason: WordingReason;
  because: string;
  state: GoalState;
  title: string;
  text: string;
  measure: string;
  achievable: string;
  relevant: string;
  due: Day | null;
  target: Metric | null;
};

/** Why a wording was kept. */
export type WordingReason = "started" | "revised" | "cycle";

/** Work that was imported from one file. */
export type WorkLine = {
  name: string;
  on: Day;
  slices: number;
  hours: number;
  from: Month | null;
  to: Month | null;
};

/** A text that was kept. */
export type WrittenPlanText = {
  id: PlanTextId;
  text: string;
  at: Instant;
  deed: number | null;
};

/** A year with a person. */
export type Year = {
  weeks: Week[];
  empty_spells: Spell[];
};

export interface Calls {
  "vault.status": { args: None; reply: VaultStatus };
  "vault.create": { args: { owner_name: string; passphrase: Secret }; reply: Kit };
  "vault.save_kit": { args: { format?: KitFormat }; reply: SavedFile };
  "vault.confirm_kit": { args: { groups: [string, string] }; reply: Unlocked };
  "vault.unlock": { args: { passphrase?: Secret; kit?: Secret; keychain?: boolean; accept_loss?: boolean }; reply: Unlocked };
  "vault.restore": { args: { passphrase?: Secret; kit?: Secret }; reply: Restored };
  "vault.lock": { args: None; reply: None };
  "vault.hand_over": { args: { texts: UnsavedText[]; begins: boolean; ends: boolean }; reply: HandedOver };
  "vault.left_over": { args: None; reply: UnsavedText[] };
  "vault.forget_left_over": { args: None; reply: None };
  "vault.backup": { args: None; reply: BackedUp };
  "vault.check": { args: None; reply: Checked };
  "vault.repair": { args: { accept_loss?: boolean }; reply: Unlocked };
  "vault.change_passphrase": { args: { old?: Secret; kit?: Secret; new: Secret }; reply: Findings };
  "vault.rotate": { args: { passphrase: Secret }; reply: Kit };
  "vault.confirm_rotation": { args: { groups: [string, string] }; reply: Findings };
  "vault.keychain": { args: { on: boolean }; reply: KeychainState };
  "settings.get": { args: None; reply: Settings };
  "settings.save": { args: { lock_after_minutes: number; theme: Theme; presenting: boolean; reminders: boolean; reminders_name_people: boolean; quiet_from: TimeOfDay; quiet_until: TimeOfDay; cycle_month: number }; reply: Settings };
  "person.list": { args: { include_left?: boolean }; reply: PersonLine[] };
  "person.get": { args: { id: PersonId }; reply: PersonPage };
  "person.save": { args: { id?: PersonId; name: string; role: string; level: string; site: string; team: string; manager: PersonId | null; relation: Relation; employment: Employment; started_on: Day | null; left_on: Day | null; email: string; phone: string; skills: Skill[]; about: string }; reply: Made };
  "person.remove": { args: { id: PersonId }; reply: Saved };
  "person.year": { args: { id: PersonId; year: number }; reply: Year };
  "person.export_year": { args: { person: PersonId; year: number; size?: SheetSize }; reply: SavedFile };
  "roster.preview": { args: { mapping?: Record<string, string> }; reply: RosterPreview };
  "roster.remap": { args: { import: string; mapping: Record<string, string>; otherwise?: Relation }; reply: RosterPreview };
  "roster.apply": { args: { import: string }; reply: Brought };
  "one_on_one.plan": { args: { person: PersonId; starts: WallTime; zone?: string; minutes?: number; kind?: MeetingKind; follows?: MeetingId }; reply: Made };
  "one_on_one.list": { args: { person?: PersonId; from?: Day; to?: Day; limit?: number }; reply: MeetingLine[] };
  "one_on_one.get": { args: { id: MeetingId }; reply: MeetingPage };
  "one_on_one.write": { args: { section: SectionId; text: string }; reply: Saved };
  "one_on_one.write_margin": { args: { meeting: MeetingId; text: string }; reply: Saved };
  "one_on_one.set_state": { args: { id: MeetingId; state: MeetingState; reason?: string; starts?: WallTime; by?: Side }; reply: Made };
  "one_on_one.remove": { args: { id: MeetingId }; reply: Saved };
  "one_on_one.invite": { args: { id: MeetingId; open?: boolean }; reply: MailText };
  "one_on_one.send_template": { args: { id: MeetingId }; reply: Saved };
  "one_on_one.submit": { args: { id: MeetingId; submitted: boolean }; reply: Saved };
  "one_on_one.annotate": { args: { meeting: MeetingId; id?: MarginId; section?: SectionId; note?: NoteId; text?: string }; reply: Made };
  "one_on_one.add_remark": { args: { meeting: MeetingId; section?: SectionId; text: string }; reply: Made };
  "one_on_one.remove_remark": { args: { id: RemarkId }; reply: Saved };
  "one_on_one.mark_section": { args: { section: SectionId; talked?: boolean; ranges?: Range[] }; reply: Saved };
  "one_on_one.add_point": { args: { meeting: MeetingId; text: string }; reply: Made };
  "one_on_one.set_point": { args: { id: AgendaId; done?: boolean; open_because?: string; remove?: boolean }; reply: Saved };
  "one_on_one.tick_prep": { args: { id: MeetingId; what: Reading; done: boolean; seconds?: number }; reply: Saved };
  "one_on_one.export": { args: { id: MeetingId; size?: SheetSize }; reply: SavedFile };
  "one_on_one.mail": { args: { id: MeetingId; open?: boolean }; reply: MailText };
  "one_on_one.set_minutes": { args: { id: MeetingId; minutes: number }; reply: Saved };
  "one_on_one.take_needs": { args: { id: MeetingId }; reply: TakenNeeds };
  "one_on_one.part": { args: { id: MeetingId; same_mine?: boolean; same_theirs?: boolean; difference?: string; raised?: NoteId[] }; reply: Saved };
  "one_on_one.follow_up": { args: { id: MeetingId }; reply: Proposal };
  "pair.get": { args: { person: PersonId }; reply: PairPage };
  "pair.save": { args: { person: PersonId; begins?: WallTime; zone?: string; minutes?: number; every_days?: number; sparse_because?: string; at_ease_mine?: boolean; at_ease_theirs?: boolean; factors?: FactorTexts; template?: TemplateId | null }; reply: Made };
  "pair.end": { args: { person: PersonId; on?: Day }; reply: Saved };
  "pair.coming": { args: { days?: number }; reply: Slot[] };
  "pair.open_slot": { args: { pair: PairId; slot: WallTime }; reply: Made };
  "calendar.export": { args: { names?: boolean }; reply: SavedFile };
  "calendar.keep": { args: { names: boolean }; reply: SavedFile };
  "calendar.kept": { args: None; reply: KeptCalendar };
  "calendar.stop_keeping": { args: None; reply: None };
  "calendar.preview": { args: None; reply: CalendarPreview };
  "calendar.apply": { args: { import: string; chosen: Chosen[] }; reply: Brought };
  "template.list": { args: None; reply: TemplateLine[] };
  "template.save": { args: { id?: TemplateId; name: string; sections: TemplateSection[] }; reply: Made };
  "template.remove": { args: { id: TemplateId }; reply: Saved };
  "folder.keep_note": { args: { person: PersonId; polarity: Polarity; kind?: NoteKind; text: string; on?: Day; example?: string; consequence?: string; metric?: string; tags?: string[]; goals?: GoalId[]; source?: SourceGiven }; reply: Kept };
  "folder.edit_note": { args: { id: NoteId; polarity?: Polarity; kind?: NoteKind; text?: string; on?: Day; raised_on?: Day | null; raised_in?: MeetingId[]; dismissed?: boolean; dismissed_because?: string; example?: string; consequence?: string; metric?: string; tags?: string[]; goals?: GoalId[] }; reply: Saved };
  "folder.remove_note": { args: { id: NoteId; though_used?: boolean }; reply: Saved };
  "folder.list": { args: { person?: PersonId; polarity?: Polarity; before?: Day; limit?: number }; reply: NoteLine[] };
  "folder.look_back": { args: { person: PersonId; on?: Day }; reply: FolderCycle };
  "folder.sources": { args: { note: NoteId }; reply: SourceLine[] };
  "folder.save_source": { args: { note: NoteId; id?: SourceId; source: SourceGiven }; reply: Made };
  "folder.remove_source": { args: { id: SourceId }; reply: Saved };
  "mail.preview": { args: { import?: string }; reply: MailPreview };
  "mail.preview_folder": { args: { import?: string }; reply: MailPreview };
  "mail.preview_text": { args: { text: string; import?: string }; reply: MailPreview };
  "mail.found": { args: { import: string; after?: number; only?: MailFilter; limit?: number }; reply: MailLine[] };
  "mail.read": { args: { import: string; message: number }; reply: MailPage };
  "mail.keep": { args: { import: string; choices: MailChoice[] }; reply: MailKept };
  "mail.forget": { args: { import: string }; reply: None };
  "capture.keep": { args: { about?: string; polarity: Polarity; text: string }; reply: None };
  "capture.waiting": { args: None; reply: WaitingCaptures };
  "capture.take": { args: { captures: Choice[] }; reply: Taken };
  "capture.remove": { args: { id: RecordId }; reply: None };
  "action.add": { args: { about: PersonId; meeting?: MeetingId; text: string; owner: PersonId; due?: Day; talk?: TalkId; author?: PersonId }; reply: Made };
  "action.read_line": { args: { line: string; about: PersonId; meeting?: MeetingId }; reply: Understood };
  "action.set": { args: { id: ActionId; text?: string; owner?: PersonId; due?: Day | null; done?: boolean; dropped_because?: string }; reply: Saved };
  "action.list": { args: { person?: PersonId; mine?: boolean; open?: boolean }; reply: ActionLine[] };
  "coach.check": { args: { text: string; kind: TextKind; person?: PersonId; record?: RecordId; has_example?: boolean; has_figure?: boolean; anonymous?: boolean }; reply: Coached };
  "coach.rules": { args: None; reply: Card[] };
  "coach.dismiss": { args: { record: RecordId; kind: RecordKind; rule: string; mark: string; because: string }; reply: Made };
  "coach.dismissed": { args: { record: RecordId }; reply: DismissalLine[] };
  "coach.take_back": { args: { id: DismissalId }; reply: Saved };
  "talk.list": { args: { person?: PersonId; only_open?: boolean }; reply: TalkLine[] };
  "talk.get": { args: { id: TalkId }; reply: TalkPage };
  "talk.begin": { args: { person: PersonId; title: string; first_seen?: Day; notes?: NoteId[] }; reply: Made };
  "talk.save": { args: { id: TalkId; title?: string; first_seen?: Day; class?: TalkClass; class_because?: string; is_touchy?: boolean; follow_up_by?: string; message?: string; example?: string; consequence?: string; is_owned?: boolean; naming?: Naming; seen_myself?: boolean; facilitator?: string; is_facilitator_trained?: boolean; hr?: HrWish; notes?: NoteId[]; next_check?: Day | null; outcome?: string }; reply: Saved };
  "talk.set_state": { args: { id: TalkId; to: TalkState; next_check?: Day; outcome?: string }; reply: Saved };
  "talk.remove": { args: { id: TalkId }; reply: Saved };
  "talk.hold": { args: { talks: TalkId[]; at?: WallTime; participants: Participant[]; outcome?: string; differences?: string; response_due?: Day }; reply: Made };
  "talk.save_conversation": { args: { id: ConversationId; at?: WallTime; participants?: Participant[]; outcome?: string; differences?: string; response_due?: Day; answered_on?: Day | null; answer?: string }; reply: Saved };
  "talk.remove_conversation": { args: { id: ConversationId }; reply: Saved };
  "talk.follow_up": { args: { talk: TalkId; on?: Day; found: Trend; text?: string; said_aloud?: string; next_check?: Day }; reply: Made };
  "talk.remove_follow_up": { args: { id: FollowUpId }; reply: Saved };
  "talk.ask": { args: { talk: TalkId; from: string; person?: PersonId; asked_on?: Day; question?: string }; reply: Made };
  "talk.save_check_in": { args: { id: CheckInId; question?: string; answered_on?: Day | null; answer?: string; told_on?: Day | null }; reply: Saved };
  "talk.remove_check_in": { args: { id: CheckInId }; reply: Saved };
  "talk.consult_hr": { args: { id?: HrConsultId; talk: TalkId; part: HrPart; who: string; on?: Day; question?: string; advice?: string }; reply: Made };
  "talk.remove_consult": { args: { id: HrConsultId }; reply: Saved };
  "talk.packet": { args: { id: TalkId; parts: PacketParts }; reply: PacketPreview };
  "talk.export_packet": { args: { id: TalkId; parts: PacketParts; size?: SheetSize }; reply: SavedFile };
  "talk.mail_packet": { args: { id: TalkId; parts: PacketParts; open?: boolean }; reply: MailText };
  "goal.list": { args: { person?: PersonId; only_open?: boolean }; reply: GoalLine[] };
  "goal.get": { args: { id: GoalId }; reply: GoalPage };
  "goal.save": { args: { id?: GoalId; person: PersonId; title: string; text: string; measure?: string; achievable?: string; relevant?: string; category?: string; ground?: GroundId | null; starts_on?: Day | null; due?: Day | null; start_value?: string; target?: string; is_growth?: boolean; state?: GoalState; review_days?: number | null; own_words?: boolean; comment?: string; because?: string }; reply: SavedGoal };
  "goal.questions": { args: { title: string; text?: string; measure?: string; achievable?: string; relevant?: string; ground?: GroundId; due?: Day; target?: string }; reply: Asked[] };
  "goal.endorse": { args: { id: GoalId; start?: boolean }; reply: Saved };
  "goal.set_state": { args: { id: GoalId; to: GoalState; outcome?: string }; reply: Saved };
  "goal.reviewed": { args: { id: GoalId; text?: string; value?: string }; reply: Saved };
  "goal.add_entry": { args: { goal: GoalId; kind: EntryKind; text: string; value?: string; on?: Day }; reply: Made };
  "goal.edit_entry": { args: { id: GoalEntryId; text?: string; value?: string; on?: Day; resolved_on?: Day | null }; reply: Saved };
  "goal.remove_entry": { args: { id: GoalEntryId }; reply: Saved };
  "goal.cycle": { args: { person: PersonId; on?: Day }; reply: CyclePage };
  "goal.categories": { args: None; reply: CategoryLine[] };
  "goal.save_categories": { args: { names: string[] }; reply: Saved };
  "goal.rename_category": { args: { from: string; to: string }; reply: Saved };
  "goal.grounds": { args: None; reply: GroundLine[] };
  "goal.save_ground": { args: { id?: GroundId; kind: GroundKind; title: string; text?: string; until?: Day | null }; reply: Made };
  "goal.remove_ground": { args: { id: GroundId }; reply: Saved };
  "career.get": { args: { person: PersonId }; reply: CareerPage };
  "career.save_wish": { args: { id?: WishId; person: PersonId; kind: WishKind; text: string; unknown?: boolean; why?: string; first_hand?: boolean; expected_on?: Day | null; may_plan?: boolean }; reply: Made };
  "career.remove_wish": { args: { id: WishId }; reply: Saved };
  "career.save_exploration": { args: { id?: ExplorationId; person: PersonId; role: string; why?: string; next_step?: string; contact?: string; outcome?: string }; reply: Made };
  "career.remove_exploration": { args: { id: ExplorationId }; reply: Saved };
  "career.export_plan": { args: { person: PersonId; size?: SheetSize }; reply: SavedFile };
  "review.save": { args: { id?: ReviewId; person: PersonId; cycle: string; text: string }; reply: Made };
  "review.get": { args: { id: ReviewId }; reply: ReviewPage };
  "review.list": { args: { person?: PersonId; cycle?: string; limit?: number }; reply: ReviewLine[] };
  "review.begin_cycle": { args: { name: string; from: Day; until: Day; self_review_by?: Day; share_by?: Day; discuss_by?: Day; sign_by?: Day; people: PersonId[]; reviewer?: PersonId; with_self_review?: boolean }; reply: Made };
  "review.cycles": { args: None; reply: CycleOverview[] };
  "review.save_point": { args: { id?: PointId; review: ReviewId; of?: ReviewText; section?: ReviewSection; after?: PointId; message?: string; text?: string; marked?: Polarity | null; is_soft?: boolean; is_touchy?: boolean; by_employee?: boolean; seconds?: number }; reply: Made };
  "review.move_point": { args: { id: PointId; section: ReviewSection; after?: PointId }; reply: Saved };
  "review.remove_point": { args: { id: PointId }; reply: Saved };
  "review.divide": { args: { id: ReviewId }; reply: Divided };
  "review.evidence": { args: { id: ReviewId }; reply: EvidenceLine[] };
  "review.look_over": { args: { id: ReviewId }; reply: ReviewLook };
  "review.propose": { args: { id: PointId }; reply: ReviewProposals };
  "review.read_self": { args: { id: ReviewId; text: string }; reply: Divided };
  "review.move_self": { args: { id: ReviewId; to: SelfStep }; reply: Saved };
  "review.share": { args: { id: ReviewId }; reply: MadeVersion };
  "review.move_talk": { args: { id: ReviewId; to: TalkStep }; reply: Saved };
  "review.discuss_point": { args: { id: PointId; is_agreed?: boolean; is_parked?: boolean; disagreement?: string; question?: string; answer?: string }; reply: Saved };
  "review.amend": { args: { id: ReviewId }; reply: MadeVersion };
  "review.close": { args: { id: ReviewId; with_goals?: boolean }; reply: MadeVersion };
  "review.sign": { args: { id: ReviewId }; reply: Made };
  "review.sign_by_hand": { args: { id: ReviewId; part: PointAuthor }; reply: Made };
  "review.take_file": { args: None; reply: TakenFile };
  "review.verify": { args: None; reply: Verified };
  "review.export": { args: { id: ReviewId; version?: ReviewVersionId; as_draft?: boolean; size?: SheetSize }; reply: SavedFile };
  "review.export_cycle": { args: { cycle: string; size?: SheetSize }; reply: ExportedCycle };
  "review.calibration": { args: { cycle: string }; reply: CalibrationRow[] };
  "review.standing": { args: { person: PersonId }; reply: StandingPage };
  "input.list": { args: { review: ReviewId }; reply: InputList };
  "input.ask": { args: { review: ReviewId; author?: string; person?: PersonId; relation: Relation; team?: string }; reply: Made };
  "input.compose": { args: { id: PeerInputId; what: ComposeWhat; open?: boolean }; reply: MailText };
  "input.save": { args: { id: PeerInputId; author?: string; relation?: Relation; team?: string; notes?: string; words?: string }; reply: Saved };
  "input.move": { args: { id: PeerInputId; to: InputState }; reply: Saved };
  "input.approve": { args: { id: PeerInputId; words: string }; reply: Saved };
  "input.read_approval": { args: { id: PeerInputId; answer: string }; reply: Approval };
  "input.remove": { args: { id: PeerInputId }; reply: Saved };
  "headcount.list": { args: None; reply: HeadcountLine[] };
  "headcount.get": { args: { id: PlanId }; reply: HeadcountPage };
  "headcount.save": { args: { id?: PlanId; organisation?: string; name?: string; starts?: Month; months?: number; known_until?: Month | null; review_by?: Day; suits?: SuitsVerdict | null; realistic?: RealisticVerdict | null; unasked_because?: string }; reply: Made };
  "headcount.take_people": { args: { plan: PlanId; people?: PersonId[] }; reply: TakenPeople };
  "headcount.put_entry": { args: { plan: PlanId; id?: PlanEntryId; entry: PlanEntry }; reply: Made };
  "headcount.remove_entry": { args: { id: PlanEntryId }; reply: Saved };
  "headcount.write": { args: { plan: PlanId; place: PlanPlace; text?: string; empty_because?: string; owner?: string }; reply: WrittenPlanText };
  "headcount.move": { args: { id: PlanId; to: PlanState }; reply: Saved };
  "headcount.copy": { args: { id: PlanId; to: CopyAs }; reply: Made };
  "headcount.remove": { args: { id: PlanId }; reply: Saved };
  "headcount.numbers": { args: { id: PlanId; assume?: Assumed[] }; reply: HeadcountNumbers };
  "headcount.why": { args: { id: PlanId; measure: Measure; role?: string; month: number }; reply: HeadcountWhy };
  "headcount.simulate": { args: { id: PlanId; runs?: number; seed?: number; assume?: Assumed[] }; reply: HeadcountBands };
  "headcount.options": { args: { id: PlanId; role: string; month: number }; reply: HeadcountOption[] };
  "headcount.compare": { args: { id: PlanId; with: PlanId }; reply: HeadcountCompared };
  "headcount.findings": { args: { id: PlanId }; reply: HeadcountFindings };
  "headcount.pivot": { args: { id: PlanId; rows: Axis; columns: Axis }; reply: HeadcountPivot };
  "headcount.charts": { args: { id: PlanId }; reply: Chart[] };
  "headcount.draft_argument": { args: { id: PlanId }; reply: DraftedPart[] };
  "headcount.stale": { args: { id: PlanId }; reply: StaleFigure[] };
  "headcount.renew_figures": { args: { id: PlanId }; reply: Saved };
  "headcount.export_worksheet": { args: { id: PlanId }; reply: ExportedSheets };
  "headcount.export_argument": { args: { id: PlanId; size?: SheetSize }; reply: SavedFile };
  "attachment.add": { args: { record: RecordId; kind: RecordKind }; reply: Made };
  "attachment.list": { args: { record: RecordId }; reply: AttachmentLine[] };
  "attachment.save": { args: { id: AttachmentId; name?: string }; reply: SavedFile };
  "attachment.remove": { args: { id: AttachmentId }; reply: Saved };
  "today.get": { args: None; reply: Today };
  "holiday.list": { args: None; reply: HolidayLine[] };
  "holiday.add": { args: { on: Day; until?: Day; name: string }; reply: Saved };
  "holiday.remove": { args: { id: HolidayId }; reply: Saved };
  "reminder.due": { args: None; reply: ReminderLine[] };
  "search.find": { args: { query: string; person?: PersonId; kinds?: RecordKind[]; polarity?: Polarity; about?: NoteKind; raised?: boolean; sourced?: boolean; goal?: GoalId; from?: Day; to?: Day; limit?: number }; reply: Found };
  "search.saved": { args: None; reply: SavedSearchLine[] };
  "search.save": { args: { id?: SavedSearchId; name: string; asked: Find }; reply: Made };
  "search.remove_saved": { args: { id: SavedSearchId }; reply: Saved };
  "history.of": { args: { record: RecordId }; reply: Version[] };
  "history.recent": { args: { limit?: number }; reply: DeedLine[] };
  "history.undo": { args: { deed?: number }; reply: Undone };
  "portable.export": { args: { without_sources?: boolean }; reply: Exported };
  "portable.import": { args: None; reply: Brought };
  "demo.fill": { args: None; reply: Filled };
  "app.cancel": { args: { job: string }; reply: None };
}
