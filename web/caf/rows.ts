// The table of a campaign: which rows are shown and in what order. Pure; the address of the page keeps it, so that
// coming back from a dossier finds the table as it was.
import { deskUrl } from '../../forms/addresses.ts'
import type { CampaignRow } from '../../forms/campaign-rows-wire.ts'
import { type Situation, situations } from '../../forms/cockpit.ts'
import { ResponseStatus } from '../../forms/nouns/history.ts'
import { Flag } from '../../forms/nouns/response.ts'
import { Id } from '../../forms/nouns/scalars.ts'
import { type Advance, advances, passing, type RowFilter } from '../../forms/row-filter.ts'
import { serverNow } from '../shared/clock.ts'

/** The statuses in the order of the bar: what is done first. */
export const statusOrder: readonly ResponseStatus[] = [
  'validated',
  'submitted',
  'to-correct',
  'draft',
  'called',
  'missed',
]

const sortKeys = ['projet', 'organisation', 'etat', 'avance', 'transmis', 'echeance'] as const
export type SortKey = (typeof sortKeys)[number]

const sortNames: Readonly<Record<SortKey, string>> = {
  projet: 'projet',
  organisation: 'organisation',
  etat: 'état',
  avance: 'avancement',
  transmis: 'date de transmission',
  echeance: 'échéance',
}

/** « triée par échéance, ordre décroissant » */
export const sortedWords = ({ sort, descending }: Pick<TableView, 'sort' | 'descending'>): string =>
  `triée par ${sortNames[sort]}, ordre ${descending ? 'décroissant' : 'croissant'}`

export type TableView = {
  readonly status: ResponseStatus | undefined
  /** Only what a closing pointed out. */
  readonly flag: Flag | undefined
  /** Only what asks for attention in this way. */
  readonly situation: Situation | undefined
  readonly advance: Advance | undefined
  /** Only one organisation's, by id. */
  readonly organisation: string | undefined
  readonly search: string
  readonly sort: SortKey
  readonly descending: boolean
}

/** A view that leaves nothing out. */
export const everything = {
  status: undefined,
  flag: undefined,
  situation: undefined,
  advance: undefined,
  organisation: undefined,
  search: '',
} as const satisfies Partial<TableView>

/** What a view leaves out, as an export takes it; nothing for one that shows everything. */
export const filterOf = (view: TableView): RowFilter => {
  const { status, flag, situation, advance, organisation } = view
  // The server takes no more.
  const search = view.search.trim().slice(0, 200)
  return {
    ...(status ? { statuses: [status] } : {}),
    ...(flag ? { flag } : {}),
    ...(situation ? { situation } : {}),
    ...(advance ? { advance } : {}),
    ...(organisation ? { organisation } : {}),
    ...(search ? { search } : {}),
  }
}

/** Whether a view leaves something out. */
export const isFiltered = (view: TableView): boolean => Object.keys(filterOf(view)).length > 0

/** The rows that match at `now`, sorted; rows without a value for the sort key come last either way. */
export const shownRows = (
  rows: readonly CampaignRow[],
  view: TableView,
  now: string = serverNow(),
): CampaignRow[] => sorted(rows.filter(passing(filterOf(view), now)), view)

const sorted = (rows: readonly CampaignRow[], view: TableView): CampaignRow[] => {
  const direction = view.descending ? -1 : 1
  return rows.toSorted((a, b) => {
    const [one, other] = [sortValue(a, view.sort), sortValue(b, view.sort)]
    if (one === '' || other === '') return Number(one === '') - Number(other === '')
    return direction * compared(one, other, view.sort) || collator.compare(a.projectName, b.projectName)
  })
}

/** Names are compared as people do; instants and ranks by their letters, which is much faster. */
const compared = (one: string, other: string, key: SortKey): number => {
  if (one === other) return 0
  if (key === 'projet' || key === 'organisation') return collator.compare(one, other)
  return one < other ? -1 : 1
}

/** Whether a reminder makes sense: nothing was submitted and it still can be. */
export const mayBeReminded = ({ status, closesAt }: CampaignRow, now: string): boolean =>
  (status === 'called' || status === 'draft') && now < closesAt

/** The view that an address asks for: `?etat=draft&cas=bloque&q=bauges&tri=-transmis`. */
export const viewOfQuery = (query: URLSearchParams): TableView => {
  const sort = query.get('tri') ?? ''
  const key = sortKeys.find((name) => name === sort.replace('-', ''))
  return {
    status: ResponseStatus.safeParse(query.get('etat')).data,
    flag: Flag.safeParse(query.get('signal')).data,
    situation: situations.find((name) => name === query.get('cas')),
    advance: advances.find((name) => name === query.get('avance')),
    organisation: Id.safeParse(query.get('organisation')).data,
    search: query.get('q') ?? '',
    sort: key ?? 'projet',
    descending: key !== undefined && sort.startsWith('-'),
  }
}

/** The address of the campaign with its view; what is as by default is left out. */
export const queryOfView = (campaignId: string, view: TableView): string => {
  const query = listQuery(view)
  return `?${new URLSearchParams([['id', campaignId], ...query])}`
}

/** The address of a response, with the list one goes through it in. */
export const dossierHref = (id: string, view: TableView): string =>
  `${deskUrl(id)}&liste=${encodeURIComponent(listQuery(view).toString())}`

/** Where a response stands in its list: itself stays in it, whatever its status has become since. */
export const neighboursOf = (
  rows: readonly CampaignRow[],
  view: TableView,
  id: string,
): Neighbours | undefined => {
  const others = shownRows(rows, view)
  const own = rows.filter((row) => row.id === id)
  const list = others.some((row) => row.id === id) ? others : sorted([...others, ...own], view)
  const at = list.findIndex((row) => row.id === id)
  if (at < 0) return undefined
  return { place: at + 1, count: list.length, previous: list[at - 1], next: list[at + 1] }
}

export type Neighbours = {
  readonly place: number
  readonly count: number
  readonly previous: CampaignRow | undefined
  readonly next: CampaignRow | undefined
}

const listQuery = (view: TableView): URLSearchParams => {
  const query = new URLSearchParams()
  if (view.status) query.set('etat', view.status)
  if (view.flag) query.set('signal', view.flag)
  if (view.situation) query.set('cas', view.situation)
  if (view.advance) query.set('avance', view.advance)
  if (view.organisation) query.set('organisation', view.organisation)
  if (view.search) query.set('q', view.search)
  if (view.sort !== 'projet' || view.descending) query.set('tri', (view.descending ? '-' : '') + view.sort)
  return query
}

const collator = new Intl.Collator('fr', { numeric: true })

const sortValue = (row: CampaignRow, key: SortKey): string => {
  if (key === 'projet') return row.projectName
  if (key === 'organisation') return row.organisationName
  if (key === 'etat') return String(statusOrder.indexOf(row.status))
  if (key === 'avance') return row.percent === undefined ? '' : String(row.percent).padStart(3, '0')
  return key === 'transmis' ? (row.submittedAt ?? '') : row.closesAt
}
