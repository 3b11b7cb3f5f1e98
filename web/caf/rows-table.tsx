import type { JSX } from 'preact'
import type { CampaignRow } from '../../forms/campaign-rows-wire.ts'
import type { CampaignView } from '../../forms/campaign-wire.ts'
import { deadlineBadge, timeText } from '../../forms/dates.ts'
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
  /** Shows one organisation’s rows only. */
  onOnly: (organisationId: string) => void
  /** Where rows may be chosen: which are. */
  choice?: Choice
}

type Choice = {
  readonly picked: ReadonlySet<string>
  readonly pick: (ids: readonly string[], wanted: boolean) => void
}

/** The responses of a campaign, one a row; a heading sorts by its column. */
export const RowsTable = ({ campaign, rows, caption, view, onSort, onOnly, choice }: Props): JSX.Element => (
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
          <Heading sort="avance" view={view} onSort={onSort}>
            Rempli
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
            <td class="col-organisation">
              <Organisation row={row} onOnly={onOnly} />
            </td>
            <td class="col-status">
              <StatusTag status={row.status} />
              {row.flags.map((flag) => (
                <span key={flag} class="flag">
                  {flagWords[flag]}
                </span>
              ))}
            </td>
            <td>
              {row.percent === undefined || row.submittedAt ? <None says="Sans objet" /> : `${row.percent} %`}
            </td>
            <td class="col-sent">
              {row.submittedAt ? <Sent row={row} zone={campaign.zone} /> : <None says="Non transmis" />}
            </td>
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

const Organisation = ({ row, onOnly }: { row: CampaignRow } & Pick<Props, 'onOnly'>): JSX.Element => {
  const { organisationId, organisationName } = row
  if (organisationId === undefined) return <>{organisationName}</>
  return (
    <button type="button" class="link" onClick={() => onOnly(organisationId)}>
      {organisationName}
      <span class="sr-only"> : n’afficher que ses dossiers</span>
    </button>
  )
}

const PickAll = ({ rows, choice }: { rows: readonly CampaignRow[]; choice: Choice }): JSX.Element => {
  const ids = rows.map(({ id }) => id)
  const isAll = ids.length > 0 && ids.every((id) => choice.picked.has(id))
  return (
    <th scope="col" class="col-pick">
      <input
        type="checkbox"
        aria-label="Choisir tous les dossiers de cette page"
        checked={isAll}
        indeterminate={!isAll && ids.some((id) => choice.picked.has(id))}
        onChange={(event) => choice.pick(ids, event.currentTarget.checked)}
      />
    </th>
  )
}

const Pick = ({ row, choice }: { row: CampaignRow; choice: Choice }): JSX.Element => (
  <td class="col-pick">
    <input
      type="checkbox"
      aria-label={`Choisir ${row.projectName}`}
      checked={choice.picked.has(row.id)}
      onChange={(event) => choice.pick([row.id], event.currentTarget.checked)}
    />
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

const None = ({ says }: { says: string }): JSX.Element => (
  <>
    <span aria-hidden="true">–</span>
    <span class="sr-only">{says}</span>
  </>
)
