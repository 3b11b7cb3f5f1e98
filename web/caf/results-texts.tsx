import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { deskUrl } from '../../forms/addresses.ts'
import { TextsPage, type WrittenText } from '../../forms/results-wire.ts'
import { request } from '../shared/api.ts'
import { Refusal } from '../shared/refusal.tsx'
import { useAction } from '../shared/use-action.ts'
import { counted } from './campaign-words.ts'

type Props = {
  readonly campaignId: string
  /** The filters, as they stand in the address of the API. */
  readonly query: string
  readonly path: string
  readonly title: string
  readonly count: number
  readonly texts: { readonly items: readonly WrittenText[]; readonly more: boolean }
}

/** What people wrote, each with its project and the way to its dossier; the first are there, the rest is asked for. */
export const TextsFigure = ({ campaignId, query, path, title, count, texts }: Props): JSX.Element => {
  const [read, setRead] = useState<TextsPage>()
  const action = useAction()
  const items = read?.items ?? texts.items
  const isMore = read ? read.next !== undefined : texts.more
  const readOn = async () => {
    const asked = new URLSearchParams(query)
    asked.set('question', path)
    if (read?.next) asked.set('from', read.next)
    const { body } = await request(`/campaigns/${encodeURIComponent(campaignId)}/results/texts?${asked}`, {
      read: (reply) => TextsPage.parse(reply),
    })
    setRead({ ...body, items: [...(read?.items ?? []), ...body.items] })
  }
  if (count === 0) return <p class="quiet-text">Aucun texte.</p>
  return (
    <details class="texts">
      <summary>
        Lire {count === 1 ? 'le texte' : `les ${count.toLocaleString('fr-FR')} textes`}
        <span class="sr-only"> : {title}</span>
      </summary>
      <ul class="plain">
        {items.map(({ text, response, projectName, organisationName }, i) => (
          <li key={`${response} ${i}`}>
            <p class="written">{text}</p>
            <p class="quiet-text">
              <a href={deskUrl(response)}>{projectName}</a> · {organisationName}
            </p>
          </li>
        ))}
      </ul>
      {action.failure ? <Refusal error={action.failure} /> : null}
      <p role="status" class="quiet-text">
        {read || isMore ? `${counted(items.length, 'texte')} sur ${count.toLocaleString('fr-FR')}` : ''}
      </p>
      {isMore ? (
        <button
          type="button"
          class="btn quiet"
          aria-disabled={action.busy}
          onClick={() => action.run(readOn)}
        >
          Lire la suite<span class="sr-only"> : {title}</span>
        </button>
      ) : null}
    </details>
  )
}
