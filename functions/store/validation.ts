// The Caf's validation of a response, and its withdrawal: one conditional write each, which also says what it still
// has to bring about; until that is done the response stays in the list of what a worker looks at.
import { randomUUID } from 'node:crypto'
import type { Response } from '../../forms/nouns/response.ts'
import { owed } from '../../forms/owed-mails.ts'
import { shardOf, waitingShard } from './index-keys.ts'
import { keys } from './keys.ts'
import { moveResponse, ownerKeyOf } from './responses.ts'
import { updateItem } from './write-items.ts'

type By = {
  readonly by: string
  readonly at: string
  readonly hasEffect: boolean
  /** What it brings about, in words. */
  readonly detail: string | undefined
}

/** Locks what was submitted, as it was seen. False when it has changed since. */
export const markValidated = (response: Response, { by, at, hasEffect, detail }: By): Promise<boolean> =>
  moveResponse(response.id, {
    move: 'validate',
    entry: {
      ...{ id: randomUUID(), at, type: 'validated', by },
      ...(detail ? { detail } : {}),
      submission: response.submissionNumber,
    },
    mails: [owed.validated({ at, number: response.submissionNumber })],
    condition: 'submissionNumber = :seen AND attribute_not_exists(effect)',
    set: ['validatedAt = :at', ...(hasEffect ? ['effect = :effect'] : [])],
    remove: ['closingShard'],
    values: { ':seen': response.submissionNumber, ...(hasEffect ? { ':effect': 'open' } : {}) },
  })

/** Unlocks it again. False when it has changed since, or when what the validation opens is not done yet. */
export const markWithdrawn = (response: Response, { by, at, hasEffect, detail }: By): Promise<boolean> =>
  moveResponse(response.id, {
    move: 'withdraw',
    entry: {
      ...{ id: randomUUID(), at, type: 'validation-withdrawn', by },
      ...(detail ? { detail } : {}),
    },
    mails: [owed.validationWithdrawn({ at, number: response.submissionNumber })],
    condition: 'submissionNumber = :seen AND attribute_not_exists(effect)',
    set: ['closingShard = :waiting', ...(hasEffect ? ['effect = :effect'] : [])],
    remove: ['validatedAt'],
    values: {
      ':seen': response.submissionNumber,
      ':waiting': waitingShard(response.cafId, shardOf(response.id)),
      ...(hasEffect ? { ':effect': 'close' } : {}),
    },
  })

type Settled = {
  readonly place?: { readonly id: string; readonly name: string } | undefined
  readonly back?: boolean
}

/**
 * Says that the effect is done, and to whom the response belongs from then on: the organisation it opened, or, going
 * `back`, the person who started it.
 */
export const markSettled = (response: Response, { place, back = false }: Settled): Promise<boolean> => {
  const owner = ownerKeyOf({ ...response, organisationId: back ? undefined : place?.id })
  const names = ['organisationId = :id', 'organisationName = :name']
  const set = [
    ...(place ? [...names, ...names.map((assigned) => `facts.${assigned}`)] : []),
    ...(place || back ? ['ownerKey = :owner'] : []),
  ]
  const remove = ['effect', ...(back ? ['organisationId', 'facts.organisationId'] : [])]
  return updateItem(
    keys.response(response.id),
    `${set.length > 0 ? `SET ${set.join(', ')} ` : ''}REMOVE ${remove.join(', ')}`,
    {
      condition: 'effect = :effect',
      values: {
        ':effect': response.effect,
        ...(place ? { ':id': place.id, ':name': place.name } : {}),
        ...(place || back ? { ':owner': owner } : {}),
      },
    },
  )
}
