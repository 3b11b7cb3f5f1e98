// A response and its sections share a partition, so one Query reads a dossier whole; every change of its state
// is one conditional write on its RESPONSE item (design §3).
import { createHash } from 'node:crypto'
import { type MoveName, moves } from '../../forms/lifecycle.ts'
import { CARRIED } from '../../forms/note-names.ts'
import type { HistoryEntry, OutboxEntry, ResponseStatus } from '../../forms/nouns/history.ts'
import { Response } from '../../forms/nouns/response.ts'
import { Section } from '../../forms/nouns/submission.ts'
import { Problem } from '../../forms/problems.ts'
import { type ResponseRow, responseRowOf } from './campaign-rows.ts'
import { campaignShard, closingShard, outboxShard, ownerKeys, shardOf } from './index-keys.ts'
import { keys, ranges } from './keys.ts'
import { queryIndex, queryRange } from './query-items.ts'
import { findItem, findItems } from './read-items.ts'
import { facts } from './schema.ts'
import { putItem, updateItem } from './write-items.ts'

/** A response with the drafts of its sections, by name. */
export type Dossier = Response & { readonly sections: Readonly<Record<string, Section>> }

/** How many entries may wait on the item for the worker that drains them. */
const MAX_BUFFER = 100

/** A response without its sections. Throws `not-found`. */
export const getResponse = async (id: string): Promise<Response> => {
  const found = await findStored(id)
  if (!found || found.givenUp) throw new Problem('not-found')
  return found
}

/** Those of these responses that exist, in no order. */
export const findResponses = async (ids: readonly string[]): Promise<Response[]> =>
  (await findAllStored(ids)).filter(({ givenUp }) => !givenUp)

/** A response, given up or not: for what still has to be done to it. */
export const findStored = (id: string): Promise<Response | undefined> => findItem(keys.response(id), Response)

/** Those of these responses that are stored, given up or not, in no order. */
export const findAllStored = (ids: readonly string[]): Promise<Response[]> =>
  findItems(ids.map(keys.response), Response)

/** A response with its sections, in one read. Throws `not-found`. */
export const getDossier = async (id: string): Promise<Dossier> => {
  const found = await findDossier(id)
  if (!found) throw new Problem('not-found')
  return found
}

/** The same; undefined when there is none, or it was given up. */
export const findDossier = async (id: string): Promise<Dossier | undefined> => {
  const [first, ...rest] = await queryRange(ranges.dossier(id))
  if (first?.sk !== 'RESPONSE' || first.givenUp !== undefined) return undefined
  const sections = rest.map((row) => Section.parse(row))
  return {
    ...Response.parse(first),
    sections: Object.fromEntries(sections.map((section) => [section.name, section])),
  }
}

/** The responses of an organisation. */
export const listOrganisationResponses = (organisationId: string): Promise<ResponseRow[]> =>
  listOwned(ownerKeys.organisation(organisationId))

/** What a person started that belongs to no organisation yet. */
export const listStartedResponses = (email: string): Promise<ResponseRow[]> =>
  listOwned(ownerKeys.person(email))

const listOwned = async (owner: string): Promise<ResponseRow[]> =>
  (await queryIndex('byOwner', owner)).map(responseRowOf)

/** Under whom a response is listed: its organisation, or the person who started it for none. */
export const ownerKeyOf = ({ organisationId, startedBy }: Pick<Response, 'organisationId' | 'startedBy'>) =>
  organisationId === undefined ? ownerKeys.person(startedBy ?? '') : ownerKeys.organisation(organisationId)

/** What a project has transmitted for these school years: the responses that have a submission. */
export const listTransmitted = async (
  { organisationId, startedBy, projectId }: Pick<Response, 'organisationId' | 'startedBy' | 'projectId'>,
  schoolYears: readonly string[],
): Promise<ResponseRow[]> => {
  const years = Object.fromEntries(schoolYears.map((year, i) => [`:year${i}`, year]))
  const rows = await queryIndex('byOwner', ownerKeyOf({ organisationId, startedBy }), {
    filter: {
      expression: `facts.projectId = :project AND facts.schoolYear IN (${Object.keys(years).join(', ')}) AND attribute_exists(submission)`,
      values: { ':project': projectId, ...years },
    },
  })
  return rows.map(responseRowOf)
}

