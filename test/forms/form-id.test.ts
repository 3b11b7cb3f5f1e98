import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formIdsOf } from '../../forms/editing/form-id.ts'
import { Id } from '../../forms/nouns/scalars.ts'

describe('the ids of a questionnaire', () => {
  it.each([
    ['Bilan qualitatif', 'bilan-qualitatif'],
    ['Enquête d’été : « nos œuvres » !', 'enquete-d-ete-nos-oeuvres'],
    ['CLAS 2027', 'clas-2027'],
    ['???', 'questionnaire'],
  ])('are made of its title: « %s »', (title, id) => {
    expect(formIdsOf(title).slice(0, 2)).toEqual([id, `${id}-2`])
  })

  it('are ids, each once, short enough to begin another with, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (title) => {
        const ids = formIdsOf(title)
        expect(new Set(ids).size).toBe(ids.length)
        for (const id of ids) {
          expect(Id.safeParse(id).success).toBe(true)
          expect(id.length).toBeLessThanOrEqual(50)
        }
      }),
    )
  })
})
