import type { ComponentChildren, JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { CampaignRow } from '../../forms/campaign-rows-wire.ts'
import type { CampaignView } from '../../forms/campaign-wire.ts'
import type { Outcome } from '../../forms/outcome.ts'
import { serverNow } from '../shared/clock.ts'
import { Dialog } from '../shared/dialog.tsx'
import { type Faults, faultsOf, Refusal } from '../shared/refusal.tsx'
import { counted } from './campaign-words.ts'
import { lastDayFault } from './last-day.ts'
import { actionWords, type SeveralAction } from './several-actions.ts'
import { SeveralFields } from './several-fields.tsx'
import { useSeveral } from './use-several.ts'

type Props = {
  readonly campaign: CampaignView
  readonly action: SeveralAction
  /** Those it is about, as they were when it was opened: a list read again changes nothing here. */
  readonly rows: readonly CampaignRow[]
  /** Called with what to say once it is over, when something was done or refused. */
  readonly onDone: (sentence: string) => void
  readonly onClose: () => void
}

/** Acts on many responses at once: says what will be, how far it is, and of each that was refused, why. */
export const SeveralDialog = ({ campaign, action: kind, rows, onDone, onClose }: Props): JSX.Element => {
  const [fields, setFields] = useState({ lastDay: '', words: '' })
  const [missing, setMissing] = useState<Faults>({})
  const [isOver, setOver] = useState(false)
  const words = actionWords[kind]
  const onAll = (all: ReadonlyMap<string, Outcome>) => {
    if (refusedOf(all).length > 0) setOver(true)
    else onDone(`${words.done(doneOf(all))}.`)
  }
  const several = useSeveral({ campaignId: campaign.id, kind, rows, onAll })
  const { action, outcomes, isBegun } = several
  const close = () => {
    several.stop()
    if (isBegun) onDone(`${words.done(doneOf(outcomes))}.`)
    else onClose()
  }
  const send = () => {
    const lacking = kind === 'extend' ? lackingOf(fields, campaign.zone) : {}
    setMissing(lacking)
    if (Object.keys(lacking).length > 0) return
    const text = fields.words.trim()
    several.run(kind === 'extend' ? { lastDay: fields.lastDay, reason: text } : text ? { message: text } : {})
  }
  if (isOver) return <Over {...{ words, rows, outcomes }} onClose={close} />
  return (
    <Dialog title={words.title(rows.length)} onClose={close}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        {action.failure ? <Refusal error={action.failure} /> : null}
        {action.failure && isBegun ? (
          <p>
            {words.done(doneOf(outcomes))} jusqu’ici ; {counted(rows.length - outcomes.size, 'dossier')} à
            faire.
          </p>
        ) : null}
        <SeveralFields
          {...{ campaign, kind, rows, fields }}
          faults={{ ...faultsOf(action.failure), ...missing }}
          onChange={(part) => setFields((last) => ({ ...last, ...part }))}
        />
        {action.busy ? <Progress done={outcomes.size} total={rows.length} /> : null}
        <Actions>
          <button type="button" class="btn quiet" onClick={close}>
            {isBegun ? 'Arrêter' : 'Annuler'}
          </button>
          <button type="submit" class="btn" aria-disabled={action.busy}>
            {action.busy ? 'En cours…' : isBegun ? 'Continuer' : words.submit}
          </button>
        </Actions>
      </form>
    </Dialog>
  )
}

const Progress = ({ done, total }: { done: number; total: number }): JSX.Element => (
  <p role="status" class="running">
    <progress aria-label="Avancement" max={total} value={done} />
    {done} sur {counted(total, 'dossier')}
  </p>
)

type OverProps = Pick<Props, 'rows' | 'onClose'> & {
  readonly words: (typeof actionWords)[SeveralAction]
  readonly outcomes: ReadonlyMap<string, Outcome>
}

/** What came of it, when not all was done: each refusal with its reason. */
const Over = ({ words, rows, outcomes, onClose }: OverProps): JSX.Element => {
  const refused = refusedOf(outcomes)
  const names = new Map(rows.map(({ id, projectName }) => [id, projectName]))
  return (
    <Dialog title={words.done(doneOf(outcomes))} onClose={onClose}>
      <p role="status">
        {counted(refused.length, 'dossier')}{' '}
        {refused.length > 1 ? 'sont restés tels quels' : 'est resté tel quel'} : rien n’y a été changé.
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
      <section class="outcomes" aria-label="Dossiers restés tels quels" tabIndex={0}>
        <ul>
          {refused.map(({ id, detail }) => (
            <li key={id}>
              <a href={`/caf/dossier/?id=${encodeURIComponent(id)}`}>{names.get(id) ?? id}</a> : {detail}
            </li>
          ))}
        </ul>
      </section>
      <Actions>
        <button type="button" class="btn" onClick={onClose}>
          Fermer
        </button>
      </Actions>
    </Dialog>
  )
}

const Actions = ({ children }: { children: ComponentChildren }): JSX.Element => (
  <div class="dialog-actions">{children}</div>
)

const lackingOf = ({ lastDay, words }: { lastDay: string; words: string }, zone: string): Faults => {
  const dayFault = lastDayFault(lastDay, { zone, now: serverNow() })
  return {
    ...(dayFault ? { lastDay: [dayFault] } : {}),
    ...(words.trim().length < 3 ? { reason: ['Écrivez le motif : les partenaires le liront.'] } : {}),
  }
}

const refusedOf = (outcomes: ReadonlyMap<string, Outcome>): Outcome[] =>
  [...outcomes.values()].filter(({ outcome }) => outcome === 'refused')

const doneOf = (outcomes: ReadonlyMap<string, Outcome>): number => outcomes.size - refusedOf(outcomes).length