/**
 * The version of a dossier a person has seen: status, number of submissions, revision of each section and of the
 * justifications. Extensions, reminders, messages and what is confirmed of another year leave it as it is.
 */
export const etagOf = (dossier: Dossier): string => {
  const revisions = Object.values(dossier.sections)
    .filter(({ name, revision }) => revision > 0 && name !== CARRIED)
    .map(({ name, revision }) => `${name}:${revision}`)
    .toSorted()
  const seen = [dossier.status, dossier.submissionNumber, ...revisions].join('|')
  return `"${createHash('sha256').update(seen).digest('base64url').slice(0, 22)}"`
}

/**
 * Calls a subject: creates its response unless it exists. A call repeated never touches a draft; one that was given up
 * is begun again once nothing is left to do about it.
 */
export const callResponse = (response: Response): Promise<boolean> => {
  const shard = shardOf(response.id)
  return putItem(
    keys.response(response.id),
    {
      ...response,
      facts: Object.fromEntries(facts.map((name) => [name, response[name]])),
      ownerKey: ownerKeyOf(response),
      ownerSort: `${response.closesAt}#${response.id}`,
      campaignShard: campaignShard(response.campaignId, shard),
      closingShard: closingShard(shard),
      outboxShard: outboxShard(shard),
      outboxSince: response.history[0]?.at,
    },
    {
      condition:
        'attribute_not_exists(pk) OR (attribute_exists(givenUp) AND attribute_not_exists(erasing) AND attribute_not_exists(outboxShard))',
    },
  )
}

type Change = {
  /** The statuses the change may be made in. */
  readonly from: readonly ResponseStatus[]
  /** The status it leads to; it stays as it is otherwise. */
  readonly to?: ResponseStatus
  readonly entry: HistoryEntry
  /** The mails this change owes. */
  readonly mails?: readonly OutboxEntry[]
  /** Further conditions, assignments and their values, in DynamoDB's expression language. */
  readonly condition: string
  readonly set?: readonly string[]
  readonly remove?: readonly string[]
  readonly values: Record<string, unknown>
}

/** Makes one legal move of a response: a change whose statuses are those of lifecycle.ts. */
export const moveResponse = (
  id: string,
  { move, ...change }: Omit<Change, 'from' | 'to'> & { readonly move: MoveName },
): Promise<boolean> => changeResponse(id, { ...moves[move], ...change })

/**
 * Changes a response: the statuses it may be in, the condition, the history entry and the mails it owes all stand in
 * one write. False when it did not hold; then nothing changed.
 */
export const changeResponse = (id: string, { from, to, ...change }: Change): Promise<boolean> => {
  const statuses = Object.fromEntries(from.map((status, i) => [`:from${i}`, status]))
  const set = [
    ...(to ? ['#status = :to', 'steps = list_append(if_not_exists(steps, :none), :step)'] : []),
    'history = list_append(history, :entry)',
    'outbox = list_append(if_not_exists(outbox, :none), :mails)',
    'outboxShard = :outboxShard',
    'outboxSince = if_not_exists(outboxSince, :at)',
    ...(change.set ?? []),
  ]
  const remove = change.remove ? ` REMOVE ${change.remove.join(', ')}` : ''
  return updateItem(keys.response(id), `SET ${set.join(', ')}${remove}`, {
    condition: `#status IN (${Object.keys(statuses).join(', ')}) AND size(history) < :full AND (attribute_not_exists(outbox) OR size(outbox) < :full) AND attribute_not_exists(givenUp) AND ${change.condition}`,
    names: { '#status': 'status' },
    values: {
      ...statuses,
      ...(to ? { ':to': to, ':step': [{ at: change.entry.at, status: to }] } : {}),
      ':entry': [change.entry],
      ':mails': change.mails ?? [],
      ':none': [],
      ':at': change.entry.at,
      ':full': MAX_BUFFER,
      ':outboxShard': outboxShard(shardOf(id)),
      ...change.values,
    },
  })
}
