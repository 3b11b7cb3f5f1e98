import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { instantText } from '../../forms/dates.ts'
import type { Waiting, WaitingList } from '../../forms/waiting-wire.ts'
import { Tag } from '../shared/status-tag.tsx'

/** Shown before one asks for all. */
const FIRST = 5

/** What was transmitted and waits for the Caf, the longest waiting first. */
export const ToDo = ({ waiting }: { waiting: WaitingList }): JSX.Element => {
  const [isWhole, setWhole] = useState(false)
  const { count, items } = waiting
  const shown = isWhole ? items : items.slice(0, FIRST)
  return (
    <section aria-labelledby="a-faire">
      <h2 id="a-faire">
        À faire <span class="count">{count}</span>
      </h2>
      {count === 0 ? (
        <p>Rien n’attend d’être lu : tout ce qui est transmis est validé ou à corriger.</p>
      ) : null}
      <ul class="plain to-do">
        {shown.map((item) => (
          <li key={item.id}>
            <ToDoItem item={item} />
          </li>
        ))}
      </ul>
      {shown.length < items.length ? (
        <p>
          <button type="button" class="link" onClick={() => setWhole(true)}>
            {items.length - shown.length === 1
              ? 'Afficher l’autre'
              : `Afficher les ${items.length - shown.length} autres`}
          </button>
        </p>
      ) : null}
      {isWhole && items.length < count ? (
        <p class="quiet-text">
          Les {items.length} premiers sont affichés ; les {count - items.length} autres sont dans leur
          campagne.
        </p>
      ) : null}
    </section>
  )
}

const todo: Record<Waiting['opens'], string> = {
  organisation: 'Habilitation à valider',
  project: 'Dépôt à valider',
  nothing: 'À lire',
}

const ToDoItem = ({ item }: { item: Waiting }): JSX.Element => (
  <>
    <Tag tone={item.opens === 'nothing' ? 'info' : 'warn'} icon={item.opens === 'nothing' ? 'mail' : 'alert'}>
      {todo[item.opens]}
    </Tag>
    <span class="to-do-what">
      <a href={`/caf/dossier/?id=${encodeURIComponent(item.id)}`}>{item.projectName}</a>{' '}
      <span class="quiet-text">
        {item.organisationName} · {item.campaignTitle}
      </span>
    </span>
    <span class="quiet-text to-do-when">transmis le {instantText(item.submittedAt, item.zone)}</span>
  </>
)
