// /caf/agents/?caf=: who works at a Caf, and what they may do.
import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { agentRoleWords } from '../../forms/people.ts'
import { AgentList } from '../../forms/people-wire.ts'
import { request } from '../shared/api.ts'
import { ErrorState, Loading } from '../shared/feedback.tsx'
import { mount } from '../shared/mount.tsx'
import { People } from '../shared/people.tsx'
import { Said } from '../shared/said.tsx'
import { Shell } from '../shared/shell.tsx'
import { useKeptPage } from '../shared/use-kept-page.ts'

const load = async (signal: AbortSignal): Promise<AgentList> => {
  const caf = new URLSearchParams(location.search).get('caf')
  const query = caf ? `?caf=${encodeURIComponent(caf)}` : ''
  return (await request(`/agents${query}`, { read: (body) => AgentList.parse(body), signal })).body
}

const AgentsPage = (): JSX.Element => {
  const { me, loaded, kept, again } = useKeptPage(load)
  return (
    <Shell me={me} caf={kept?.cafName} current="/caf/agents/">
      {loaded.state === 'failed' && !kept ? (
        <ErrorState error={loaded.error} onRetry={again} />
      ) : (
        <>
          <h1>Agents</h1>
          {kept ? <Agents list={kept} again={again} /> : <Loading label="Chargement des agents…" />}
        </>
      )}
    </Shell>
  )
}

const Agents = ({ list, again }: { list: AgentList; again: () => void }): JSX.Element => {
  const [said, setSaid] = useState('')
  return (
    <>
      <p class="lead">
        {list.cafName}. Chaque agent lit et exporte ; les rôles disent ce qu’il peut faire de plus.
      </p>
      {list.may.manage ? (
        <p>
          <a href={`/caf/acces/?caf=${encodeURIComponent(list.cafId)}`}>Journal des accès</a> ·{' '}
          <a href={`/caf/mentions/?caf=${encodeURIComponent(list.cafId)}`}>
            Accessibilité et données personnelles : ce que dit votre Caf
          </a>
        </p>
      ) : null}
      <Said sentence={said} />
      <People
        people={list.items}
        words={agentRoleWords}
        path="/agents"
        query={`?caf=${encodeURIComponent(list.cafId)}`}
        place={`pour la ${list.cafName}`}
        manage={list.may.manage}
        onDone={(sentence) => {
          setSaid(sentence)
          again()
        }}
      />
    </>
  )
}

mount(<AgentsPage />)
