import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Content } from '../../forms/editing-wire.ts'
import { Dialog, DialogActions } from '../shared/dialog.tsx'
import { Field, FieldGroup } from '../shared/field.tsx'
import { Refusal } from '../shared/refusal.tsx'
import { saveAs } from '../shared/save-as.ts'
import { useAction } from '../shared/use-action.ts'
import { quoted } from '../shared/words.ts'
import { loadContent, type Which } from './form-content.ts'
import { type FormRow, fileNameOf } from './form-words.ts'

type Props = {
  readonly form: Pick<FormRow, 'id' | 'title' | 'latestVersion'> & { readonly draft?: unknown }
  /** What is proposed first; the draft, or the latest version. */
  readonly first?: Which
  readonly onClose: () => void
}

/** Saves a questionnaire as a file: a version or the draft, for SurveyJS alone or with what we say beside it. */
export const ExportFormDialog = ({ form, first, onClose }: Props): JSX.Element => {
  const { id, title, latestVersion = 0, draft } = form
  const [which, setWhich] = useState<Which>(first ?? (draft ? 'draft' : latestVersion))
  const [whole, setWhole] = useState(false)
  const action = useAction()
  const save = () =>
    action.run(async () => {
      const content = await loadContent(id, which)
      saveAs(new Blob([textOf(content, whole)], { type: 'application/json' }), fileNameOf(id, which, whole))
      onClose()
    })
  return (
    <Dialog title={`Exporter ${quoted(title)}`} onClose={onClose}>
      <Field name="which" label="Version">
        {(tied) => (
          <select
            {...tied}
            value={which}
            onChange={({ currentTarget: { value } }) => setWhich(value === 'draft' ? value : Number(value))}
          >
            {draft ? <option value="draft">Le brouillon</option> : null}
            {Array.from({ length: latestVersion }, (_, i) => latestVersion - i).map((version) => (
              <option key={version} value={version}>
                Version {version}
              </option>
            ))}
          </select>
        )}
      </Field>
      <FieldGroup name="whole" label="Contenu du fichier">
        {[false, true].map((each) => (
          <label key={String(each)} class="choice">
            <input type="radio" name="whole" checked={whole === each} onChange={() => setWhole(each)} />
            <span>
              {each ? 'Questionnaire complet' : 'Définition SurveyJS seule'}
              <small>
                {each
                  ? 'La définition et ce qu’Échéance y ajoute : parties, rôles, reprises, à préparer. Pour l’importer ici.'
                  : 'Ce que lit tout outil qui connaît SurveyJS, propriété par propriété.'}
              </small>
            </span>
          </label>
        ))}
      </FieldGroup>
      {action.failure ? <Refusal error={action.failure} /> : null}
      <DialogActions
        label="Télécharger"
        busyLabel="Préparation…"
        busy={action.busy}
        onClose={onClose}
        onAct={save}
      />
    </Dialog>
  )
}

const textOf = (content: Content, whole: boolean): string =>
  `${JSON.stringify(whole ? content : content.definition, null, 2)}\n`
