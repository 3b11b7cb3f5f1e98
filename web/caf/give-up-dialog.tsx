import type { JSX } from 'preact'
import { request } from '../shared/api.ts'
import { Dialog, DialogActions } from '../shared/dialog.tsx'
import { Refusal } from '../shared/refusal.tsx'
import { useAction } from '../shared/use-action.ts'
import { quoted } from '../shared/words.ts'
import { draftWords, type FormRow, givenUpWords } from './form-words.ts'

type Props = {
  readonly form: FormRow
  readonly zone: string
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Asks once before a draft is given up: the one that was shown, or none. */
export const GiveUpDialog = ({ form, zone, onClose, onDone }: Props): JSX.Element => {
  const action = useAction()
  const giveUp = () =>
    action.run(async () => {
      await request(`/forms/${encodeURIComponent(form.id)}/draft`, {
        method: 'DELETE',
        headers: { 'if-match': `"${form.draft?.revision ?? 0}"` },
        read: () => undefined,
      })
      onDone()
    })
  return (
    <Dialog
      title={`Abandonner le brouillon de ${quoted(form.draft?.title ?? form.title)} ?`}
      onClose={onClose}
    >
      {form.draft ? <p>{draftWords(form.draft, zone)}</p> : null}
      <p>{givenUpWords(form)}</p>
      {action.failure ? <Refusal error={action.failure} /> : null}
      <DialogActions
        label="Abandonner le brouillon"
        busyLabel="Abandon…"
        busy={action.busy}
        danger
        onClose={onClose}
        onAct={giveUp}
      />
    </Dialog>
  )
}
