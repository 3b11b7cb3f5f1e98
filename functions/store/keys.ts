// The key of each item, and the ranges of keys that are read together. Pure functions.

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
  /** An export that was asked for, beside the job that writes it. */
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
