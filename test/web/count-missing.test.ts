// What a section still needs is counted beside its title, told before a submission, and refused by the server: one count.
import { Model } from 'survey-core'
import { describe, expect, it } from 'vitest'
import { checkAnswers } from '../../forms/answers.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { type Fault, Problem } from '../../forms/problems.ts'
import { isOnlyOffered, missingIn } from '../../web/fill/count-missing.ts'
import { missingSections } from '../../web/fill/missing.ts'
import { ours } from '../../web/fill/survey-options.ts'
import { outlineOf } from '../../web/shared/outline.ts'
import { publishedForm } from '../support/form.ts'

type Elements = readonly { readonly [key: string]: Answers[string] }[]

const formWith = (elements: Elements): FormVersion => ({
  ...publishedForm(),
  definition: { locale: 'fr', pages: [{ name: 'page', title: 'Page', elements: [...elements] }] },
})

/** What the server refuses. */
const refused = (form: FormVersion, answers: Answers): readonly Fault[] => {
  try {
    checkAnswers(form, answers, {})
    return []
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    return error.errors ?? []
  }
}

/** What the page counts beside the title of the section. */
const counted = ({ definition }: FormVersion, answers: Answers): number => {
  const model = new Model({ ...definition, ...ours })
  model.data = structuredClone(answers)
  model.onValidateQuestion.add((_, { question, errors }) => {
    if (isOnlyOffered(question)) errors.splice(0)
  })
  const { lacking, faulty } = missingIn(model.pages.flatMap(({ questions }) => questions))
  return lacking + faulty
}

/** What is surely lacking, as the review tells it. */
const told = ({ definition }: FormVersion, answers: Answers): readonly Fault[] =>
  missingSections(outlineOf(definition), answers).flatMap(({ faults }) => faults)

const owed = { isRequired: true, maxLength: 100 }
const columns = [
  { name: 'quoi', title: 'Quoi', cellType: 'text', ...owed },
  { name: 'combien', title: 'Combien', cellType: 'text', inputType: 'number', isRequired: true },
  { name: 'note', title: 'Note', cellType: 'text', maxLength: 100 },
]
const list = {
  type: 'matrixdynamic',
  name: 'actions',
  title: 'Actions',
  rowCount: 1,
  maxRowCount: 5,
  columns,
}
const table = {
  ...{ type: 'matrixdropdown', name: 'tableau', title: 'Tableau', columns },
  rows: [
    { value: 'ce1', text: 'CE1' },
    { value: 'ce2', text: 'CE2' },
  ],
}
const texts = {
  ...{ type: 'multipletext', name: 'contact', title: 'Contact' },
  items: [
    { name: 'nom', title: 'Nom', ...owed },
    { name: 'role', title: 'Rôle', ...owed },
  ],
}
const block = {
  ...{ type: 'paneldynamic', name: 'lieux', title: 'Lieux', panelCount: 1, maxPanelCount: 3 },
  templateElements: [
    { type: 'text', name: 'nom', title: 'Nom', ...owed },
    { type: 'text', name: 'rue', title: 'Rue', ...owed },
  ],
}
const grid = {
  ...{ type: 'matrix', name: 'avis', title: 'Avis', eachRowRequired: true },
  columns: ['oui', 'non'],
  rows: ['accueil', 'horaires', 'locaux'],
}

const cases: readonly [string, Elements, Answers, number][] = [
  ['a question', [{ type: 'text', name: 'nom', title: 'Nom', ...owed }], {}, 1],
  ['each cell of a table', [table], {}, 4],
  ['the cells of a table that are left', [table], { tableau: { ce1: { quoi: 'a', combien: 2 } } }, 2],
  ['no cell of rows that nobody owes', [list], {}, 0],
  ['a list that owes a row, once', [{ ...list, isRequired: true }], {}, 1],
  ['the cells of a row that was begun', [list], { actions: [{ note: 'a' }] }, 2],
  ['the cells of a row that was added', [list], { actions: [{ quoi: 'a', combien: 1 }, {}] }, 2],
  ['each question of a block', [block], { lieux: [{}] }, 2],
  ['a list of blocks that owes one, once', [{ ...block, panelCount: 0, isRequired: true }], {}, 1],
  ['each of several texts', [texts], {}, 2],
  ['the one of several texts that is left', [texts], { contact: { nom: 'a' } }, 1],
  ['each row of a matrix', [grid], {}, 3],
  ['the rows of a matrix that are left', [grid], { avis: { accueil: 'oui' } }, 2],
]

describe('what is lacking', () => {
  it.each(cases)('%s', (_, elements, answers, count) => {
    const form = formWith(elements)
    const faults = refused(form, answers)
    expect(counted(form, answers)).toBe(count)
    expect(faults.map(({ pointer }) => pointer)).toHaveLength(count)
    expect(told(form, answers).map(({ pointer }) => pointer)).toEqual(faults.map(({ pointer }) => pointer))
  })

  it('is told in the same words by the page, the review and the server', () => {
    const form = formWith([{ type: 'text', name: 'nom', title: 'Nom', ...owed }, table])
    expect(refused(form, {}).map(({ detail }) => detail)[0]).toBe('« Nom » : une réponse est attendue.')
    expect(told(form, {}).map(({ detail }) => detail)).toEqual([
      'Une réponse est attendue.',
      ...refused(form, {})
        .slice(1)
        .map(({ detail }) => detail),
    ])
  })
})
