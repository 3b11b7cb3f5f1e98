// That the Caf corrected what was transmitted: said wherever the partner goes on from it.
import type { JSX } from 'preact'
import { useCallback } from 'preact/hooks'
import { followUrl } from '../../forms/addresses.ts'
import { HistoryList } from '../../forms/response-wire.ts'
import { request } from '../shared/api.ts'
import { Banner } from '../shared/feedback.tsx'
import { useLoad } from '../shared/use-load.ts'
import { quoted } from '../shared/words.ts'
import { correctedSince, undoneBy } from './corrections.ts'
import { type Dossier, editHrefOf } from './load-response.ts'
import { isChanged } from './review-standing.ts'

type Props = {
  readonly dossier: Dossier
  /** On the page that tells before and after itself. */
  readonly isFollowed?: boolean
}

/** Above the answers: what counts, why, and what of it the draft would undo. Nothing where the Caf corrected nothing. */
export const CafCorrection = ({ dossier, isFollowed = false }: Props): JSX.Element | null => {
  const { response } = dossier
  const { madeByCaf } = response.submission ?? {}
  if (!madeByCaf) return null
  return (
    <Banner
      tone="info"
      end={isFollowed ? undefined : <a href={followUrl(response.id)}>Voir avant et après</a>}
    >
      <strong>La Caf a corrigé vos réponses.</strong> Motif : {quoted(madeByCaf.reason)}.{' '}
      {isChanged(response) ? (
        <>
          C’est la version corrigée qui compte. Ce que vous n’avez pas transmis est gardé, sans changement.{' '}
          <Undone dossier={dossier} />
        </>
      ) : (
        'C’est la version corrigée qui compte. Ce que vous aviez transmis reste tel quel, avec son reçu.'
      )}
    </Banner>
  )
}

const Undone = ({ dossier }: { dossier: Dossier }): JSX.Element | null => {
  const { id } = dossier.response
  const load = useCallback(async (signal: AbortSignal) => (await readHistory(id, signal)).items, [id])
  const [loaded] = useLoad(load)
  if (loaded.state !== 'ready') return null
  const undone = undoneBy(dossier, correctedSince(loaded.value))
  if (undone.length === 0) return null
  const hrefOf = editHrefOf(dossier.response)
  return (
    <>
      Transmis tel quel, votre brouillon remplacerait la correction de la Caf pour :{' '}
      {undone.map(({ section, name, title }, i) => (
        <span key={name}>
          {i > 0 ? ', ' : ''}
          <a href={hrefOf(section, name) ?? `#q-${name}`}>{title}</a>
        </span>
      ))}
      .
    </>
  )
}

/** What happened to a response, oldest first. */
export const readHistory = async (id: string, signal: AbortSignal): Promise<HistoryList> =>
  (
    await request(`/responses/${encodeURIComponent(id)}/history`, {
      read: (body) => HistoryList.parse(body),
      signal,
    })
  ).body
