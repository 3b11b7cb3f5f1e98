import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { changedSections, isResubmitted } from '../../web/fill/changes.ts'
import { faultsBySection } from '../../web/fill/faults.ts'
import { missingSections } from '../../web/fill/missing.ts'
import { outlineOf } from '../../web/shared/outline.ts'
import { validAnswers } from '../support/answers.ts'

const definition: unknown = JSON.parse(
  readFileSync(new URL('../../forms/definitions/clas-bilan/survey.json', import.meta.url), 'utf8'),
)
const outline = outlineOf(definition)
const answers = validAnswers()
const without = (...names: string[]) =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !names.includes(name)))

describe('what is surely missing', () => {
  it('is nothing of complete answers', () => {
    expect(missingSections(outline, answers)).toEqual([])
  })

  it('is every section before anything is answered, none of them begun', () => {
    const missing = missingSections(outline, {})
    expect(missing.map(({ name }) => name)).toEqual(outline.map(({ name }) => name))
    expect(missing.every(({ untouched }) => untouched)).toBe(true)
  })

  it('points at each question that owes an answer in a section that was begun', () => {
    expect(missingSections(outline, without('milieu', 'locaux'))).toEqual([
      {
        name: 'lieu',
        title: 'Lieu de l’action',
        untouched: false,
        faults: [
          { pointer: '/milieu', detail: 'Choisissez urbain ou rural.' },
          { pointer: '/locaux', detail: 'Cochez au moins un type de locaux.' },
        ],
      },
    ])
  })

  it('leaves to the server what depends on a condition', () => {
    expect(missingSections(outline, { ...without('qpv_nom'), qpv: 'oui' })).toEqual([])
    expect(missingSections(outline, without('siret', 'rna'))).toEqual([])
  })

  it('takes zero for an answer', () => {
    expect(missingSections(outline, { ...answers, familles: 0 })).toEqual([])
  })
})

describe('faults to read', () => {
  it('stand under their section and name their question once', () => {
    const faults = [
      { pointer: '/bilan', detail: 'Une réponse est attendue.' },
      { pointer: '/participants/college/filles', detail: '« Filles » : 200 au plus.' },
      { pointer: '/siret', detail: 'Numéro SIRET : ce numéro n’existe pas.' },
      { pointer: '/participants/lycee/filles', detail: '« Filles » : 200 au plus.' },
      { pointer: '/bonus_parents', detail: 'Répondez par oui ou par non.' },
    ]
    expect(faultsBySection(outline, faults)).toEqual([
      {
        name: 'structure',
        title: 'Structure et contacts',
        questions: [{ name: 'siret', words: 'Numéro SIRET : ce numéro n’existe pas.' }],
      },
      {
        name: 'participants',
        title: 'Participants',
        questions: [
          { name: 'participants', words: 'Enfants accueillis, par niveau : « Filles » : 200 au plus.' },
        ],
      },
      {
        name: 'bilan',
        title: 'Bonus et bilan',
        questions: [
          { name: 'bonus_parents', words: 'Demandez-vous le bonus parents ? Répondez par oui ou par non.' },
          { name: 'bilan', words: 'Bilan qualitatif de l’activité : une réponse est attendue.' },
        ],
      },
    ])
  })

  it('are never lost, even when they name no question', () => {
    expect(faultsBySection(outline, [{ pointer: '/__proto__', detail: 'Retirez-la.' }])).toEqual([
      { name: '', title: 'Autres', questions: [{ name: '/__proto__', words: 'Retirez-la.' }] },
    ])
  })
})

describe('what changed since the review', () => {
  const response = (number: number, savedBy: string) => ({
    submission: { number },
    sections: { lieu: { answers: {}, revision: number, savedAt: '2024-07-12T10:00:00.000Z', savedBy } },
  })
  const reviewed = (facts: ReturnType<typeof response>, working: typeof answers) => ({
    response: facts,
    drafts: { lieu: working },
    outline,
  })

  it('is told by question, with who saved the section', () => {
    const before = reviewed(response(1, 'Camille Martin'), answers)
    const after = reviewed(response(1, 'Sacha Petit'), { ...without('quartier'), milieu: 'rural' })
    expect(changedSections(before, after)).toEqual([
      {
        title: 'Lieu de l’action',
        by: 'Sacha Petit',
        at: '2024-07-12T10:00:00.000Z',
        questions: [
          { name: 'quartier', title: 'Quartier' },
          { name: 'milieu', title: 'Milieu' },
        ],
      },
    ])
    expect(isResubmitted(before, after)).toBe(false)
  })

  it('says when another submission came in between', () => {
    const before = reviewed(response(1, 'Camille Martin'), answers)
    expect(isResubmitted(before, reviewed(response(2, 'Camille Martin'), answers))).toBe(true)
    expect(changedSections(before, before)).toEqual([])
  })
})
