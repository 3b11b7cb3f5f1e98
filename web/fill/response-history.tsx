import type { JSX } from 'preact'
import { useCallback } from 'preact/hooks'
import { HistoryList, type ResponseView } from '../../forms/response-wire.ts'
import { request } from '../shared/api.ts'
import { Loading, Note } from '../shared/feedback.tsx'
import { History } from '../shared/history.tsx'
import { useLoad } from '../shared/use-load.ts'

/** What happened to a dossier, for its partner: envois refusés included, with when and why. */
export const ResponseHistory = ({
  response,
}: {
  response: Pick<ResponseView, 'id' | 'zone'>
}): JSX.Element => {
  const { id, zone } = response
  const load = useCallback(
    async (signal: AbortSignal) => {
      const read = (body: unknown) => HistoryList.parse(body)
      return (await request(`/responses/${encodeURIComponent(id)}/history`, { read, signal })).body.items
    },
    [id],
  )
  const [loaded] = useLoad(load)
  return (
    <section class="card" aria-labelledby="historique">
      <h2 id="historique">Ce qui est arrivé au dossier</h2>
      {loaded.state === 'ready' ? <History items={loaded.value} zone={zone} /> : null}
      {loaded.state === 'loading' ? <Loading label="Chargement de l’historique…" /> : null}
      {loaded.state === 'failed' ? (
        <Note tone="warn">L’historique n’a pas pu être lu. Rechargez la page pour réessayer.</Note>
      ) : null}
    </section>
  )
}
