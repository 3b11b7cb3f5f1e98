import type { JSX } from 'preact'
import { useEffect, useMemo, useState } from 'preact/hooks'
import type { CampaignRow, CampaignRows } from '../../forms/campaign-rows-wire.ts'
import type { CampaignView } from '../../forms/campaign-wire.ts'
import { Attention } from './attention.tsx'
import { counted } from './campaign-words.ts'
import { Flagged } from './flagged.tsx'
import { PAGE_ROWS, Pager, pagesOf } from './pager.tsx'
import { ProgressChart } from './progress-chart.tsx'
import { RemindDialog } from './remind-dialog.tsx'
import {
  everything,
  isFiltered,
  queryOfView,
  type SortKey,
  shownRows,
  sortedWords,
  type TableView,
  viewOfQuery,
} from './rows.ts'
import { RowsTable } from './rows-table.tsx'
import { RowsTools } from './rows-tools.tsx'
import { isAble, type SeveralAction } from './several-actions.ts'
import { SeveralDialog } from './several-dialog.tsx'
import { StatusBar } from './status-bar.tsx'
import { useSteadyRows } from './use-steady-rows.ts'

type Props = {
  readonly campaign: CampaignView
  readonly rows: CampaignRows
  readonly now: string
  readonly onDone: (sentence: string) => void
}

/** What was asked for, about which rows; `everybody` is the reminder of all, which goes on by itself. */
type Asked = { readonly action: SeveralAction | 'everybody'; readonly rows: readonly CampaignRow[] }

/** Where the responses stand, who asks for attention, the list of them, and acting on many. */
export const Responses = ({ campaign, rows, now, onDone }: Props): JSX.Element => {
  const query = new URLSearchParams(location.search)
  const [view, setView] = useState(() => viewOfQuery(query))
  const [page, setPage] = useState(() => Math.max(1, Number.parseInt(query.get('page') ?? '', 10) || 1))
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const [asked, setAsked] = useState<Asked>()
  const { items } = rows
  const key = queryOfView(campaign.id, view)
  // What matches changes when the list is read or the view is, not with each tick of the clock.
  const fresh = useMemo(() => shownRows(items, view, rows.now), [items, view, rows.now])
  const { rows: shown, moved, settle } = useSteadyRows(items, fresh, key)
  const at = Math.min(page, pagesOf(shown.length))
  useEffect(() => history.replaceState(null, '', key + (at > 1 ? `&page=${at}` : '')), [key, at])
  const change = (part: Partial<TableView>) => {
    setView((last) => ({ ...last, ...part }))
    setPage(1)
  }
  const sortBy = (sort: SortKey) => change({ sort, descending: view.sort === sort && !view.descending })
  const chosen = picked.size > 0 ? items.filter(({ id }) => picked.has(id)) : []
  const isWhole = chosen.length === 0 && !isFiltered(view)
  const may = (action: SeveralAction): boolean => campaign.may[action]
  const act = (action: SeveralAction, those: readonly CampaignRow[]) =>
    setAsked({ action, rows: those.filter((row) => isAble(action, row, now)) })
  const pick = (ids: readonly string[], wanted: boolean) =>
    setPicked((last) => new Set([...[...last].filter((id) => !ids.includes(id)), ...(wanted ? ids : [])]))
  const done = (sentence: string) => {
    setAsked(undefined)
    setPicked(new Set())
    onDone(sentence)
  }
  const dialog = { onDone: done, onClose: () => setAsked(undefined) }
  const paged = shown.slice((at - 1) * PAGE_ROWS, at * PAGE_ROWS)
  return (
    <>
      <Flagged rows={rows} onShow={(flag) => change({ ...everything, flag })} />
      <div class="standing">
        <StatusBar
          counts={rows.counts}
          chosen={view.status}
          onChoose={(status) => change({ status, flag: undefined, situation: undefined })}
        />
        <Attention
          {...{ rows: items, now: rows.now, may }}
          chosen={view.situation}
          onChoose={(situation) => change({ situation, status: undefined, flag: undefined })}
          onAct={act}
        />
        <ProgressChart campaign={campaign} standing={JSON.stringify(rows.counts)} />
      </div>
      <RowsTools
        {...{ view, change, chosen, shown, may, now, moved }}
        all={items}
        onPickShown={() =>
          pick(
            shown.map(({ id }) => id),
            true,
          )
        }
        onPickNone={() => setPicked(new Set())}
        onSettle={settle}
        onAct={(action, those) =>
          action === 'remind' && isWhole ? setAsked({ action: 'everybody', rows: those }) : act(action, those)
        }
      />
      {shown.length === 0 ? (
        <p class="card">Aucun dossier ne correspond à cette recherche.</p>
      ) : (
        <RowsTable
          {...{ campaign, view }}
          rows={paged}
          caption={`${campaign.title} : ${counted(shown.length, 'dossier')} sur ${items.length}, liste ${sortedWords(view)}`}
          onSort={sortBy}
          onOnly={(organisation) => change({ organisation })}
          {...(may('remind') || may('extend') || may('validate') ? { choice: { picked, pick } } : {})}
        />
      )}
      <Pager page={at} count={shown.length} onPage={setPage} />
      {asked?.action === 'everybody' ? (
        <RemindDialog campaign={campaign} rows={asked.rows} {...dialog} />
      ) : null}
      {asked && asked.action !== 'everybody' ? (
        <SeveralDialog campaign={campaign} action={asked.action} rows={asked.rows} {...dialog} />
      ) : null}
    </>
  )
}
