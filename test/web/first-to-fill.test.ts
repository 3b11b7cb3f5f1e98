import { describe, expect, it } from 'vitest'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { firstToFill } from '../../web/fill/first-to-fill.ts'
import { outlineOf } from '../../web/shared/outline.ts'

const page = (name: string, ...elements: object[]) => ({ name, title: name, elements })
const asked = (name: string, more = {}) => ({ type: 'text', name, isRequired: true, ...more })
const outline = outlineOf({
  pages: [
    page('activite', asked('enfants')),
    page('charges', asked('achats'), asked('divers', { visibleIf: '{achats} > 0' })),
    page('produits', asked('ventes')),
  ],
})
const nothing = { confirm: [], submit: false, annotate: false, extend: false, askCorrection: false }
const neither = { correct: false, validate: false, withdraw: false, rename: false }

const opens = (save: string[], answers: Answers, prefilled: Answers = {}): string =>
  firstToFill({
    outline,
    sections: () => outline,
    answersOf: () => answers,
    response: () => ({ may: { ...nothing, ...neither, save }, prefilled }),
  })

describe('a questionnaire whose address names no part', () => {
  it('opens at the first part that the person fills and that lacks an answer', () => {
    expect(opens(['charges', 'produits'], {})).toBe('charges')
    expect(opens(['activite', 'charges', 'produits'], {})).toBe('activite')
    expect(opens(['activite', 'charges'], {}, { enfants: 12 })).toBe('charges')
  })

  it('passes over what is answered, and what is only asked under a condition', () => {
    expect(opens(['charges', 'produits'], { achats: 0 })).toBe('produits')
  })

  it('opens at the first part they fill where nothing lacks, at the first of all for whoever reads', () => {
    expect(opens(['produits'], { ventes: 1 })).toBe('produits')
    expect(opens([], {})).toBe('activite')
  })
})
