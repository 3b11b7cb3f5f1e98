import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { deskUrl } from '../../forms/addresses.ts'
import type { Fault } from '../../forms/problems.ts'
import { ChangedAnswers } from '../shared/changed-answers.tsx'
import { Note } from '../shared/feedback.tsx'
import { Field } from '../shared/field.tsx'
import { Refusal } from '../shared/refusal.tsx'
import { CorrectObstacles, OBSTACLES } from './correct-obstacles.tsx'
import type { Correcting } from './correcting.ts'
import { CorrectionFaults } from './correction-faults.tsx'
import type { Outcome } from './send-correction.ts'

const MOST = 1000

type Props = {
  readonly correcting: Correcting
  readonly onGo: (section: string, question?: string) => void
}

/** What changes, why, and the action that makes it count. */
export const CorrectCard = ({ correcting, onGo }: Props): JSX.Element => {
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<string>()
  const [outcome, setOutcome] = useState<Outcome | 'sending'>()
  const changes = correcting.changes()
  const { notes } = correcting.checks
  const obstacles = changes.length > 0 ? correcting.checks.obstacles() : []
  const back = backUrl(correcting.response().id)
  const faults = typeof outcome === 'object' && outcome.kind === 'faults' ? outcome.faults : []
  const isSending = outcome === 'sending'
  const save = async () => {
    if (isSending) return
    setOutcome(undefined)
    const lacks = lacking(correcting, changes.length, reason)
    setMissing(lacks)
    if (lacks) {
      if (changes.length > 0) document.getElementById('champ-reason')?.focus()
      return
    }
    if (obstacles.length > 0) return document.getElementById(OBSTACLES)?.focus()
    setOutcome('sending')
    const result = await correcting.send(reason.trim())
    if (result.kind === 'saved') return location.replace(`${back}&fait=correction`)
    setOutcome(result)
  }
  return (
    <section class="card correct-card" id="enregistrer" aria-labelledby="enregistrer-titre">
      <h2 id="enregistrer-titre">Enregistrer la correction</h2>
      {changes.length === 0 ? (
        <p>Rien n’est modifié : changez une réponse, dans n’importe quelle partie.</p>
      ) : (
        <ChangedAnswers outline={correcting.outline} changes={changes} level={3} />
      )}
      <CorrectObstacles obstacles={obstacles} onGo={onGo} />
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Field
          name="reason"
          label="Motif de la correction"
          hint="Le partenaire le lira, dans son dossier et dans le mél qui le prévient."
          faults={missing && changes.length > 0 ? [missing] : faultsAt(faults, '/reason')}
        >
          {(tied) => (
            <textarea
              {...tied}
              rows={3}
              maxLength={MOST}
              value={reason}
              onInput={({ currentTarget }) => setReason(currentTarget.value)}
            />
          )}
        </Field>
        {rulesIn(faults, correcting).map((rule) => (
          <Field
            key={rule}
            name={`justification-${rule}`}
            label={`Explication demandée par la règle ${rule}`}
            faults={faultsAt(faults, `/justifications/${rule}`)}
          >
            {(tied) => (
              <textarea
                {...tied}
                rows={2}
                maxLength={MOST}
                value={notes.justifications()[rule] ?? ''}
                onInput={({ currentTarget }) => notes.explain(rule, currentTarget.value)}
              />
            )}
          </Field>
        ))}
        <div role="alert">
          {missing && changes.length === 0 ? <Note tone="stop">{missing}</Note> : null}
          <Failure outcome={outcome} />
        </div>
        <CorrectionFaults outline={correcting.outline} faults={faults} onGo={onGo} />
        <div class="fill-actions">
          <a class="btn quiet" href={back}>
            Revenir au dossier
          </a>
          <button type="submit" class="btn" aria-disabled={isSending || !correcting.isOpen()}>
            {isSending ? 'Enregistrement…' : 'Enregistrer la correction'}
          </button>
        </div>
      </form>
    </section>
  )
}

const Failure = ({ outcome }: { outcome: Outcome | 'sending' | undefined }): JSX.Element | null => {
  if (typeof outcome !== 'object') return null
  if (outcome.kind === 'stale') {
    return (
      <Note tone="stop">
        <strong>Rien n’a été enregistré :</strong> le dossier a changé entre-temps. Ce qui a changé est dit en
        haut de la page.
      </Note>
    )
  }
  return outcome.kind === 'failed' ? <Refusal error={outcome.error} /> : null
}

const lacking = (correcting: Correcting, changes: number, reason: string): string | undefined => {
  if (!correcting.isOpen()) return 'Ce dossier ne se corrige pas.'
  if (correcting.conflicts().length > 0)
    return 'Choisissez d’abord, dans leurs parties, les réponses à départager.'
  if (changes === 0) return 'Rien n’est modifié : il n’y a rien à enregistrer.'
  return reason.trim().length < 3 ? 'Écrivez le motif de la correction : le partenaire le lira.' : undefined
}

const faultsAt = (faults: readonly Fault[], pointer: string): string[] =>
  faults.filter((fault) => fault.pointer === pointer).map(({ detail }) => detail)

/** The rules that a refusal named and that the page does not find itself: without them, it would ask nowhere. */
const rulesIn = (faults: readonly Fault[], { checks }: Correcting): string[] => {
  const found = new Set(checks.verdict()?.coherence.findings.map(({ rule }) => rule))
  return faults
    .flatMap(({ pointer }) => /^\/justifications\/(\w+)$/.exec(pointer)?.[1] ?? [])
    .filter((rule) => !found.has(rule))
}

/** The dossier on the Caf's desk, in the list one came from. */
const backUrl = (id: string): string => {
  const list = new URLSearchParams(location.search).get('liste')
  return `${deskUrl(id)}${list === null ? '' : `&liste=${encodeURIComponent(list)}`}`
}
