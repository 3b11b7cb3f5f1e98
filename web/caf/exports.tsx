import type { JSX } from 'preact'
import { useCallback, useEffect, useState } from 'preact/hooks'
import type { CampaignRows } from '../../forms/campaign-rows-wire.ts'
import type { CampaignView } from '../../forms/campaign-wire.ts'
import { instantText } from '../../forms/dates.ts'
import { ExportLink, ExportList, type ExportView } from '../../forms/exports/wire.ts'
import { request } from '../shared/api.ts'
import { Icon } from '../shared/icons.tsx'
import { Refusal } from '../shared/refusal.tsx'
import { useAction } from '../shared/use-action.ts'
import { useLoad } from '../shared/use-load.ts'
import { counted } from './campaign-words.ts'
import { ExportDialog } from './export-dialog.tsx'
import { filterWords, formatWords, progressWords, sizeWords } from './export-words.ts'
import { filterOf, shownRows, viewOfQuery } from './rows.ts'

type Props = { readonly campaign: CampaignView; readonly rows: CampaignRows }

const WATCH_MS = 2_000

/** Taking answers away as files: asking for one, how far it came, and those that are ready. */
export const Exports = ({ campaign, rows }: Props): JSX.Element => {
  const { id, zone } = campaign
  const load = useCallback(
    async (signal: AbortSignal) =>
      (
        await request(`/campaigns/${encodeURIComponent(id)}/exports`, {
          read: (body) => ExportList.parse(body),
          signal,
        })
      ).body.items,
    [id],
  )
  const [loaded, again] = useLoad(load)
  const [shown, setShown] = useState<ReturnType<typeof shownOf> | 'closed'>('closed')
  const items = loaded.state === 'ready' ? loaded.value : []
  const isRunning = items.some(({ status }) => status === 'running')
  useEffect(() => {
    if (!isRunning) return
    const watching = setInterval(again, WATCH_MS)
    return () => clearInterval(watching)
  }, [isRunning, again])
  return (
    <section class="card" aria-labelledby="exports">
      <h2 id="exports">Exports</h2>
      <p>
        <button type="button" class="btn quiet" onClick={() => setShown(shownOf(rows))}>
          Exporter les dossiers…
        </button>
      </p>
      {loaded.state === 'failed' ? <Refusal error={loaded.error} /> : null}
      <p role="status" class={isRunning ? 'note' : 'sr-only'}>
        {isRunning
          ? 'Un fichier se prépare. Cela se poursuit sans vous : vous pouvez quitter cette page.'
          : items.some(({ status }) => status === 'ready')
            ? 'Aucun fichier ne se prépare.'
            : ''}
      </p>
      {items.length > 0 ? (
        <ul class="plain exports">
          {items.map((item) => (
            <li key={item.id}>
              <OneExport item={item} zone={zone} words={filterWords(item.filter, rows.items)} />
            </li>
          ))}
        </ul>
      ) : null}
      {shown === 'closed' ? null : (
        <ExportDialog
          campaignId={id}
          count={rows.items.length}
          transmitted={transmittedOf(rows.items)}
          shown={shown}
          onAsked={() => {
            setShown('closed')
            again()
          }}
          onClose={() => setShown('closed')}
        />
      )}
    </section>
  )
}

/** What the table shows when it does not show everything: its address says so. */
const shownOf = (rows: CampaignRows) => {
  const view = viewOfQuery(new URLSearchParams(location.search))
  const filter = filterOf(view)
  if (Object.keys(filter).length === 0) return undefined
  const shown = shownRows(rows.items, view, rows.now)
  const words = filterWords(filter, rows.items)
  return { filter, words, count: shown.length, transmitted: transmittedOf(shown) }
}

const transmittedOf = (rows: CampaignRows['items']): number =>
  rows.filter(({ submittedAt }) => submittedAt !== undefined).length

type OneProps = { readonly item: ExportView; readonly zone: string; readonly words: string }

const OneExport = ({ item, zone, words }: OneProps): JSX.Element => {
  const action = useAction()
  const { id, format, by, askedAt, status, progress, dossiers = 0, bytes = 0, goneAt } = item
  return (
    <>
      <p>
        <strong>{formatWords[format].name}</strong> · {words}
      </p>
      <p class="quiet-text">
        Demandé par {by} le {instantText(askedAt, zone)}
        {status === 'ready' ? ` · effacé le ${instantText(goneAt, zone)}` : ''}
      </p>
      {action.failure ? <Refusal error={action.failure} /> : null}
      {status === 'ready' ? (
        <button
          type="button"
          class="btn quiet"
          aria-disabled={action.busy}
          onClick={() => action.run(() => download(id))}
        >
          <Icon name="download" /> Télécharger {counted(dossiers, 'dossier')} ({sizeWords(bytes)})
        </button>
      ) : (
        <div class="running">
          <progress
            aria-label="Préparation du fichier"
            max={progress.total ?? 1}
            {...(progress.total ? { value: progress.handled } : {})}
          />
          <span class="quiet-text">{progressWords(item)}</span>
        </div>
      )}
    </>
  )
}

/** Saves the file of an export: by an address that is made for this moment, and good for five minutes. */
const download = async (id: string): Promise<void> => {
  const { body } = await request(`/exports/${encodeURIComponent(id)}`, {
    read: (reply) => ExportLink.parse(reply),
  })
  if (body.url) Object.assign(document.createElement('a'), { href: body.url }).click()
}
