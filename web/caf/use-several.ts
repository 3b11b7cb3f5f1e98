import { useRef, useState } from 'preact/hooks'
import type { CampaignRow } from '../../forms/campaign-rows-wire.ts'
import type { Outcome } from '../../forms/outcome.ts'
import { request } from '../shared/api.ts'
import { type Action, useAction } from '../shared/use-action.ts'
import { type Asked, actOn, nextBatch, type SeveralAction } from './several-actions.ts'

type Several = {
  readonly action: Action
  /** What came of each so far, by id. */
  readonly outcomes: ReadonlyMap<string, Outcome>
  /** Whether any request was made: some may be done already. */
  readonly isBegun: boolean
  /** Acts on those that have no outcome yet, a part after the other; a failure leaves the rest for another time. */
  readonly run: (asked: Omit<Asked, 'round'>) => Promise<void>
  /** Makes no further request. */
  readonly stop: () => void
}

type Given = {
  readonly campaignId: string
  readonly kind: SeveralAction
  readonly rows: readonly CampaignRow[]
  readonly onAll: (outcomes: ReadonlyMap<string, Outcome>) => void
}

/** Acts on many responses by requests of a hundred at most, keeping what came of each. */
export const useSeveral = ({ campaignId, kind, rows, onAll }: Given): Several => {
  const action = useAction()
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map())
  const [isBegun, setBegun] = useState(false)
  const [round] = useState(() => crypto.randomUUID())
  const isStopped = useRef(false)
  const run = (asked: Omit<Asked, 'round'>) =>
    action.run(async () => {
      let known = outcomes
      isStopped.current = false
      for (let part = nextBatch(rows, known); part.length > 0; part = nextBatch(rows, known)) {
        if (isStopped.current) return
        const batch = { campaignId, action: kind, rows: part, asked: { ...asked, round } }
        const told = new Map((await actOn(request, batch)).map((outcome) => [outcome.id, outcome]))
        const silent = part.filter(({ id }) => !told.has(id)).map(({ id }) => [id, unknown(id)] as const)
        known = new Map([...known, ...told, ...silent])
        setBegun(true)
        setOutcomes(known)
      }
      onAll(known)
    })
  return { action, outcomes, isBegun, run, stop: () => Object.assign(isStopped, { current: true }) }
}

const unknown = (id: string): Outcome => ({
  id,
  outcome: 'refused',
  detail: 'Le serveur n’en a rien dit : regardez où en est ce dossier.',
})
