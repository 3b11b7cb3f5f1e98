// The campaigns that a change of a questionnaire is for: those that ask it and are not closed.

import { CampaignList } from '../../forms/campaign-wire.ts'
import type { FormView } from '../../forms/editing-wire.ts'
import { request } from '../shared/api.ts'

export type Campaign = CampaignList['items'][number]

export type Running = {
  readonly campaigns: readonly Campaign[]
  /** Whether this person may create one for the Caf of the questionnaire. */
  readonly mayCreate: boolean
}

type Asked = Pick<FormView, 'id' | 'cafId'>

export const loadRunning = async ({ id, cafId }: Asked, signal?: AbortSignal): Promise<Running> => {
  const read = (body: unknown) => CampaignList.parse(body)
  const { body } = await request('/campaigns', { read, ...(signal ? { signal } : {}) })
  return { campaigns: runningOf(body.items, id), mayCreate: body.may.create.includes(cafId) }
}

/** Those of a questionnaire that are open or to come. */
export const runningOf = (campaigns: readonly Campaign[], formId: string): Campaign[] =>
  campaigns.filter((one) => one.formId === formId && (one.phase === 'open' || one.phase === 'upcoming'))
