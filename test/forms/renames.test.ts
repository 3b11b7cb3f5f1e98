// Between two versions, what was renamed while editing is known: nobody has to guess it again.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recode } from '../../forms/editing/recode.ts'
import { rename } from '../../forms/editing/rename.ts'
import { renameAt } from '../../forms/editing/rename-path.ts'
import type { Content } from '../../forms/editing-wire.ts'
import { noMapping } from '../../forms/moving/mapping.ts'
import { assertMapping, pairsOf } from '../../forms/moving/mapping-faults.ts'
import { formerNames, mappingOf, type Rename, withRename } from '../../forms/moving/renames.ts'
import { orphansOf, suggestedMapping } from '../../forms/moving/suggest.ts'
import { edited } from '../support/editing.ts'

const start: Content = {
  definition: {
    pages: [
      {
        name: 'page',
        elements: [
          { type: 'text', name: 'lieu', title: 'Lieu' },
          { type: 'text', name: 'site', title: 'Site' },
          {
            type: 'radiogroup',
            name: 'statut',
            title: 'Statut',
            choices: [
              { value: 'a', text: 'A' },
              { value: 'b', text: 'B' },
            ],
          },
          {
            ...{ type: 'matrixdropdown', name: 'budget', title: 'Budget', cellType: 'text' },
            columns: [{ name: 'montant' }, { name: 'note' }],
            rows: [
              { value: 'x', text: 'X' },
              { value: 'y', text: 'Y' },
            ],
          },
          {
            ...{ type: 'paneldynamic', name: 'lieux', title: 'Lieux' },
            templateElements: [{ type: 'text', name: 'ville', title: 'Ville' }],
          },
        ],
      },
    ],
  },
  info: {},
}
const at = '/definition/pages/0/elements'
const QUESTIONS = [0, 1, 2, 3, 4].map((i) => `${at}/${i}`)
const FIELDS = [`${at}/3/columns/0`, `${at}/3/columns/1`, `${at}/4/templateElements/0`]
const VALUES = [`${at}/2/choices/0`, `${at}/2/choices/1`, `${at}/3/rows/0`, `${at}/3/rows/1`]
const NAMED = [...QUESTIONS, ...FIELDS]
const PLACES = [...NAMED, ...VALUES]

type State = { content: Content; renames: Rename[] }
const renamed = ({ content, renames }: State, pointer: string, to: string): State => ({
  content: edited(content, (NAMED.includes(pointer) ? rename : recode)(content, pointer, to)),
  renames: withRename(renames, renameAt(content, pointer, to)),
})
const mappedFrom = ({ content, renames }: State) => mappingOf(renames, start, content)

describe('what was renamed', () => {
  it('maps a question, a column, a choice and a row to their new names', () => {
    const steps = [
      [`${at}/0`, 'endroit'],
      [`${at}/3`, 'comptes'],
      [`${at}/3/columns/0`, 'somme'],
      [`${at}/2/choices/0`, 'asso'],
      [`${at}/3/rows/1`, 'autre'],
    ] as const
    const end = steps.reduce((state, [pointer, to]) => renamed(state, pointer, to), {
      content: start,
      renames: [] as Rename[],
    })
    expect(mappedFrom(end)).toEqual({
      questions: { '/lieu': 'endroit', '/budget': 'comptes', '/budget/montant': 'somme' },
      choices: { '/statut': { a: 'asso' } },
      rows: { '/budget': { y: 'autre' } },
    })
    expect(formerNames(end.renames, { part: 'questions', path: '/comptes/somme' })).toEqual(['montant'])
    expect(formerNames(end.renames, { part: 'choices', path: '/statut', value: 'asso' })).toEqual(['a'])
  })
  it('is nothing where it was undone, and goes before what only looks alike', () => {
    const once = renamed({ content: start, renames: [] }, `${at}/0`, 'endroit')
    expect(mappingOf(once.renames, start, start)).toEqual(noMapping)
    const again = renamed({ content: start, renames: once.renames }, `${at}/0`, 'place')
    expect(mappedFrom(again).questions).toEqual({ '/lieu': 'place' })
    const known = mappedFrom(again)
    expect(suggestedMapping(start, again.content, known)).toEqual(known)
  })
})

it('leaves no question, choice or row without its follower, however often each was renamed', () => {
  const names = fc.constantFrom('un', 'deux', 'trois', 'quatre', 'cinq')
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(PLACES.length - 1), names), { maxLength: 12 }), (steps) => {
      const end = steps.reduce(
        (state: State, [place, name], i) => renamed(state, PLACES[place] ?? '', `${name}_${i}`),
        { content: start, renames: [] },
      )
      const mapping = mappedFrom(end)
      expect(() => assertMapping({ from: start, to: end.content }, mapping)).not.toThrow()
      expect(pairsOf(start, end.content, mapping).filter(({ next }) => !next)).toEqual([])
      const left = orphansOf(start, end.content, mapping).filter(
        ({ part, path, value }) =>
          (part === 'questions' ? mapping.questions[path] : mapping[part][path]?.[value ?? '']) === undefined,
      )
      expect(left).toEqual([])
    }),
  )
})
