import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { FRENCH } from '../../forms/french-issues.ts'
import { NewOrganisation } from '../../forms/identity.ts'
import type { Agency } from '../../forms/nouns/people.ts'
import { OrganisationView } from '../../forms/people-wire.ts'
import { request } from '../shared/api.ts'
import { Field, fieldId } from '../shared/field.tsx'
import { type Faults, faultsOf } from '../shared/refusal.tsx'
import { tooLong } from '../shared/too-long.ts'
import { useAction } from '../shared/use-action.ts'
import { AskDialog } from './ask-dialog.tsx'

type Props = { readonly cafs: readonly Agency[]; readonly onClose: () => void }

const fields = [
  { name: 'name', label: 'Nom', hint: '', most: 200 },
  { name: 'siret', label: 'Numéro SIRET', hint: '14 chiffres, sur l’avis de situation.', most: 30 },
  {
    name: 'rna',
    label: 'Numéro RNA',
    hint: 'Pour une association, sur le récépissé de la préfecture. L’un des deux numéros suffit.',
    most: 30,
  },
  {
    name: 'commune',
    label: 'Code Insee de la commune (facultatif)',
    hint: '5 caractères, comme 73008.',
    most: 5,
  },
] as const

/** Adds an organisation, then shows it. What it may not be is said before anything is sent. */
export const OrganisationDialog = ({ cafs, onClose }: Props): JSX.Element => {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [cafId, setCafId] = useState(cafs[0]?.cafId ?? '')
  const [missing, setMissing] = useState<Faults>({})
  const action = useAction()
  const faults = { ...faultsOf(action.failure), ...missing }
  const send = () => {
    const written = Object.entries(typed).flatMap(([name, text]) =>
      text.trim() ? [[name, text.trim()]] : [],
    )
    const body = { name: '', ...Object.fromEntries(written), cafId }
    const wrong = faultsIn(body)
    setMissing(wrong)
    const first = fields.find(({ name }) => wrong[name])
    if (first) return document.getElementById(fieldId(first.name))?.focus()
    action.run(async () => {
      const read = (reply: unknown) => OrganisationView.parse(reply)
      const made = await request('/organisations', { method: 'POST', body, read })
      location.assign(`/caf/organisation/?id=${encodeURIComponent(made.body.id)}&ajoutee`)
    })
  }
  return (
    <AskDialog
      title="Ajouter une organisation"
      action={action}
      label="Ajouter"
      busy="Ajout…"
      onSubmit={send}
      onClose={onClose}
    >
      {cafs.length > 1 ? (
        <Field name="cafId" label="Caf" faults={faults.cafId}>
          {(tied) => (
            <select {...tied} value={cafId} onChange={(event) => setCafId(event.currentTarget.value)}>
              {cafs.map((caf) => (
                <option key={caf.cafId} value={caf.cafId}>
                  {caf.cafName}
                </option>
              ))}
            </select>
          )}
        </Field>
      ) : null}
      {fields.map(({ name, label, hint, most }) => (
        <Field
          key={name}
          name={name}
          label={label}
          hint={hint}
          faults={tooLong(typed[name] ?? '', most) ?? faults[name]}
        >
          {(tied) => (
            <input
              {...tied}
              type="text"
              autocomplete="off"
              value={typed[name] ?? ''}
              onInput={(event) => {
                setTyped({ ...typed, [name]: event.currentTarget.value })
                setMissing({ ...missing, [name]: [] })
              }}
            />
          )}
        </Field>
      ))}
    </AskDialog>
  )
}

/** What the server would refuse, by field. */
const faultsIn = (body: unknown): Faults => {
  const read = NewOrganisation.safeParse(body, FRENCH)
  if (read.success) return {}
  const faults: Record<string, string[]> = {}
  for (const { path, message } of read.error.issues) {
    const name = String(path[0] ?? '')
    faults[name] = [...(faults[name] ?? []), message]
  }
  return faults
}
