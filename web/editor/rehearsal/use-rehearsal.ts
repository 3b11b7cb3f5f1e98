// Trying a change on the responses of a campaign, page after page, until all were looked at.
import { useRef, useState } from 'preact/hooks'
import type { Mapping } from '../../../forms/moving/mapping.ts'
import { Rehearsal } from '../../../forms/moving-wire.ts'
import { request } from '../../shared/api.ts'
import { type Action, useAction } from '../../shared/use-action.ts'

export type Asked = {
  readonly formId: string
  readonly campaignId: string
  readonly to: number | 'draft'
  readonly mapping: Mapping
}

/** What was found so far, of which change; `isWhole` once every response was looked at. */
export type Found = { readonly asked: Asked; readonly rehearsal: Rehearsal; readonly isWhole: boolean }

export const useRehearsal = (): {
  readonly found: Found | undefined
  readonly action: Action
  readonly rehearse: (asked: Asked) => Promise<void>
  readonly forget: () => void
} => {
  const [found, setFound] = useState<Found>()
  const action = useAction()
  const round = useRef(0)
  const rehearse = (asked: Asked) =>
    action.run(async () => {
      round.current += 1
      const mine = round.current
      let rehearsal: Rehearsal | undefined
      let from: string | undefined
      do {
        const page: Rehearsal = await askPage(asked, from)
        if (round.current !== mine) return
        rehearsal = rehearsal ? together(rehearsal, page) : page
        from = page.next
        setFound({ asked, rehearsal, isWhole: from === undefined })
      } while (from !== undefined)
    })
  const forget = () => {
    round.current += 1
    setFound(undefined)
  }
  return { found, action, rehearse, forget }
}

const askPage = async ({ formId, ...asked }: Asked, from: string | undefined): Promise<Rehearsal> =>
  (
    await request(`/forms/${encodeURIComponent(formId)}/rehearsal`, {
      method: 'POST',
      body: { ...asked, ...(from ? { from } : {}) },
      read: (body) => Rehearsal.parse(body),
    })
  ).body

const together = (one: Rehearsal, next: Rehearsal): Rehearsal => ({
  ...next,
  items: [...one.items, ...next.items],
  counts: {
    handled: one.counts.handled + next.counts.handled,
    untouched: one.counts.untouched + next.counts.untouched,
    drafts: one.counts.drafts + next.counts.drafts,
    submitted: one.counts.submitted + next.counts.submitted,
    losing: one.counts.losing + next.counts.losing,
  },
})
