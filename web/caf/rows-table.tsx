import type { JSX } from 'preact'
import { deadlineBadge, timeText } from '../../forms/dates.ts'
import type { CampaignRow, CampaignView } from '../../forms/wire.ts'
import { Icon } from '../shared/icons.tsx'
import { StatusTag, Tag } from '../shared/status-tag.tsx'
import { unreadWords } from '../shared/words.ts'
import { dayWords } from './opening.ts'
import { dossierHref, type SortKey, type TableView } from './rows.ts'

type Props = {
  campaign: CampaignView
  rows: readonly CampaignRow[]
  caption: string
  view: TableView
  onSort: (key: SortKey) => void
  /** Where rows may be chosen: which of them, and which are. */
  choice?: Choice
}

type Choice = {
  readonly able: ReadonlySet<string>
  readonly picked: ReadonlySet<string>
  readonly pick: (ids: readonly string[], wanted: boolean) => void
}

/** The responses of a campaign, one a row; a heading sorts by its column. */
export const RowsTable = ({ campaign, rows, caption, view, onSort, choice }: Props): JSX.Element => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard
  <section class="scroll rows" aria-label="Dossiers de la campagne" tabIndex={0}>
    <table>
      <caption class="sr-only">{caption}</caption>
      <thead>
        <tr>
          {choice ? <PickAll rows={rows} choice={choice} /> : null}
          <Heading sort="projet" column="col-project" view={view} onSort={onSort}>
            Projet
          </Heading>
          <Heading sort="organisation" column="col-organisation" view={view} onSort={onSort}>
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
            {choice ? <Pick row={row} choice={choice} /> : null}
            <th scope="row" class="col-project">
              <a href={dossierHref(row.id, view)}>{row.projectName}</a>
              {row.unread > 0 ? <span class="flag">{unreadWords(row.unread)}</span> : null}
              <span class="row-organisation">{row.organisationName}</span>
            </th>
            <td class="col-organisation">{row.organisationName}</td>
            <td class="col-status">
              <StatusTag status={row.status} />
              {row.flags.map((flag) => (
                <span key={flag} class="flag">
                  {flagWords[flag]}
                </span>
              ))}
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

const flagWords: Record<CampaignRow['flags'][number], string> = {
  'looks-complete': 'semble complet',
  'correction-lapsed': 'correction non reçue',
}

const PickAll = ({ rows, choice }: { rows: readonly CampaignRow[]; choice: Choice }): JSX.Element => {
  const ids = rows.map(({ id }) => id).filter((id) => choice.able.has(id))
  const isAll = ids.length > 0 && ids.every((id) => choice.picked.has(id))
  return (
    <th scope="col" class="col-pick">
      <input
        type="checkbox"
        aria-label="Choisir tous les dossiers affichés qui peuvent être relancés"
        checked={isAll}
        disabled={ids.length === 0}
        onChange={(event) => choice.pick(ids, event.currentTarget.checked)}
      />
    </th>
  )
}

const Pick = ({ row, choice }: { row: CampaignRow; choice: Choice }): JSX.Element => (
  <td class="col-pick">
    {choice.able.has(row.id) ? (
      <input
        type="checkbox"
        aria-label={`Choisir ${row.projectName}`}
        checked={choice.picked.has(row.id)}
        onChange={(event) => choice.pick([row.id], event.currentTarget.checked)}
      />
    ) : null}
  </td>
)

type HeadingProps = {
  sort: SortKey
  column?: string
  view: TableView
  onSort: (key: SortKey) => void
  children: string
}

const Heading = ({ sort, column = '', view, onSort, children }: HeadingProps): JSX.Element => {
  const active = view.sort === sort
  const direction = view.descending ? 'descending' : 'ascending'
  return (
    <th scope="col" class={column} {...(active ? { 'aria-sort': direction } : {})}>
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
    {row.madeByCaf ? <span class="flag">corrigé par la Caf</span> : null}
  </>
)

const Deadline = ({ row, campaign }: { row: CampaignRow; campaign: CampaignView }): JSX.Element => {
  const { day, month } = deadlineBadge(row.closesAt, campaign.zone)
  return (
    <>
      {day} {month}
      {row.deadlineFrom === 'campaign' ? null : (
        <>
          <br />
          <Tag tone="info" icon="clock">
            {row.status === 'to-correct' ? 'pour corriger' : 'prolongée'}
          </Tag>
        </>
      )}
      {row.remindedAt && row.status !== 'submitted' && row.status !== 'validated' ? (
        <span class="flag">relancé le {dayWords(row.remindedAt, campaign.zone)}</span>
      ) : null}
    </>
  )
}

const None = (): JSX.Element => (
  <>
    <span aria-hidden="true">–</span>
    <span class="sr-only">Non transmis</span>
  </>
)
