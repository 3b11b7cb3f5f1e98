import type { JSX } from 'preact'
import { useCallback } from 'preact/hooks'
import { CampaignRows } from '../../forms/campaign-rows-wire.ts'
import type { ResponseView } from '../../forms/response-wire.ts'
import { request } from '../shared/api.ts'
import { useLoad } from '../shared/use-load.ts'
import { dossierHref, neighboursOf, viewOfQuery } from './rows.ts'

/** The list one came from, as the address keeps it; that of the whole campaign otherwise. */
export const listView = () =>
  viewOfQuery(new URLSearchParams(new URLSearchParams(location.search).get('liste') ?? ''))

/** The way through the list, in its filter and its order. It comes after the rest: the dossier does not wait for it. */
export const Neighbours = ({ response }: { response: ResponseView }): JSX.Element => {
  const { id, campaignId } = response
  const load = useCallback(
    async (signal: AbortSignal) => {
      const read = (body: unknown) => CampaignRows.parse(body)
      const path = `/campaigns/${encodeURIComponent(campaignId)}/responses`
      return neighboursOf((await request(path, { read, signal })).body.items, listView(), id)
    },
    [campaignId, id],
  )
  const [loaded] = useLoad(load)
  const found = loaded.state === 'ready' ? loaded.value : undefined
  return (
    <nav class="neighbours" aria-label="Dossiers de la liste">
      <Way label="Précédent" row={found?.previous} />
      <p class="quiet-text">
        {found ? `Dossier ${found.place} sur ${found.count} de la liste` : 'Dans la liste…'}
      </p>
      <Way label="Suivant" row={found?.next} />
    </nav>
  )
}

type WayProps = { label: string; row: { id: string; projectName: string } | undefined }

const Way = ({ label, row }: WayProps): JSX.Element =>
  row ? (
    <a class="btn quiet" href={dossierHref(row.id, listView())}>
      {label}
      <span class="sr-only"> : {row.projectName}</span>
    </a>
  ) : (
    <span class="btn quiet" aria-disabled="true">
      {label}
    </span>
  )
