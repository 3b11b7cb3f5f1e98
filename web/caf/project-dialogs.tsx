import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Project } from '../../forms/nouns/people.ts'
import type { OrganisationView } from '../../forms/people-wire.ts'
import { request } from '../shared/api.ts'
import { useServerNow } from '../shared/clock.ts'
import { Field, fieldId } from '../shared/field.tsx'
import { type Faults, faultsOf } from '../shared/refusal.tsx'
import { tooLong } from '../shared/too-long.ts'
import { useAction } from '../shared/use-action.ts'
import { AskDialog } from './ask-dialog.tsx'
import { notifiable, schoolYearAfter, schoolYearsAround } from './school-years.ts'

type Props = { readonly onDone: (sentence: string) => void; readonly onClose: () => void }

/** The years of a convention, as the domain has them. */
const CONVENTION_YEARS = 4
const nothing = () => undefined

/** Adds a project to an organisation, with the years of its convention. */
export const ProjectDialog = ({
  organisation,
  cafId,
  onDone,
  onClose,
}: Props & { organisation: OrganisationView; cafId: string | undefined }): JSX.Element => {
  const now = useServerNow()
  const [name, setName] = useState('')
  const [first, setFirst] = useState(() => schoolYearAfter(now))
  const [last, setLast] = useState(() => schoolYearAfter(now, CONVENTION_YEARS - 1))
  const [missing, setMissing] = useState<Faults>({})
  const action = useAction()
  const faults = { ...faultsOf(action.failure), ...missing }
  const send = () => {
    const wrong: Faults = {
      ...(name.trim().length < 3 ? { name: ['Donnez le nom du projet, en 3 lettres au moins.'] } : {}),
      ...(last < first ? { last: ['La dernière année de la convention précède la première.'] } : {}),
    }
    setMissing(wrong)
    const [faulty] = Object.keys(wrong)
    if (faulty) return document.getElementById(fieldId(faulty))?.focus()
    action.run(async () => {
      const body = { cafId, organisationId: organisation.id, name: name.trim(), cof: { first, last } }
      await request('/projects', { method: 'POST', body, read: nothing })
      onDone(`Le projet « ${name.trim()} » est ajouté.`)
    })
  }
  return (
    <AskDialog
      title="Ajouter un projet"
      action={action}
      label="Ajouter"
      busy="Ajout…"
      onSubmit={send}
      onClose={onClose}
    >
      <Field name="name" label="Nom du projet" faults={tooLong(name, 200) ?? faults.name}>
        {(tied) => (
          <input
            {...tied}
            type="text"
            autocomplete="off"
            value={name}
            onInput={(event) => {
              setName(event.currentTarget.value)
              setMissing({ ...missing, name: [] })
            }}
          />
        )}
      </Field>
      <div class="pair">
        <YearField name="first" label="Première année de la convention" value={first} onChange={setFirst} />
        <YearField
          name="last"
          label="Dernière année"
          value={last}
          faults={faults.last ?? faults.cof}
          onChange={setLast}
        />
      </div>
    </AskDialog>
  )
}

/** Notes how many collectifs a project is notified for a school year. */
export const NotificationDialog = ({
  project,
  onDone,
  onClose,
}: Props & { project: Project }): JSX.Element => {
  const now = useServerNow()
  const years = notifiable(project.cof, now)
  const [year, setYear] = useState(() => years.find((one) => one === schoolYearAfter(now)) ?? years[0] ?? '')
  const told = project.notifications?.[year]?.collectifs
  const [typed, setTyped] = useState<string>()
  const [missing, setMissing] = useState<Faults>({})
  const action = useAction()
  const faults = { ...faultsOf(action.failure), ...missing }
  const count = typed ?? (told === undefined ? '' : String(told))
  const send = () => {
    const isWrong = !/^\d{1,3}$/.test(count.trim())
    setMissing(isWrong ? { collectifs: ['Donnez un nombre entier, de 0 à 999.'] } : {})
    if (isWrong) return document.getElementById(fieldId('collectifs'))?.focus()
    action.run(async () => {
      const path = `/projects/${encodeURIComponent(project.id)}/notifications/${year}`
      const body = { collectifs: Number(count) }
      await request(path, { method: 'PUT', body, read: nothing })
      onDone(`La notification de « ${project.name} » pour ${year} est notée.`)
    })
  }
  return (
    <AskDialog
      title={`Notification de « ${project.name} »`}
      action={action}
      label="Enregistrer"
      busy="Enregistrement…"
      onSubmit={send}
      onClose={onClose}
    >
      <p>
        Ce nombre plafonne la prestation de service de l’année. Il vient de la notification, non de la
        convention.
      </p>
      <YearField
        name="year"
        label="Année scolaire"
        years={years}
        value={year}
        onChange={(chosen) => {
          setYear(chosen)
          setTyped(undefined)
        }}
      />
      <Field name="collectifs" label="Collectifs notifiés" faults={faults.collectifs}>
        {(tied) => (
          <input
            {...tied}
            type="text"
            inputMode="numeric"
            autocomplete="off"
            maxLength={3}
            value={count}
            onInput={(event) => {
              setTyped(event.currentTarget.value)
              setMissing({})
            }}
          />
        )}
      </Field>
    </AskDialog>
  )
}

type YearProps = {
  readonly name: string
  readonly label: string
  readonly value: string
  readonly years?: readonly string[]
  readonly faults?: readonly string[] | undefined
  readonly onChange: (year: string) => void
}

const YearField = ({ name, label, value, years, faults, onChange }: YearProps): JSX.Element => {
  const now = useServerNow()
  return (
    <Field name={name} label={label} faults={faults}>
      {(tied) => (
        <select {...tied} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {(years ?? schoolYearsAround(now)).map((year) => (
            <option key={year} value={year}>
              {year}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
