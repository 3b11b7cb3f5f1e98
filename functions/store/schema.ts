// Where each thing lives: one table, its keys and its indexes (design §3). Pure data and pure functions, shared
// by the store, the local server and the CDK app, so that all three have the very same table.

export const primaryKey = { partitionKey: 'pk', sortKey: 'sk' } as const
export const timeToLiveAttribute = 'expiresAt'

/** Spreads what a whole Caf or the whole platform is asked for over this many index partitions. */
const SHARDS = 10

type Index = {
  readonly partitionKey: string
  readonly sortKey: string
  readonly projected: readonly string[]
}

/**
 * What never changes once a response is called, but for the organisation that a validation opens. It is copied into one attribute, `facts`, for the indexes alone:
 * DynamoDB projects 20 attributes at most beside the keys.
 */
export const facts = [
  'campaignId',
  'cafId',
  'cafName',
  'organisationId',
  'organisationName',
  'startedBy',
  'projectId',
  'formId',
  'formTitle',
  'estimatedMinutes',
  'schoolYear',
  'zone',
] as const

const summary = [
  'id',
  'facts',
  'campaignTitle',
  'projectName',
  'formVersion',
  'status',
  'closesAt',
  'deadlineFrom',
  'consequence',
  'extensions',
  'flags',
  'remindedAt',
  'submissionNumber',
  'submission',
  'unreadByCaf',
  'unreadByPartner',
] as const

/**
 * The indexes. What they project changes with status and messages only, never with an autosave; their rows are hints, the
 * item is read before acting on it.
 */
export const indexes = {
  /** An organisation's responses, with what its people are told of them; a Caf's campaigns, projects and forms. */
  byOwner: {
    partitionKey: 'ownerKey',
    sortKey: 'ownerSort',
    projected: [...summary, 'extension', 'correction'],
  },
  /** A campaign's responses, for its Caf. */
  byCampaign: {
    partitionKey: 'campaignShard',
    sortKey: 'projectName',
    projected: [...summary, 'steps', 'quarters', 'movedAt'],
  },
  /**
   * What a closing must still settle, by deadline: responses, and campaigns that still have something to do by
   * themselves; and what was transmitted and waits for its Caf (`waitingShard`). Sparse: `closingShard` leaves with the
   * last status that waits for either.
   */
  closing: { partitionKey: 'closingShard', sortKey: 'closesAt', projected: ['id'] },
  /** What a worker must still do: buffers to drain (`outboxShard`), mails to deliver (`mailShard`). Sparse. */
  outbox: { partitionKey: 'outboxShard', sortKey: 'outboxSince', projected: ['id', 'at'] },
} as const satisfies Record<string, Index>

export type IndexName = keyof typeof indexes

export type Key = { readonly pk: string; readonly sk: string }

const responsePk = (id: string) => `RESPONSE#${id}`
const campaignPk = (id: string) => `CAMPAIGN#${id}`
const importPk = (id: string) => `IMPORT#${id}`
const trialPk = (id: string) => `TRIAL#${id}`
const personPk = (email: string) => `PERSON#${email}`

