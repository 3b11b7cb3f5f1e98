// /caf/mentions/?caf=: what a Caf says of accessibility and of personal data, written by its administrateur.
import type { JSX, TargetedInputEvent } from 'preact'
import { useState } from 'preact/hooks'
import { conformityWords } from '../../forms/conformity.ts'
import { type Notices, NoticesView } from '../../forms/notices.ts'
import { AgentList } from '../../forms/people-wire.ts'
import { request } from '../shared/api.ts'
import { Crumbs } from '../shared/crumbs.tsx'
import { ErrorState, Loading, StatePage } from '../shared/feedback.tsx'
import { Field, type Tied } from '../shared/field.tsx'
import { mount } from '../shared/mount.tsx'
import { faultsOf, Refusal } from '../shared/refusal.tsx'
import { Said } from '../shared/said.tsx'
import { Shell } from '../shared/shell.tsx'
import { tooLong } from '../shared/too-long.ts'
import { useAction } from '../shared/use-action.ts'
import { useKeptPage } from '../shared/use-kept-page.ts'
import { FaultSummary } from './fault-summary.tsx'

type Shown = { caf: AgentList; notices: Notices; revision: number }

const read = (body: unknown) => NoticesView.parse(body)

const load = async (signal: AbortSignal): Promise<Shown> => {
  const asked = new URLSearchParams(location.search).get('caf')
  const query = asked ? `?caf=${encodeURIComponent(asked)}` : ''
  const caf = (await request(`/agents${query}`, { read: (body) => AgentList.parse(body), signal })).body
  const view = (await request(`/notices?caf=${encodeURIComponent(caf.cafId)}`, { read, signal })).body
  if (!view.notices) throw new Error('A Caf that is named says something')
  return { caf, notices: view.notices, revision: view.revision }
}

const NoticesPage = (): JSX.Element => {
  const { me, loaded, kept, again } = useKeptPage(load)
  return (
    <Shell me={me} caf={kept?.caf.cafName} current="/caf/agents/">
      {loaded.state === 'failed' && !kept ? (
        <ErrorState error={loaded.error} onRetry={again} />
      ) : (
        <>
          <Crumbs steps={[{ href: '/caf/agents/', label: 'Agents' }]} here="Mentions légales" />
          <h1>Mentions légales</h1>
          {kept ? <Edit {...kept} /> : <Loading label="Chargement des mentions…" />}
        </>
      )}
    </Shell>
  )
}

type Text = {
  readonly name: keyof Notices
  readonly label: string
  readonly hint?: string
  readonly rows?: number
}

const accessibility: readonly Text[] = [
  { name: 'contact', label: 'Adresse de contact' },
  { name: 'checks', label: 'Ce qui est vérifié', hint: 'Une vérification par ligne.', rows: 4 },
  { name: 'nonConformities', label: 'Non-conformités connues', hint: 'Une par ligne.', rows: 5 },
  { name: 'statementDay', label: 'Date de la déclaration' },
  { name: 'defender', label: 'Saisir le Défenseur des droits', hint: 'Une manière par ligne.', rows: 4 },
]
const privacy: readonly Text[] = [
  { name: 'operator', label: 'Responsable du traitement' },
  { name: 'dataProtection', label: 'Adresse du délégué à la protection des données' },
  { name: 'purposes', label: 'Finalités et base légale', rows: 5 },
  { name: 'recipients', label: 'Destinataires', rows: 4 },
  { name: 'retention', label: 'Durées de conservation', rows: 5 },
  { name: 'rights', label: 'Droits des personnes', rows: 5 },
]
type LineProps = {
  readonly tied: Tied
  readonly name: string
  readonly value: string
  readonly change: (name: string, value: string) => void
}

const Line = ({ tied, name, value, change }: LineProps): JSX.Element => {
  const shared = {
    ...tied,
    value,
    onInput: (event: TargetedInputEvent<HTMLInputElement>) => change(name, event.currentTarget.value),
  }
  return name === 'statementDay' ? <input {...shared} type="date" /> : <input {...shared} type="text" />
}

const labels = Object.fromEntries([...accessibility, ...privacy].map(({ name, label }) => [name, label]))

const Edit = ({ caf, notices, revision }: Shown): JSX.Element => {
  const [typed, setTyped] = useState(notices)
  const [seen, setSeen] = useState(revision)
  const [said, setSaid] = useState('')
  const action = useAction()
  const query = `?caf=${encodeURIComponent(caf.cafId)}`
  if (!caf.may.manage)
    return (
      <StatePage icon="lock" level={2} title="Réservé à l’administrateur">
        <p>
          L’administrateur de votre Caf peut modifier ces textes. Chacun peut les lire depuis le bas des
          pages.
        </p>
      </StatePage>
    )
  const faults = faultsOf(action.failure)
  const save = () =>
    action.run(async () => {
      setSaid('')
      const body = { ...typed, revision: seen }
      const saved = await request(`/notices${query}`, { method: 'PUT', body, read })
      setSeen(saved.body.revision)
      setSaid('C’est enregistré : les pages publiques disent ce texte.')
    })
  const change = (name: string, value: string) => setTyped({ ...typed, [name]: value })
  const fieldOf = ({ name, label, hint, rows }: Text) => (
    <Field
      key={name}
      name={name}
      label={label}
      hint={hint}
      faults={tooLong(typed[name], 4000) ?? faults[name]}
    >
      {(tied) =>
        rows ? (
          <textarea
            {...tied}
            rows={rows}
            value={typed[name]}
            onInput={(event) => change(name, event.currentTarget.value)}
          />
        ) : (
          <Line tied={tied} name={name} value={typed[name]} change={change} />
        )
      }
    </Field>
  )
  return (
    <form
      class="edit-fields"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <p class="lead">
        Ce que la {caf.cafName} dit à chacun. Lire les pages :{' '}
        <a href={`/accessibilite/${query}`}>accessibilité</a>,{' '}
        <a href={`/donnees-personnelles/${query}`}>données personnelles</a>.
      </p>
      <FaultSummary faults={faults} labels={labels} />
      <section class="card" aria-labelledby="accessibilite">
        <h2 id="accessibilite">Déclaration d’accessibilité</h2>
        <Field name="state" label="État de conformité au RGAA" faults={faults.state}>
          {(tied) => (
            <select
              {...tied}
              value={typed.state}
              onChange={(event) => change('state', event.currentTarget.value)}
            >
              {Object.entries(conformityWords).map(([state, words]) => (
                <option key={state} value={state}>
                  {words}
                </option>
              ))}
            </select>
          )}
        </Field>
        {accessibility.map(fieldOf)}
      </section>
      <section class="card" aria-labelledby="donnees">
        <h2 id="donnees">Données personnelles</h2>
        {privacy.map(fieldOf)}
      </section>
      {action.failure && Object.keys(faults).length === 0 ? <Refusal error={action.failure} /> : null}
      <Said sentence={said} />
      <div>
        <button type="submit" class="btn" aria-disabled={action.busy}>
          Enregistrer
        </button>
      </div>
    </form>
  )
}

mount(<NoticesPage />)
