import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { ResponseSummary, type ResponseView } from '../../forms/response-wire.ts'
import { request } from '../shared/api.ts'
import { Dialog, DialogActions } from '../shared/dialog.tsx'
import { NameField } from '../shared/name-field.tsx'
import { faultsOf, Refusal } from '../shared/refusal.tsx'
import { useAction } from '../shared/use-action.ts'

type Props = { readonly response: ResponseView; readonly onClose: () => void }

/** Asks for another name of a dossier that was never transmitted. */
export const RenameDialog = ({ response, onClose }: Props): JSX.Element => {
  const [name, setName] = useState(response.projectName)
  const [isShort, setIsShort] = useState(false)
  const action = useAction()
  const rename = () => {
    const projectName = name.trim()
    setIsShort(projectName.length < 3)
    if (projectName.length < 3) return
    action.run(async () => {
      await request(`/responses/${encodeURIComponent(response.id)}/name`, {
        method: 'PUT',
        body: { projectName },
        read: (body) => ResponseSummary.parse(body),
      })
      location.reload()
    })
  }
  const faults = isShort ? ['Écrivez un nom d’au moins trois lettres.'] : faultsOf(action.failure).projectName
  return (
    <Dialog title="Renommer ce dossier" onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          rename()
        }}
      >
        {action.failure ? <Refusal error={action.failure} /> : null}
        <NameField
          name="projectName"
          label="Nom du dossier"
          hint="Vos collègues et la Caf le verront sous ce nom."
          faults={faults}
          value={name}
          onInput={setName}
        />
        <DialogActions label="Renommer" busyLabel="Enregistrement…" busy={action.busy} onClose={onClose} />
      </form>
    </Dialog>
  )
}