export const keys = {
  response: (id: string): Key => ({ pk: responsePk(id), sk: 'RESPONSE' }),
  section: (id: string, name: string): Key => ({ pk: responsePk(id), sk: `SECTION#${name}` }),
  submission: (id: string, submissionId: string): Key => ({
    pk: responsePk(id),
    sk: `SUBMISSION#${submissionId}`,
  }),
  event: (id: string, at: string, entryId: string): Key => ({
    pk: responsePk(id),
    sk: `EVENT#${at}#${entryId}`,
  }),
  document: (id: string, documentId: string): Key => ({ pk: responsePk(id), sk: `DOCUMENT#${documentId}` }),
  message: (id: string, at: string, messageId: string): Key => ({
    pk: responsePk(id),
    sk: `MESSAGE#${at}#${messageId}`,
  }),
  attempt: (id: string, day: string, slot: number): Key => ({
    pk: responsePk(id),
    sk: `ATTEMPT#${day}#${String(slot).padStart(2, '0')}`,
  }),
  /**
   * A mail owed by a response, by a campaign, or to a person, under it: an entry's id makes one mail, ever. A person's
   * sorts before their memberships, which are read together.
   */
  mail: (about: string, entryId: string): Key => {
    if (about.includes('@')) return { pk: personPk(about), sk: `#MAIL#${entryId}` }
    return { pk: about.includes('.') ? responsePk(about) : campaignPk(about), sk: `MAIL#${entryId}` }
  },
  campaign: (id: string): Key => ({ pk: campaignPk(id), sk: 'CAMPAIGN' }),
  /** A job of a campaign, or of an import. */
  job: (of: string, name: string): Key => ({
    pk: of.startsWith('import-') ? importPk(of) : campaignPk(of),
    sk: `JOB#${name}`,
  }),
  import: (id: string): Key => ({ pk: importPk(id), sk: 'IMPORT' }),
  importLines: (id: string, chunk: number): Key => ({
    pk: importPk(id),
    sk: `LINES#${String(chunk).padStart(3, '0')}`,
  }),
  /** An export that was asked for, beside the job that writes it. */
  /** That the deletion of a response of a campaign has begun. */
  erased: (campaignId: string, responseId: string): Key => ({
    pk: campaignPk(campaignId),
    sk: `ERASED#${responseId}`,
  }),
  /** What was said of a change of version of a campaign. */
  move: (campaignId: string, id: string): Key => ({ pk: campaignPk(campaignId), sk: `MOVE#${id}` }),
  /** A draft of a section as it was under an older version, once one of a newer version took its place. */
  earlier: (id: string, name: string, version: number): Key => ({
    pk: responsePk(id),
    sk: `EARLIER#${name}#${String(version).padStart(5, '0')}`,
  }),
  export: (campaignId: string, name: string): Key => ({ pk: campaignPk(campaignId), sk: `EXPORT#${name}` }),
  /** A line of a Caf's log of accesses, by day. */
  access: (cafId: string, at: string, id: string): Key => ({
    pk: `ACCESS#${cafId}#${at.slice(0, 10)}`,
    sk: `${at}#${id}`,
  }),
  /** What a Caf says of accessibility and of personal data. */
  notices: (cafId: string): Key => ({ pk: `CAF#${cafId}`, sk: 'NOTICES' }),
  caf: (id: string): Key => ({ pk: `CAF#${id}`, sk: 'CAF' }),
  form: (id: string): Key => ({ pk: `FORM#${id}`, sk: 'FORM' }),
  formVersion: (formId: string, version: number): Key => ({
    pk: `FORM#${formId}`,
    sk: `VERSION#${String(version).padStart(5, '0')}`,
  }),
  /** A questionnaire as it is edited, and which tab edits it. */
  formDraft: (formId: string): Key => ({ pk: `FORM#${formId}`, sk: 'DRAFT' }),
  formLock: (formId: string): Key => ({ pk: `FORM#${formId}`, sk: 'LOCK' }),
  /** A trial of a questionnaire, its sections, and what would have been received. */
  trial: (id: string): Key => ({ pk: trialPk(id), sk: 'TRIAL' }),
  trialSection: (id: string, name: string): Key => ({ pk: trialPk(id), sk: `SECTION#${name}` }),
  trialSubmission: (id: string): Key => ({ pk: trialPk(id), sk: 'SUBMISSION' }),
  organisation: (id: string): Key => ({ pk: `ORGANISATION#${id}`, sk: 'ORGANISATION' }),
  /** The organisation that a SIRET or an RNA belongs to: each belongs to one. */
  identifier: (kind: 'siret' | 'rna', value: string): Key => ({
    pk: `IDENTIFIER#${kind}#${value}`,
    sk: 'IDENTIFIER',
  }),
  /** That a Caf deals with an organisation. */
  cafLink: (cafId: string, organisationId: string): Key => ({
    pk: `CAF#${cafId}`,
    sk: `ORGANISATION#${organisationId}`,
  }),
  /** That an organisation has a project. */
  projectLink: (organisationId: string, projectId: string): Key => ({
    pk: `ORGANISATION#${organisationId}`,
    sk: `PROJECT#${projectId}`,
  }),
  project: (id: string): Key => ({ pk: `PROJECT#${id}`, sk: 'PROJECT' }),
  subject: (sub: string): Key => ({ pk: `SUBJECT#${sub}`, sk: 'SUBJECT' }),
  membership: (email: string, organisationId: string): Key => ({
    pk: personPk(email),
    sk: `MEMBER#${organisationId}`,
  }),
  agency: (email: string, cafId: string): Key => ({ pk: personPk(email), sk: `AGENT#${cafId}` }),
  /** That mail to this address came back. Sorts before the memberships, which are read together. */
  bounce: (email: string): Key => ({ pk: personPk(email), sk: '#BOUNCE' }),
  /** The calendar secret that is good for a person now, and whose calendar a secret opens. */
  calendarOf: (email: string): Key => ({ pk: personPk(email), sk: '#CALENDAR' }),
  calendar: (hash: string): Key => ({ pk: `CALENDAR#${hash}`, sk: 'CALENDAR' }),
}

