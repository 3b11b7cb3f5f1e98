import { randomUUID } from 'node:crypto'
import { Problem } from '../../forms/problems.ts'
import { type Answers, type Confirmation, type Response, Section } from '../../forms/schemas.ts'
import { CurrentSection } from '../../forms/wire.ts'
import { moveResponse } from './responses.ts'
import { keys } from './schema.ts'
import { findItem, putItem, updateItem } from './table.ts'

type Save = { name: string; answers: Answers; seen: number; by: string; at: string }

/**
 * Saves the draft of one section if `seen` is still its revision (0 when there is none yet), in one write on
 * its own small item: two people in two sections never meet. The first save of a called response starts it.
 * Throws `stale` with the current section otherwise.
 */
export const saveSection = async (response: Response, save: Save): Promise<Section> => {
  const section: Section = {
    name: save.name,
    answers: save.answers,
    revision: save.seen + 1,
    savedAt: save.at,
    savedBy: save.by,
  }
  const key = keys.section(response.id, save.name)
  const saved = await putItem(
    key,
    section,
    save.seen === 0
      ? { condition: 'attribute_not_exists(pk) OR revision = :zero', values: { ':zero': 0 } }
      : { condition: 'revision = :seen', values: { ':seen': save.seen } },
  )
  if (!saved) throw await staleSection(response.id, save.name)
  if (response.status === 'called') {
    await moveResponse(response.id, {
      move: 'start',
      entry: { id: randomUUID(), at: save.at, type: 'started', by: save.by },
      condition: 'closesAt > :at',
      values: {},
    })
  }
  return section
}

/**
 * Keeps how many quarters of a section its draft fills, when that has changed since the response was read: at most a
 * few writes a section, so that the Caf's list may tell how far a draft came. A hint, put right by the next save.
 */
export const markProgress = async (
  { id, quarters, movedAt }: Response,
  section: string,
  filled: number,
  at: string,
): Promise<void> => {
  if (quarters?.[section] === filled && movedAt !== undefined) return
  const set = quarters ? 'quarters.#section = :filled' : 'quarters = :first'
  await updateItem(keys.response(id), `SET ${set}, movedAt = :at`, {
    condition: quarters ? 'attribute_exists(quarters)' : 'attribute_not_exists(quarters)',
    ...(quarters ? { names: { '#section': section } } : {}),
    values: { ':at': at, ...(quarters ? { ':filled': filled } : { ':first': { [section]: filled } }) },
  })
}

/** Puts the first draft of a section, which nobody has saved; false when there is one, and then nothing changed. */
export const startSection = (id: string, section: Section): Promise<boolean> =>
  putItem(keys.section(id, section.name), section, { condition: 'attribute_not_exists(pk)' })

type Confirm = { name: string; seen: number; by: string; at: string }

/**
 * Keeps that a person stands by a section at the revision they have seen, in one write on its own item: a save that
 * came between is not confirmed, and one that comes after voids it. A section nobody wrote in is confirmed empty.
 * Throws `stale` with the current section otherwise.
 */
export const confirmSection = async (
  response: Response,
  { name, seen, by, at }: Confirm,
): Promise<Confirmation> => {
  const confirmation: Confirmation = { by, at, revision: seen }
  const key = keys.section(response.id, name)
  const empty: Section = { name, answers: {}, revision: 0, savedAt: at, savedBy: by, confirmation }
  const confirmed =
    seen === 0
      ? await putItem(key, empty, {
          condition: 'attribute_not_exists(pk) OR revision = :zero',
          values: { ':zero': 0 },
        })
      : await updateItem(key, 'SET confirmation = :confirmation', {
          condition: 'revision = :seen',
          values: { ':seen': seen, ':confirmation': confirmation },
        })
  if (!confirmed) throw await staleSection(response.id, name)
  return confirmation
}

const staleSection = async (id: string, name: string): Promise<Problem> => {
  const current = await findItem(keys.section(id, name), Section)
  return new Problem('stale', undefined, {
    extra: {
      current: current
        ? CurrentSection.parse(current)
        : { answers: {}, revision: 0, savedAt: new Date(0).toISOString(), savedBy: '' },
    },
  })
}
