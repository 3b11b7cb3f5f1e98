import type { JSX } from 'preact'
import { Field } from '../shared/field.tsx'
import type { Editing } from './editing.ts'
import { versionWords } from './version-words.ts'

/** The name of the questionnaire: what partners read, in their list and above the questions. */
export const TitleField = ({ editing }: { editing: Editing }): JSX.Element => {
  const { doc } = editing
  const { title } = doc.content().info
  return (
    <>
      <h1 class="sr-only">Modifier le questionnaire {editing.title()}</h1>
      <div class="editor-title">
        <Field name="titre" label="Titre du questionnaire">
          {(tied) => (
            <input
              {...tied}
              type="text"
              maxLength={200}
              readOnly={editing.isReadOnly() || doc.text() !== undefined}
              value={typeof title === 'string' ? title : ''}
              onInput={({ currentTarget }) =>
                doc.apply({
                  label: 'Modifier le titre du questionnaire',
                  patch: [{ op: 'add', path: '/info/title', value: currentTarget.value }],
                })
              }
            />
          )}
        </Field>
        <p class="quiet-text">{versionWords(editing.form().latestVersion)}</p>
      </div>
    </>
  )
}
