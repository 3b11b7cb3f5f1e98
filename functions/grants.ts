// What a function may do, and the environment variables that come with it.

/** `identity:tokens` and `site:origin` need no permission, only to know where the provider and the site are. */
export type Grant =
  | 'table:read'
  | 'table:write'
  | 'table:delete'
  | 'receipts:sign'
  | 'identity:tokens'
  | 'site:origin'
  | 'mail:send'
  | 'schedules:read'
  | 'schedules:write'
  | 'functions:invoke'
  /** To sign where a document's bytes go: quarantine. */
  | 'uploads:put'
  /** To read what waits in quarantine and move what passed out of it. */
  | 'uploads:check'
  /** To copy a kept document for another response. */
  | 'uploads:reuse'
  /** To sign where a kept document is read. */
  | 'uploads:read'
  | 'uploads:delete'
  /** To read kept documents ourselves, and see which are missing. */
  | 'uploads:archive'
  /** To write pieces of exports and put them together. */
  | 'exports:write'
  /** To sign where the file of an export is read. */
  | 'exports:link'
  /** To render a published version and put its files where the site serves them from. */
  | 'definitions:write'

/** The environment variables each grant brings; a function that has the grant does not start without them. */
const variables = {
  'table:read': ['TABLE_NAME'],
  'table:write': ['TABLE_NAME'],
  'table:delete': ['TABLE_NAME'],
  'receipts:sign': ['RECEIPT_KEY_ID', 'RECEIPT_KID', 'SITE_ORIGIN'],
  'identity:tokens': ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'SITE_ORIGIN'],
  'site:origin': ['SITE_ORIGIN'],
  'mail:send': ['MAIL_FROM', 'MAIL_CONFIGURATION_SET'],
  'schedules:read': ['SCHEDULER_GROUP'],
  'functions:invoke': ['TARGET_ARN_PREFIX'],
  'uploads:put': ['UPLOADS_BUCKET'],
  'uploads:check': ['UPLOADS_BUCKET'],
  'uploads:reuse': ['UPLOADS_BUCKET'],
  'uploads:read': ['UPLOADS_BUCKET'],
  'uploads:delete': ['UPLOADS_BUCKET'],
  'uploads:archive': ['UPLOADS_BUCKET'],
  'exports:write': ['EXPORTS_BUCKET'],
  'exports:link': ['EXPORTS_BUCKET'],
  'definitions:write': ['DEFINITIONS_BUCKET', 'PRERENDERER'],
  'schedules:write': ['SCHEDULER_GROUP', 'SCHEDULER_ROLE_ARN', 'TARGET_ARN_PREFIX', 'DEAD_LETTERS_ARN'],
} as const satisfies Record<Grant, readonly string[]>

export type Variable = (typeof variables)[Grant][number]

/** The environment variables of a function with these grants, each once. */
export const variablesOf = (grants: readonly Grant[]): Variable[] => [
  ...new Set(grants.flatMap((grant): readonly Variable[] => variables[grant])),
]
