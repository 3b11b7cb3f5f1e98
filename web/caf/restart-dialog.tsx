import type { JSX } from 'preact'
import { instantText } from '../../forms/dates.ts'
import type { FormView } from '../../forms/editing-wire.ts'
import { request } from '../shared/api.ts'
import { Dialog, DialogActions } from '../shared/dialog.tsx'
import { Refusal } from '../shared/refusal.tsx'
import { useAction } from '../shared/use-action.ts'
import { editorUrl } from './form-words.ts'

type Props = {
  readonly form: FormView
  readonly version: number
  readonly zone: string
  readonly onClose: () => void
}

/** Starts a draft from a version, in the place of the one that was shown if there is one, then opens it. */
export const RestartDialog = ({ form, version, zone, onClose }: Props): JSX.Element => {
  const { id, draft } = form
  const action = useAction()
  const start = () =>
    action.run(async () => {
      await request(`/forms/${encodeURIComponent(id)}/draft`, {
        method: 'POST',
        headers: { 'if-match': `"${draft?.revision ?? 0}"` },
        body: { from: { formId: id, version } },
        read: () => undefined,
      })
      location.assign(editorUrl(id))
    })
  return (
    <Dialog title={`Repartir de la version ${version} ?`} onClose={onClose}>
      <p>
        Un brouillon reprend la version {version} telle qu’elle a été publiée. Rien ne change pour les
        partenaires tant qu’il n’est pas publié.
      </p>
      {draft ? (
        <p>
          <strong>Le brouillon actuel est remplacé</strong> : ce qui y a été changé jusqu’au{' '}
          {instantText(draft.savedAt, zone)}, par {draft.savedBy} en dernier, est perdu. Pour le garder,
          exportez-le d’abord.
        </p>
      ) : null}
      {action.failure ? <Refusal error={action.failure} /> : null}
      <DialogActions
        label={draft ? 'Remplacer le brouillon' : 'Commencer le brouillon'}
        busyLabel="Préparation…"
        busy={action.busy}
        danger={draft !== undefined}
        onClose={onClose}
        onAct={start}
      />
    </Dialog>
  )
}
