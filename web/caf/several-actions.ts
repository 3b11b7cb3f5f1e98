// Acting on several responses of a campaign: which may be, what is asked of the API, by how many at a time. Pure but
// for the request it is given.

import type { CampaignRow } from '../../forms/campaign-rows-wire.ts'
import { Reminded } from '../../forms/campaign-wire.ts'
import { MOST_AT_ONCE, Outcomes } from '../../forms/cockpit-wire.ts'
import type { Outcome } from '../../forms/outcome.ts'
import type { request } from '../shared/api.ts'
import { counted } from './campaign-words.ts'
import { mayBeReminded } from './rows.ts'

export type SeveralAction = 'remind' | 'extend' | 'validate'

/** Whether an action makes sense for a row; the server says whether it is done. */
export const isAble = (action: SeveralAction, row: CampaignRow, now: string): boolean => {
  if (action === 'remind') return mayBeReminded(row, now)
  if (action === 'validate') return row.status === 'submitted'
  return row.status !== 'validated' && row.status !== 'submitted'
}

export type Asked = {
  readonly lastDay?: string
  readonly reason?: string
  readonly message?: string
  /** One key for the round: asked again after a failure, nobody is reminded twice. */
  readonly round: string
}

type Request = typeof request

/** Asks for a part of the rows, and tells what came of each. */
export const actOn = async (
  send: Request,
  { campaignId, action, rows, asked }: Batch,
): Promise<readonly Outcome[]> => {
  const path = `/campaigns/${encodeURIComponent(campaignId)}`
  const responses = rows.map(({ id }) => id)
  const { lastDay, reason, message, round } = asked
  if (action === 'remind') {
    const { body } = await send(`${path}/reminders`, {
      method: 'POST',
      headers: { 'idempotency-key': round },
      body: { responses, ...(message ? { message } : {}) },
      read: (reply) => Reminded.parse(reply),
    })
    return body.items ?? []
  }
  const read = (reply: unknown) => Outcomes.parse(reply)
  if (action === 'extend') {
    const body = { responses, lastDay, reason }
    return (await send(`${path}/extensions`, { method: 'POST', body, read })).body.items
  }
  const body = { responses: rows.map(({ id, reference = '' }) => ({ id, reference })) }
  return (await send(`${path}/validations`, { method: 'POST', body, read })).body.items
}

type Batch = {
  readonly campaignId: string
  readonly action: SeveralAction
  readonly rows: readonly CampaignRow[]
  readonly asked: Asked
}

/** The rows of the next request: those without an outcome yet, as many as one request takes. */
export const nextBatch = (
  rows: readonly CampaignRow[],
  outcomes: ReadonlyMap<string, Outcome>,
): CampaignRow[] => rows.filter(({ id }) => !outcomes.has(id)).slice(0, MOST_AT_ONCE)

type Words = {
  /** « Relancer 3 partenaires » */
  readonly title: (count: number) => string
  readonly submit: string
  /** « 3 partenaires relancés » */
  readonly done: (count: number) => string
}

export const actionWords: Record<SeveralAction, Words> = {
  remind: {
    title: (n) => `Relancer ${counted(n, 'partenaire')}`,
    submit: 'Relancer',
    done: (n) => told(n, 'Personne n’a été relancé', 'partenaire relancé', 'partenaires relancés'),
  },
  extend: {
    title: (n) => `Prolonger ${counted(n, 'dossier')}`,
    submit: 'Prolonger',
    done: (n) => told(n, 'Aucun dossier n’a été prolongé', 'dossier prolongé', 'dossiers prolongés'),
  },
  validate: {
    title: (n) => `Valider ${counted(n, 'dossier')}`,
    submit: 'Valider',
    done: (n) => told(n, 'Aucun dossier n’a été validé', 'dossier validé', 'dossiers validés'),
  },
}

const told = (count: number, none: string, one: string, many: string): string =>
  count === 0 ? none : `${count.toLocaleString('fr-FR')} ${count > 1 ? many : one}`
