import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { sha256Of } from '../../forms/canonical.ts'
import { FormMade, NewForm, type StartedFrom } from '../../forms/editing-wire.ts'
import { FRENCH } from '../../forms/french-issues.ts'
import type { Caf } from '../../forms/nouns/people.ts'
import { request } from '../shared/api.ts'
import { Field, FieldGroup, fieldId } from '../shared/field.tsx'
import { type Faults, faultsOf } from '../shared/refusal.tsx'
import { tooLong } from '../shared/too-long.ts'
import { useAction } from '../shared/use-action.ts'
import { AskDialog } from './ask-dialog.tsx'
import { FormFileField } from './form-file-field.tsx'
import { editorUrl, type FormRow } from './form-words.ts'
import type { FormFile } from './read-form-file.ts'
import { latestVersionOf, VersionField } from './version-field.tsx'

type Props = {
  readonly forms: readonly FormRow[]
  /** Those that one may make questionnaires for. */
  readonly cafs: readonly Caf[]
  readonly onClose: () => void
}

type Origin = 'blank' | 'version' | 'file'

const origins: readonly { readonly origin: Origin; readonly title: string; readonly about: string }[] = [
  { origin: 'blank', title: 'Vide', about: 'Une page, et aucune question.' },
  {
    origin: 'version',
    title: 'À partir d’un questionnaire existant',
    about: 'De sa dernière version, d’une version précédente, ou de celui de l’an dernier.',
  },
  {
    origin: 'file',
    title: 'À partir d’un fichier JSON',
    about:
      'Un fichier de questionnaire (SurveyJS, JSON) fait ailleurs, ou exporté d’ici. Toutes ses propriétés sont gardées.',
  },
]

/** Makes a questionnaire, then opens it. */
export const NewFormDialog = ({ forms, cafs, onClose }: Props): JSX.Element => {
  const [cafId, setCafId] = useState(cafs[0]?.id ?? '')
  const published = publishedOf(forms, cafId)
  const [title, setTitle] = useState('')
  const [origin, setOrigin] = useState<Origin>('blank')
  const [version, setVersion] = useState(() => latestVersionOf(published))
  const [file, setFile] = useState<FormFile>()
  const [missing, setMissing] = useState<Faults>({})
  const action = useAction()
  const faults = { ...faultsOf(action.failure), ...missing }
  const chooseCaf = (id: string) => {
    setCafId(id)
    setVersion(latestVersionOf(publishedOf(forms, id)))
  }
  const [opened] = useState(() => crypto.randomUUID())
  const send = () => {
    const asked = { title: title.trim(), from: fromOf(origin, version, file), cafId }
    const wrong = faultsIn(asked)
    setMissing(wrong)
    const [first] = Object.keys(wrong)
    if (first) return document.getElementById(fieldId(first))?.focus()
    action.run(async () => {
      // The same request, sent again after a lost reply, makes one questionnaire.
      const key = await sha256Of([opened, asked])
      const made = await request('/forms', {
        method: 'POST',
        headers: { 'idempotency-key': key },
        body: asked,
        read: (reply) => FormMade.parse(reply),
      })
      location.assign(editorUrl(made.body.id))
    })
  }
  return (
    <AskDialog
      title="Nouveau questionnaire"
      action={action}
      label="Créer"
      busy="Création…"
      onSubmit={send}
      onClose={onClose}
    >
      {cafs.length > 1 ? (
        <Field name="cafId" label="Caf" faults={faults.cafId}>
          {(tied) => (
            <select {...tied} value={cafId} onChange={(event) => chooseCaf(event.currentTarget.value)}>
              {cafs.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      <Field
        name="title"
        label="Titre"
        hint="Ce que les partenaires liront."
        faults={tooLong(title, 200) ?? faults.title}
      >
        {(tied) => (
          <input
            {...tied}
            type="text"
            autocomplete="off"
            value={title}
            onInput={(event) => setTitle(event.currentTarget.value)}
          />
        )}
      </Field>
      <FieldGroup name="origin" label="Partir de :">
        {origins.map(({ origin: each, title: words, about }) =>
          each === 'version' && published.length === 0 ? null : (
            <div key={each}>
              <label class="choice">
                <input
                  type="radio"
                  name="origin"
                  checked={origin === each}
                  onChange={() => {
                    setOrigin(each)
                    setMissing({})
                  }}
                />
                <span>
                  {words}
                  <small>{about}</small>
                </span>
              </label>
              {each === origin && each === 'version' ? (
                <VersionField forms={published} chosen={version} faults={faults.from} onChoose={setVersion} />
              ) : null}
              {each === origin && each === 'file' ? (
                <FormFileField
                  file={file}
                  faults={faults.from}
                  onFile={(read) => {
                    setFile(read)
                    setMissing({})
                    if ('title' in read && title === '') setTitle(read.title.slice(0, 200))
                  }}
                />
              ) : null}
            </div>
          ),
        )}
      </FieldGroup>
    </AskDialog>
  )
}

const publishedOf = (forms: readonly FormRow[], cafId: string): FormRow[] =>
  forms.filter((form) => form.cafId === cafId && form.latestVersion !== undefined)

/** What to start from; undefined while no file that can be read is chosen. */
const fromOf = (
  origin: Origin,
  version: StartedFrom | undefined,
  file: FormFile | undefined,
): NewForm['from'] | undefined => {
  if (origin === 'blank') return 'blank'
  if (origin === 'version') return version
  return file && 'content' in file ? { content: file.content } : undefined
}

/** What the server would refuse, by field, in the order of the fields. */
const faultsIn = ({ title, from }: { title: string; from: NewForm['from'] | undefined }): Faults => {
  const named = NewForm.shape.title.safeParse(title, FRENCH)
  return {
    ...(named.success ? {} : { title: named.error.issues.map(({ message }) => message) }),
    ...(from ? {} : { from: ['Choisissez un fichier qui se lit.'] }),
  }
}