/** The ranges of sort keys that are read together. `RESPONSE` sorts just before `SECTION#`. */
export const ranges = {
  dossier: (id: string) => ({ pk: responsePk(id), from: 'RESPONSE', to: 'SECTION#~' }),
  submissions: (id: string) => ({ pk: responsePk(id), from: 'SUBMISSION#', to: 'SUBMISSION#~' }),
  earlier: (id: string) => ({ pk: responsePk(id), from: 'EARLIER#', to: 'EARLIER#~' }),
  documents: (id: string) => ({ pk: responsePk(id), from: 'DOCUMENT#', to: 'DOCUMENT#~' }),
  events: (id: string) => ({ pk: responsePk(id), from: 'EVENT#', to: 'EVENT#~' }),
  messages: (id: string) => ({ pk: responsePk(id), from: 'MESSAGE#', to: 'MESSAGE#~' }),
  mails: (about: string) => ({ pk: keys.mail(about, '').pk, from: 'MAIL#', to: 'MAIL#~' }),
  attempts: (id: string, day = '') => ({
    pk: responsePk(id),
    from: `ATTEMPT#${day}`,
    to: `ATTEMPT#${day}~`,
  }),
  accesses: (cafId: string, day: string) => ({ pk: `ACCESS#${cafId}#${day}`, from: ' ', to: '~' }),
  jobs: (campaignId: string) => ({ pk: campaignPk(campaignId), from: 'JOB#', to: 'JOB#~' }),
  erased: (campaignId: string) => ({ pk: campaignPk(campaignId), from: 'ERASED#', to: 'ERASED#~' }),
  exports: (campaignId: string) => ({ pk: campaignPk(campaignId), from: 'EXPORT#', to: 'EXPORT#~' }),
  /** A form's `DRAFT`, `FORM` and `LOCK`. */
  editing: (formId: string) => ({ pk: `FORM#${formId}`, from: 'DRAFT', to: 'LOCK' }),
  formVersions: (formId: string) => ({ pk: `FORM#${formId}`, from: 'VERSION#', to: 'VERSION#~' }),
  person: (email: string) => ({ pk: personPk(email), from: 'A', to: 'Z' }),
  importLines: (id: string) => ({ pk: importPk(id), from: 'LINES#', to: 'LINES#~' }),
  cafLinks: (cafId: string) => ({ pk: `CAF#${cafId}`, from: 'ORGANISATION#', to: 'ORGANISATION#~' }),
  projectLinks: (organisationId: string) => ({
    pk: `ORGANISATION#${organisationId}`,
    from: 'PROJECT#',
    to: 'PROJECT#~',
  }),
}

/** Everything a partition holds. */
export const partitionOf = ({ pk }: Key) => ({ pk, from: ' ', to: '~' })

/** Which shard a response falls in: stable, and even over many ids. */
export const shardOf = (id: string): number =>
  [...id].reduce((hash, letter) => (hash * 31 + letter.charCodeAt(0)) % 9973, 7) % SHARDS

export const shards: readonly number[] = Array.from({ length: SHARDS }, (_, shard) => shard)

export const ownerKeys = {
  organisation: (id: string) => `ORGANISATION#${id}`,
  /** What a person started that belongs to no organisation yet. */
  person: (email: string) => `PERSON#${email}`,
  caf: (id: string) => `CAF#${id}`,
  /** Every Caf of the platform. */
  cafs: 'CAFS',
  /** The people of an organisation, and those of a Caf, by address. */
  members: (organisationId: string) => `MEMBERS#${organisationId}`,
  agents: (cafId: string) => `AGENTS#${cafId}`,
  /** A Caf's projects are called by the shard, so that no partition of the index takes them all. */
  projects: (cafId: string, shard: number) => `CAF#${cafId}#PROJECTS#${shard}`,
  forms: (cafId: string) => `CAF#${cafId}#FORMS`,
  imports: (cafId: string) => `CAF#${cafId}#IMPORTS`,
}
export const campaignShard = (campaignId: string, shard: number) => `${campaignId}#${shard}`
export const closingShard = (shard: number) => `CLOSING#${shard}`
/** Campaigns that still have something to do by themselves: what reconciliation looks at. */
export const liveCampaigns = 'CLOSING#CAMPAIGNS'
/** Campaigns that have nothing left to do, by when they closed: their answers are kept, then deleted. */
export const endedCampaigns = 'CLOSING#ENDED'
/** Imports that were confirmed and are not done. */
export const importsRunning = 'CLOSING#IMPORTS'
/**
 * In the same index, by Caf: what was transmitted and waits for it. Such a response waits for no closing, so it has
 * one place there or the other. In shards, for everybody transmits at once.
 */
export const waitingShard = (cafId: string, shard: number) => `WAITING#${cafId}#${shard}`
export const outboxShard = (shard: number) => `OUTBOX#${shard}`
/** In the same index as `outboxShard`: mails by when they are due. */
export const mailShard = (shard: number) => `MAILS#${shard}`
