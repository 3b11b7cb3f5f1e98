import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { CampaignRow } from '../../forms/campaign-rows-wire.ts'
import { type CampaignView, Reminded } from '../../forms/campaign-wire.ts'
import { request } from '../shared/api.ts'
import { serverNow } from '../shared/clock.ts'
import { Dialog, DialogActions } from '../shared/dialog.tsx'
import { Note } from '../shared/feedback.tsx'
import { Field } from '../shared/field.tsx'
import { faultsOf, Refusal } from '../shared/refusal.tsx'
import { tooLong } from '../shared/too-long.ts'
import { useAction } from '../shared/use-action.ts'
import { counted } from './campaign-words.ts'
import { remindedToday } from './reminded-today.ts'

type Props = {
  readonly campaign: Pick<CampaignView, 'id' | 'zone'>
  /** Those who would be reminded. */
  readonly rows: readonly CampaignRow[]
  readonly onDone: (sentence: string) => void
  readonly onClose: () => void
}

/** Reminds all that have not submitted, by work that goes on by itself: says who, takes a word to add, and sends. */
export const RemindDialog = ({ campaign, rows, onDone, onClose }: Props): JSX.Element => {
  const [message, setMessage] = useState('')
  // One key for the round: asked again after a failure, nobody is reminded twice.
  const [round] = useState(() => crypto.randomUUID())
  const action = useAction()
  const faults = faultsOf(action.failure)
  const drafts = rows.filter(({ status }) => status === 'draft').length
  const send = () =>
    action.run(async () => {
      const reply = await request(`/campaigns/${encodeURIComponent(campaign.id)}/reminders`, {
        method: 'POST',
        headers: { 'idempotency-key': round },
        body: message.trim() ? { message: message.trim() } : {},
        read: (body) => Reminded.parse(body),
      })
      onDone(remindedWords(reply.body))
    })
  return (
    <Dialog title={`Relancer ${counted(rows.length, 'partenaire')}`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          send()
        }}
      >
        <p>
          Tous ceux qui n’ont pas transmis recevront un mél avec leur échéance :{' '}
          {notStartedWords(rows.length - drafts)}, {draftWords(drafts)}.
        </p>
        <AlreadyReminded rows={rows} zone={campaign.zone} />
        {action.failure ? <Refusal error={action.failure} /> : null}
        <RemindMessage value={message} faults={faults.message} onChange={setMessage} />
        <DialogActions label="Relancer" busyLabel="Envoi…" busy={action.busy} onClose={onClose} />
      </form>
    </Dialog>
  )
}

/** That some were reminded today already, where that is so. */
export const AlreadyReminded = (props: {
  readonly rows: readonly CampaignRow[]
  readonly zone: string
}): JSX.Element | null => {
  const said = remindedToday(props.rows, { zone: props.zone, now: serverNow() })
  return said ? <Note tone="warn">{said} Un nouveau mél leur serait envoyé.</Note> : null
}

type MessageProps = {
  readonly value: string
  readonly faults: readonly string[] | undefined
  readonly onChange: (value: string) => void
}

/** The word that goes with a reminder. */
export const RemindMessage = ({ value, faults, onChange }: MessageProps): JSX.Element => (
  <Field
    name="message"
    label="Un mot à ajouter (facultatif)"
    hint="Il sera lu par tous ces partenaires, et gardé dans l’historique de leurs dossiers."
    faults={tooLong(value, 1000) ?? faults}
  >
    {(tied) => (
      <textarea {...tied} rows={3} value={value} onInput={(event) => onChange(event.currentTarget.value)} />
    )}
  </Field>
)

/** What came of a round: « 3 partenaires relancés. » */
export const remindedWords = ({ reminded, skipped, done }: Reminded): string => {
  const said =
    reminded === 0
      ? 'Personne n’a été relancé'
      : reminded === 1
        ? '1 partenaire relancé'
        : `${reminded.toLocaleString('fr-FR')} partenaires relancés`
  if (!done) return `${said} jusqu’ici : l’envoi se poursuit de lui-même.`
  return skipped > 0 && reminded === 0
    ? `${said} : ces dossiers sont transmis, clos, ou viennent de l’être.`
    : `${said}.`
}

/** « 2 n’ont pas commencé » */
export const notStartedWords = (count: number): string =>
  count > 1 ? `${count} n’ont pas commencé` : count === 1 ? '1 n’a pas commencé' : 'aucun n’est à commencer'

/** « 1 a un brouillon non transmis, et lira ce qui y manque » */
export const draftWords = (count: number): string =>
  count > 1
    ? `${count} ont un brouillon non transmis, et liront ce qui y manque`
    : count === 1
      ? '1 a un brouillon non transmis, et lira ce qui y manque'
      : 'aucun n’a de brouillon'
