import { randomUUID } from 'node:crypto'
import { Problem } from '../../forms/problems.ts'
import { type Answers, type Response, Section } from '../../forms/schemas.ts'
import { CurrentSection } from '../../forms/wire.ts'
import { moveResponse } from './responses.ts'
import { keys } from './schema.ts'
import { findItem, putItem } from './table.ts'

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
      ? { condition: 'attribute_not_exists(pk)' }
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
