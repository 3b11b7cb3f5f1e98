// Where each thing lives: one table and its indexes (design §3). Pure data, shared by the store, the local server and
// the CDK app, so that all three have the very same table.

export const primaryKey = { partitionKey: 'pk', sortKey: 'sk' } as const
export const timeToLiveAttribute = 'expiresAt'

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
