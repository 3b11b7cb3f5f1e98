import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { CampaignRows, CampaignView } from '../../forms/wire.ts'
import { Banner } from '../shared/feedback.tsx'
import { counted } from './campaign-words.ts'
import { RemindDialog } from './remind-dialog.tsx'
import { mayBeReminded, queryOfView, type SortKey, shownRows, type TableView, viewOfQuery } from './rows.ts'
import { RowsTable } from './rows-table.tsx'
import { StatusBar, wordsFor } from './status-bar.tsx'

type Props = {
  readonly campaign: CampaignView
  readonly rows: CampaignRows
  readonly now: string
  readonly onDone: (sentence: string) => void
}

/** Where the responses stand, who is missing, and reminding them. */
export const Responses = ({ campaign, rows, now, onDone }: Props): JSX.Element => {
  const [view, setView] = useState(() => viewOfQuery(new URLSearchParams(location.search)))
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [isReminding, setIsReminding] = useState(false)
  useEffect(() => history.replaceState(null, '', queryOfView(campaign.id, view)), [campaign.id, view])
  const change = (part: Partial<TableView>) => setView((last) => ({ ...last, ...part }))
  const sortBy = (sort: SortKey) => change({ sort, descending: view.sort === sort && !view.descending })
  const shown = shownRows(rows.items, view)
  const waiting = campaign.may.remind ? rows.items.filter((row) => mayBeReminded(row, now)) : []
  const chosen = waiting.filter(({ id }) => picked.has(id))
  const reminded = chosen.length > 0 ? chosen : waiting
  const pick = (ids: readonly string[], wanted: boolean) =>
    setPicked((last) => new Set([...[...last].filter((id) => !ids.includes(id)), ...(wanted ? ids : [])]))
  return (
    <>
      <Flagged rows={rows} onShow={(flag) => change({ flag, status: undefined, search: '' })} />
      <StatusBar
        counts={rows.counts}
        chosen={view.status}
        onChoose={(status) => change({ status, flag: undefined })}
      />
      <search class="tools">
        <label for="recherche">Rechercher un projet, une organisation, une référence</label>
        <input
          id="recherche"
          type="search"
          value={view.search}
          autocomplete="off"
          onInput={(event) => change({ search: event.currentTarget.value })}
        />
        <p role="status" class="quiet-text">
          {shown.length === rows.items.length
            ? counted(rows.items.length, 'dossier')
            : foundWords(shown.length, rows.items.length, view)}
        </p>
        {view.status || view.search || view.flag ? (
          <button
            type="button"
            class="link"
            onClick={() => change({ status: undefined, flag: undefined, search: '' })}
          >
            Tout afficher
          </button>
        ) : null}
        {reminded.length > 0 ? (
          <button type="button" class="btn tools-end" onClick={() => setIsReminding(true)}>
            Relancer {counted(reminded.length, 'partenaire')}…
          </button>
        ) : null}
      </search>
      {shown.length === 0 ? (
        <p class="card">Aucun dossier ne correspond à cette recherche.</p>
      ) : (
        <RowsTable
          campaign={campaign}
          rows={shown}
          caption={`${campaign.title} : ${shown.length} dossiers sur ${rows.items.length}`}
          view={view}
          onSort={sortBy}
          {...(waiting.length > 0
            ? { choice: { able: new Set(waiting.map(({ id }) => id)), picked, pick } }
            : {})}
        />
      )}
      {isReminding ? (
        <RemindDialog
          campaignId={campaign.id}
          rows={reminded}
          isChosen={chosen.length > 0}
          onDone={(sentence) => {
            setIsReminding(false)
            setPicked(new Set())
            onDone(sentence)
          }}
          onClose={() => setIsReminding(false)}
        />
      ) : null}
    </>
  )
}

const foundWords = (shown: number, all: number, { status, flag }: TableView): string => {
  const words = flag ? flagged[flag].tag : status ? wordsFor(status, shown) : ''
  return `${shown} sur ${all}${words ? ` · ${words}` : ''}`
}

/** What the closing points out: drafts that look complete though nobody sent them, corrections that never came. */
const Flagged = ({ rows, onShow }: FlaggedProps): JSX.Element => (
  <>
    {(['looks-complete', 'correction-lapsed'] as const).map((flag) => {
      const count = rows.items.filter(({ flags }) => flags.includes(flag)).length
      return count === 0 ? null : (
        <Banner
          key={flag}
          tone="warn"
          end={
            <button type="button" class="btn quiet" onClick={() => onShow(flag)}>
              {count > 1 ? 'Les voir' : 'Le voir'}
            </button>
          }
        >
          {flagged[flag].sentence(count)}
        </Banner>
      )
    })}
  </>
)
type FlaggedProps = { rows: CampaignRows; onShow: (flag: NonNullable<TableView['flag']>) => void }

const flagged = {
  'looks-complete': {
    tag: 'semblent complets',
    sentence: (n: number) =>
      n > 1
        ? `${n} brouillons semblent complets, mais n’ont pas été transmis : ils ne comptent pas.`
        : '1 brouillon semble complet, mais n’a pas été transmis : il ne compte pas.',
  },
  'correction-lapsed': {
    tag: 'correction non reçue',
    sentence: (n: number) =>
      n > 1
        ? `${n} corrections demandées n’ont pas été transmises à temps : les envois précédents comptent.`
        : '1 correction demandée n’a pas été transmise à temps : l’envoi précédent compte.',
  },
} as const
