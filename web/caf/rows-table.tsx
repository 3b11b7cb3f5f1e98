import type { JSX } from 'preact'
import { deadlineBadge, timeText } from '../../forms/dates.ts'
import type { CampaignRow, CampaignView } from '../../forms/wire.ts'
import { Icon } from '../shared/icons.tsx'
import { StatusTag, Tag } from '../shared/status-tag.tsx'
import { dayWords } from './opening.ts'
import type { SortKey, TableView } from './rows.ts'

type Props = {
  campaign: CampaignView
  rows: readonly CampaignRow[]
  caption: string
  view: TableView
  onSort: (key: SortKey) => void
}

/** The responses of a campaign, one a row; a heading sorts by its column. */
export const RowsTable = ({ campaign, rows, caption, view, onSort }: Props): JSX.Element => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
  <section class="scroll rows" aria-label="Dossiers de la campagne" tabIndex={0}>
    <table>
      <caption class="sr-only">{caption}</caption>
      <thead>
        <tr>
          <Heading sort="projet" view={view} onSort={onSort}>
            Projet
          </Heading>
          <Heading sort="organisation" view={view} onSort={onSort}>
            Organisation
          </Heading>
          <Heading sort="etat" view={view} onSort={onSort}>
            État
          </Heading>
          <Heading sort="transmis" view={view} onSort={onSort}>
            Transmis
          </Heading>
          <Heading sort="echeance" view={view} onSort={onSort}>
            Échéance
          </Heading>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <a href={`/caf/dossier/?id=${encodeURIComponent(row.id)}`}>{row.projectName}</a>
              <span class="row-organisation">{row.organisationName}</span>
            </th>
            <td>{row.organisationName}</td>
            <td>
              <StatusTag status={row.status} />
            </td>
            <td>{row.submittedAt ? <Sent row={row} zone={campaign.zone} /> : <None />}</td>
            <td>
              <Deadline row={row} campaign={campaign} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

type HeadingProps = { sort: SortKey; view: TableView; onSort: (key: SortKey) => void; children: string }

const Heading = ({ sort, view, onSort, children }: HeadingProps): JSX.Element => {
  const active = view.sort === sort
  const direction = view.descending ? 'descending' : 'ascending'
  return (
    <th scope="col" {...(active ? { 'aria-sort': direction } : {})}>
      <button type="button" class="sort" onClick={() => onSort(sort)}>
        {children}
        <Icon name={active ? (view.descending ? 'down' : 'up') : 'sort'} size={14} />
      </button>
    </th>
  )
}

const Sent = ({ row, zone }: { row: CampaignRow; zone: string }): JSX.Element => (
  <>
    {dayWords(row.submittedAt ?? '', zone)} à {timeText(row.submittedAt ?? '', zone)}
    <br />
    <span class="quiet-text ref">{row.reference}</span>
  </>
)

const Deadline = ({ row, campaign }: { row: CampaignRow; campaign: CampaignView }): JSX.Element => {
  const { day, month } = deadlineBadge(row.closesAt, campaign.zone)
  return (
    <>
      {day} {month}
      {row.closesAt === campaign.closesAt ? null : (
        <>
          <br />
          <Tag tone="info" icon="clock">
            prolongée
          </Tag>
        </>
      )}
    </>
  )
}

const None = (): JSX.Element => (
  <>
    <span aria-hidden="true">–</span>
    <span class="sr-only">Non transmis</span>
  </>
)
