// The table of a campaign: which rows are shown and in what order. Pure; the address of the page keeps it, so that
// coming back from a dossier finds the table as it was.
import { deskUrl } from '../../forms/addresses.ts'
import { Flag, ResponseStatus } from '../../forms/schemas.ts'
import { matches } from '../../forms/search.ts'
import type { CampaignRow } from '../../forms/wire.ts'

/** The statuses in the order of the bar: what is done first. */
export const statusOrder: readonly ResponseStatus[] = [
  'validated',
  'submitted',
  'to-correct',
  'draft',
  'called',
  'missed',
]

const sortKeys = ['projet', 'organisation', 'etat', 'transmis', 'echeance'] as const
export type SortKey = (typeof sortKeys)[number]

export type TableView = {
  readonly status: ResponseStatus | undefined
  /** Only what a closing pointed out. */
  readonly flag: Flag | undefined
  readonly search: string
  readonly sort: SortKey
  readonly descending: boolean
}

/** The rows that match, sorted; rows without a value for the sort key come last either way. */
export const shownRows = (rows: readonly CampaignRow[], view: TableView): CampaignRow[] => {
  const matching = rows.filter(
    (row) =>
      (!view.status || row.status === view.status) &&
      (!view.flag || row.flags.includes(view.flag)) &&
      matches(`${row.projectName} ${row.organisationName} ${row.reference ?? ''}`, view.search),
  )
  return sorted(matching, view)
}

const sorted = (rows: readonly CampaignRow[], view: TableView): CampaignRow[] => {
  const direction = view.descending ? -1 : 1
  return rows.toSorted((a, b) => {
    const [one, other] = [sortValue(a, view.sort), sortValue(b, view.sort)]
    if (one === '' || other === '') return Number(one === '') - Number(other === '')
    return direction * collator.compare(one, other) || collator.compare(a.projectName, b.projectName)
  })
}

/** Whether a reminder makes sense: nothing was submitted and it still can be. */
export const mayBeReminded = ({ status, closesAt }: CampaignRow, now: string): boolean =>
  (status === 'called' || status === 'draft') && now < closesAt

/** The view that an address asks for: `?etat=draft&q=bauges&tri=-transmis`. */
export const viewOfQuery = (query: URLSearchParams): TableView => {
  const sort = query.get('tri') ?? ''
  const key = sortKeys.find((name) => name === sort.replace('-', ''))
  return {
    status: ResponseStatus.safeParse(query.get('etat')).data,
    flag: Flag.safeParse(query.get('signal')).data,
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
  if (view.search) query.set('q', view.search)
  if (view.sort !== 'projet' || view.descending) query.set('tri', (view.descending ? '-' : '') + view.sort)
  return query
}

const collator = new Intl.Collator('fr', { numeric: true })

const sortValue = (row: CampaignRow, key: SortKey): string => {
  if (key === 'projet') return row.projectName
  if (key === 'organisation') return row.organisationName
  if (key === 'etat') return String(statusOrder.indexOf(row.status))
  return key === 'transmis' ? (row.submittedAt ?? '') : row.closesAt
}
