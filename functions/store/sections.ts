import { randomUUID } from 'node:crypto'
import { CurrentSection } from '../../forms/filling-wire.ts'
import type { Response } from '../../forms/nouns/response.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { type Confirmation, Section } from '../../forms/nouns/submission.ts'
import { Problem } from '../../forms/problems.ts'
import { keys } from './keys.ts'
import { findItem } from './read-items.ts'
import { moveResponse } from './responses.ts'
import { putItem, updateItem } from './write-items.ts'

type Save = {
  name: string
  answers: Answers
  seen: number
  by: string
  at: string
  /** The version of the questionnaire it is made for; notes that are the same in all have none. */
  version?: number
  /** Of the first save under a version: the revision in the table, where `seen` counts older drafts too. */
  stored?: number
  taken?: Record<string, number> | undefined
}

/**
 * Saves the draft of one section if `seen` is still its revision (0 when there is none yet), in one write on
 * its own small item: two people in two sections never meet. The first save of a called response starts it.
 * Throws `stale` with the current section otherwise, `form-changed` when that is of a later version.
 */
export const saveSection = async (response: Response, save: Save): Promise<Section> => {
  const section: Section = {
    name: save.name,
    answers: save.answers,
    revision: save.seen + 1,
    savedAt: save.at,
    savedBy: save.by,
    ...(save.version === undefined ? {} : { formVersion: save.version }),
    ...(save.taken ? { taken: save.taken } : {}),
  }
  const saved = await putSection(response.id, section, save.stored ?? save.seen)
  if (!saved) throw await staleSection(response.id, section)
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

/** Puts a section over the one of this revision, unless that is of a later version; false when it is another. */
export const putSection = (responseId: string, section: Section, seen: number): Promise<boolean> => {
  const { formVersion } = section
  const isSeen = seen === 0 ? '(attribute_not_exists(pk) OR revision = :seen)' : 'revision = :seen'
  const isNotLater = '(attribute_not_exists(formVersion) OR formVersion <= :version)'
  return putItem(keys.section(responseId, section.name), section, {
    condition: formVersion === undefined ? isSeen : `${isSeen} AND ${isNotLater}`,
    values: { ':seen': seen, ...(formVersion === undefined ? {} : { ':version': formVersion }) },
  })
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
  if (!confirmed) throw await staleSection(response.id, { name })
  return confirmation
}

const staleSection = async (
  id: string,
  { name, formVersion }: Pick<Section, 'name' | 'formVersion'>,
): Promise<Problem> => {
  const current = await findItem(keys.section(id, name), Section)
  const isLater = formVersion !== undefined && (current?.formVersion ?? 0) > formVersion
  return isLater ? formChanged(current?.formVersion) : stale(current)
}

/** That a section is not as whoever saves it has seen it, with the one there is. */
export const stale = (current: Section | undefined): Problem =>
  new Problem('stale', undefined, {
    extra: {
      current: current
        ? CurrentSection.parse(current)
        : { answers: {}, revision: 0, savedAt: new Date(0).toISOString(), savedBy: '' },
    },
  })

/** That a page was opened under a version it may no longer save under. */
export const formChanged = (version: number | undefined): Problem =>
  new Problem('form-changed', undefined, { extra: { version } })
