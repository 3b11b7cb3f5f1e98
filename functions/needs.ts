// What functions need to run, in the few kinds there are.
import type { Grant } from './grants.ts'

/**
 * What a function needs to run on AWS, from `npm run bench`: 69 to 97 MB after import, 210 MB at the peak, 72 to 141 ms
 * of CPU for a cold import and at most 19 ms for a request. A share of a processor comes with memory, so seconds are
 * a hundred times that: what takes longer hangs on a service and is better answered as failed.
 */
export type Needs = {
  readonly grants: readonly Grant[]
  readonly memoryMB: number
  readonly timeoutSeconds: number
}

export const small = { memoryMB: 512, timeoutSeconds: 10 } as const
/** Whoever is signed in is looked up, and remembered the first time: hence both. */
export const table = ['table:read', 'table:write'] as const
export const removes = { ...small, grants: [...table, 'table:delete'] } as const
/** What erases a dossier, its documents among it. */
export const erases = { ...small, grants: [...table, 'table:delete', 'uploads:delete'] } as const
export const reads = { ...small, grants: table } as const
export const links = { ...small, grants: [...table, 'site:origin'] } as const
/** What reads every dossier of a campaign at once, 10,000 of them within the seconds that the gateway waits: a whole processor. */
export const readsAll = { memoryMB: 1769, timeoutSeconds: 29, grants: table } as const
/** What checks or draws a whole dossier or questionnaire: of more processor, so that nobody waits for it. */
export const heavy = { memoryMB: 1024, timeoutSeconds: 20 } as const
export const checks = { ...heavy, grants: table } as const
export const signs = { ...heavy, grants: [...table, 'receipts:sign'] } as const
/** What sets schedules, or begins long work before it answers: a slice of a few seconds, then by invocation. */
export const slow = { memoryMB: 512, timeoutSeconds: 30 } as const
export const arms = { ...slow, grants: [...table, 'schedules:write'] } as const
export const plans = {
  ...slow,
  grants: [...table, 'table:delete', 'schedules:write', 'functions:invoke'],
} as const
export const session = { ...small, grants: ['identity:tokens'] } as const
/** Long work: ten minutes at most, then it goes on by starting itself again. */
export const works = { memoryMB: 1024, timeoutSeconds: 600, grants: [...table, 'functions:invoke'] } as const
