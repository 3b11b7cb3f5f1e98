// /caf/acces/?caf=: who read answers for the Caf and who changed what, for its administrateur.
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { type Access, AccessList, accessWords } from '../../forms/accesses.ts'
import { deskUrl } from '../../forms/addresses.ts'
import { instantText } from '../../forms/dates.ts'
import { request } from '../shared/api.ts'
import { Crumbs } from '../shared/crumbs.tsx'
import { ErrorState, Loading, StatePage } from '../shared/feedback.tsx'
import { mount } from '../shared/mount.tsx'
import { type Faults, faultsOf, Refusal } from '../shared/refusal.tsx'
import { Shell } from '../shared/shell.tsx'
import { useAction } from '../shared/use-action.ts'
import { useKeptPage } from '../shared/use-kept-page.ts'
import { AccessFilters, type Asked, nothingAsked } from './access-filters.tsx'
import { rowsOf } from './access-lines.ts'

const caf = new URLSearchParams(location.search).get('caf')

const read = async (asked: Asked, next?: string, signal?: AbortSignal): Promise<AccessList> => {
  const query = new URLSearchParams({ ...asked, ...(caf ? { caf } : {}), ...(next ? { next } : {}) })
  const init = { read: (body: unknown) => AccessList.parse(body), ...(signal ? { signal } : {}) }
  return (await request(`/accesses?${query}`, init)).body
}
const load = (signal: AbortSignal) => read(nothingAsked, undefined, signal)

const AccessesPage = (): JSX.Element => {
  const { me, loaded, kept, again } = useKeptPage(load)
  return (
    <Shell me={me} caf={kept?.cafName} current="/caf/agents/">
      {loaded.state === 'failed' && !kept ? (
        <ErrorState error={loaded.error} onRetry={again} />
      ) : (
        <>
          <Crumbs steps={[{ href: '/caf/agents/', label: 'Agents' }]} here="Journal des accès" />
          <h1>Journal des accès</h1>
          {kept ? <Log first={kept} /> : <Loading label="Chargement du journal…" />}
        </>
      )}
    </Shell>
  )
}

const Log = ({ first }: { first: AccessList }): JSX.Element => {
  const [shown, setShown] = useState(first)
  const [asked, setAsked] = useState<Asked>(nothingAsked)
  const [said, setSaid] = useState('')
  const action = useAction()
  const faults: Faults = faultsOf(action.failure)
  const search = (next: Asked) =>
    action.run(async () => {
      const list = await read(next)
      setAsked(next)
      setShown(list)
      setSaid(`${linesOf(list.items.length)}${list.next ? ', et d’autres plus anciennes' : ''}.`)
    })
  const more = () =>
    action.run(async () => {
      const list = await read(asked, shown.next)
      const { next: _, ...rest } = shown
      setShown({ ...rest, items: [...shown.items, ...list.items], ...(list.next ? { next: list.next } : {}) })
      setSaid(`${linesOf(list.items.length)} de plus.`)
    })
  return (
    <>
      <p class="lead">
        {shown.cafName}. Chaque lecture d’un dossier, d’un document ou d’un export par un agent, et chaque
        changement par un agent ou un partenaire. L’enregistrement automatique de la saisie n’est pas noté
        ligne à ligne. Une ligne est gardée {shown.keptDays} jours.
      </p>
      <AccessFilters faults={faults} busy={action.busy} onSearch={search} />
      {action.failure && Object.keys(faults).length === 0 ? <Refusal error={action.failure} /> : null}
      <p role="status" class="quiet-text">
        {said}
      </p>
      {shown.items.length === 0 ? (
        <StatePage icon="search" level={2} title="Aucun accès à montrer">
          <p>Aucune ligne ne correspond, dans la période lue. Élargissez les dates ou videz les filtres.</p>
        </StatePage>
      ) : (
        <Lines list={shown} />
      )}
      {shown.next ? (
        <button type="button" class="btn quiet" aria-disabled={action.busy} onClick={more}>
          Voir les accès plus anciens
        </button>
      ) : null}
    </>
  )
}

const linesOf = (count: number): string => `${count} ligne${count > 1 ? 's' : ''}`

const Lines = ({ list }: { list: AccessList }): JSX.Element => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
  <section class="scroll accesses" aria-label="Accès, du plus récent au plus ancien" tabIndex={0}>
    <table>
      <caption>Accès, du plus récent au plus ancien</caption>
      <thead>
        <tr>
          <th scope="col">Quand</th>
          <th scope="col">Qui</th>
          <th scope="col">Quoi</th>
          <th scope="col">Sur</th>
        </tr>
      </thead>
      <tbody>
        {rowsOf(list.items).map(({ line: access, whats }) => (
          <tr key={`${access.at}#${access.id}`}>
            <td>{instantText(access.at, list.zone, { seconds: true })}</td>
            <th scope="row">
              {access.by}
              <br />
              <span class="quiet-text">
                {access.email}
                <br />
                {access.side === 'caf' ? 'Pour la Caf' : 'Pour le partenaire'}
              </span>
            </th>
            <td>
              {whats.map((what) => (
                <div key={what}>{accessWords[what]}</div>
              ))}
            </td>
            <td>
              <About access={access} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

const About = ({ access: { response, organisation, campaign, label } }: { access: Access }): JSX.Element => {
  const words = label ?? response ?? organisation ?? campaign ?? '–'
  return response ? <a href={deskUrl(response)}>{words}</a> : <span>{words}</span>
}

mount(<AccessesPage />)
