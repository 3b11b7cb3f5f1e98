// What the answers that count come to, question by question, across the versions of a form.
import { describe, expect, it } from 'vitest'
import { askedOf } from '../../forms/exports/asked.ts'
import { layoutOf } from '../../forms/exports/columns.ts'
import { answersTold } from '../../forms/exports/told.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { filtersIn, questionsOf, resultsTally } from '../../forms/results/campaign-results.ts'
import { resultsAsked } from '../../forms/results/filters.ts'
import { quantile } from '../../forms/results/numbers.ts'
import type { Figures } from '../../forms/results-wire.ts'
import { publishedForm } from '../support/definitions.ts'
import { everyTypeForm } from '../support/every-type.ts'

type Sent = { answers: Answers; version?: number; name?: string }

const resultsOf = (
  versions: readonly FormVersion[],
  sent: readonly Sent[],
  query: Record<string, string> = {},
) => {
  const questions = questionsOf(versions)
  const tally = resultsTally(versions, resultsAsked(query, filtersIn(versions, questions)))
  for (const [i, { answers, version = 1, name = `Projet ${i}` }] of sent.entries())
    tally.add(
      { id: `essai.${i}`, projectName: name, organisationName: 'Asso', formVersion: version },
      answers,
    )
  return tally.results(
    {
      title: 'Essai',
      schoolYear: '2025-2026',
      closesAt: '2026-06-30T22:00:00.000Z',
      zone: 'Europe/Paris',
      formVersion: versions.at(-1)?.version ?? 1,
    },
    '2026-06-10T09:00:00.000Z',
  )
}

const oneOf = (results: ReturnType<typeof resultsOf>, name: string) => {
  const found = results.questions.find(({ path }) => path === `/${name}`)
  if (!found) throw new Error(`no question ${name}`)
  return found
}

/** The counts of bars by code. */
const countsOf = (figures: Figures): Record<string, number | null> =>
  figures.kind === 'choices' || figures.kind === 'ranking'
    ? Object.fromEntries(figures.bars.map(({ code, count }) => [code, count]))
    : {}

const every: Answers = {
  entier: 12,
  montant: 2.5,
  jour: '2024-09-02',
  choix: 'other',
  'choix-Comment': 'Un autre choix',
  code: 'Un code',
  liste: 'y',
  plusieurs: ['p', 'r'],
  vrai: true,
  note: 3,
  ordre: ['ii', 'i', 'iii'],
  pieces: [{ name: 'statuts.pdf', type: 'application/pdf', content: 'doc-1' }],
  prix: 123_456,
  somme: 14.5,
  grille: { r1: 'bien', r2: 'mal' },
  tableau: { l1: { n: 3, carre: 9 }, l2: { n: 5, si: 'oui', carre: 25 } },
  'tableau-total': { n: 8, carre: 25 },
  lignes: [{ nom: 'Un', genre: 'u' }, { nom: 'Deux' }],
  lieux: [{ ouvert: 'oui', heures: 4, semaine: 20 }, { ouvert: 'non' }],
  contacts: { nom: 'Zoé', age: 44 },
  curseur: 25,
  entre: [3, 8],
  image: 'mont',
  images: ['u', 'w'],
}
const other: Answers = {
  ...every,
  entier: 4,
  choix: 'b',
  pourquoi: 'Parce que',
  vrai: false,
  lignes: [{ nom: 'Trois' }],
}
delete other.pieces
delete other['choix-Comment']

describe('results', () => {
  const results = resultsOf([everyTypeForm], [{ answers: every }, { answers: other }])

  it('count choices, with what was written beside them', () => {
    const { figures, answered, shown } = oneOf(results, 'choix')
    expect([answered, shown]).toEqual([2, 2])
    expect(countsOf(figures)).toEqual({ a: 0, b: 1, c: 0, other: 1 })
    expect(figures).toMatchObject({
      remarks: { path: '/choix-Comment', count: 1, texts: { items: [{ text: 'Un autre choix' }] } },
    })
    expect(oneOf(results, 'plusieurs').figures).toMatchObject({ isSeveral: true })
    expect(countsOf(oneOf(results, 'plusieurs').figures)).toEqual({ p: 2, q: 0, r: 2 })
    expect(countsOf(oneOf(results, 'vrai').figures)).toEqual({ oui: 1, non: 1 })
  })

  it('tell a scale by its counts, its mean and its median', () => {
    expect(oneOf(results, 'note').figures).toMatchObject({ mean: 3, median: 3 })
    expect(countsOf(oneOf(results, 'note').figures)).toEqual({ 1: 0, 2: 0, 3: 2, 4: 0 })
  })

  it('tell who came first in a ranking, and the mean rank of each', () => {
    const { figures } = oneOf(results, 'ordre')
    expect(countsOf(figures)).toEqual({ i: 0, ii: 2, iii: 0 })
    expect(figures).toMatchObject({ bars: [{ rank: 2 }, { rank: 1 }, { rank: 3 }] })
  })

  it('sum up the number of a slider and each end of a range, and count images chosen', () => {
    expect(oneOf(results, 'curseur').figures).toMatchObject({ numbers: { count: 2, sum: 50 } })
    expect(oneOf(results, 'entre').figures).toMatchObject({
      kind: 'list',
      parts: [
        { path: '/entre/0', figures: { numbers: { sum: 6 } } },
        { path: '/entre/1', figures: { numbers: { sum: 16 } } },
      ],
    })
    expect(countsOf(oneOf(results, 'image').figures)).toEqual({ lac: 0, mont: 2 })
    expect(countsOf(oneOf(results, 'images').figures)).toEqual({ u: 2, v: 0, w: 2 })
  })

  it('are told and exported in words: both ends of a range, each image by its text', () => {
    const told = answersTold(everyTypeForm, every).flatMap((section) => section.told)
    expect(told.find(({ title }) => title === 'entre')?.text).toBe('de 3 à 8')
    expect(told.find(({ title }) => title === 'images')?.text).toBe('Vue u ; Vue w')
    const { columns } = layoutOf(askedOf([everyTypeForm]))
    const cells = Object.fromEntries(columns.map(({ code, read }) => [code, read(every)]))
    expect(cells).toMatchObject({ curseur: 25, 'entre.de': 3, 'entre.a': 8, image: 'Une montagne' })
    expect(cells).toMatchObject({ 'image.code': 'mont', 'images.u': 1, 'images.v': 0, 'images.w': 1 })
  })

  it('sum numbers up, with median and spread', () => {
    expect(oneOf(results, 'entier').figures).toMatchObject({
      isMoney: false,
      numbers: { count: 2, sum: 16, mean: 8, median: 8, q1: 6, q3: 10, min: 4, max: 12 },
    })
    expect(oneOf(results, 'prix').figures).toMatchObject({ isMoney: true, numbers: { sum: 246_912 } })
  })

  it('tell days by month', () => {
    expect(oneOf(results, 'jour').figures).toMatchObject({
      first: '2024-09-02',
      last: '2024-09-02',
      months: [{ from: '2024-09', count: 2 }],
    })
  })

  it('tell a simple matrix by row', () => {
    const { figures } = oneOf(results, 'grille')
    expect(figures).toMatchObject({
      rows: [
        {
          code: 'r1',
          answered: 2,
          bars: [
            { code: 'bien', count: 2 },
            { code: 'mal', count: 0 },
          ],
        },
        { code: 'r2', answered: 2, bars: [{ count: 0 }, { count: 2 }] },
      ],
    })
  })

  it('tell a table by row and column, with what the rows of a dossier sum to', () => {
    const { figures } = oneOf(results, 'tableau')
    if (figures.kind !== 'table') throw new Error('no table')
    expect(figures.rows[1]?.parts.map(({ path }) => path)).toEqual([
      '/tableau/l2/n',
      '/tableau/l2/si',
      '/tableau/l2/carre',
    ])
    expect(figures.totals[0]).toMatchObject({
      path: '/tableau-total/n',
      figures: { numbers: { sum: 16, median: 8 } },
    })
  })

  it('tell what stands in lists over all their lines', () => {
    const { figures } = oneOf(results, 'lignes')
    if (figures.kind !== 'list') throw new Error('no list')
    expect(figures.lines).toBe(3)
    expect(figures.parts[1]).toMatchObject({
      path: '/lignes/*/genre',
      answered: 1,
      shown: 3,
      figures: {
        bars: [
          { code: 'u', count: 1, dossiers: 1 },
          { code: 'v', count: 0 },
        ],
      },
    })
    expect(oneOf(results, 'lieux').figures).toMatchObject({ lines: 4 })
    expect(oneOf(results, 'contacts').figures).toMatchObject({
      parts: [{ path: '/contacts/nom' }, { figures: { numbers: { sum: 88 } } }],
    })
  })

  it('count who gave a document, of those who were asked for one', () => {
    const { answered, shown, figures } = oneOf(results, 'pieces')
    expect([answered, shown]).toEqual([1, 1])
    expect(countsOf(figures)).toEqual({ given: 1, none: 0 })
  })

  it('list texts with the project that wrote them', () => {
    expect(oneOf(results, 'code').figures).toEqual({
      kind: 'texts',
      items: [
        { text: 'Un code', response: 'essai.0', projectName: 'Projet 0', organisationName: 'Asso' },
        { text: 'Un code', response: 'essai.1', projectName: 'Projet 1', organisationName: 'Asso' },
      ],
      more: false,
    })
  })

  it('count those alone who were shown a question as asked', () => {
    expect(oneOf(results, 'pourquoi')).toMatchObject({ answered: 1, shown: 1, asked: 2, isAtLeast: false })
    // Neither required nor answered: its condition tells.
    expect(oneOf(results, 'suite')).toMatchObject({ answered: 0, shown: 1, asked: 2 })
  })

  it('say where it is not certain who was shown a question', () => {
    const [first] = everyTypeForm.definition.pages as { elements: object[] }[]
    const elements = [
      ...(first?.elements ?? []),
      { type: 'text', name: 'loin', visibleIf: 'iif({entier} > 5, true, false)', maxLength: 9 },
    ]
    const form = { ...everyTypeForm, definition: { pages: [{ name: 'simples', elements }] } } as FormVersion
    expect(oneOf(resultsOf([form], [{ answers: every }]), 'loin')).toMatchObject({
      shown: 0,
      isAtLeast: true,
    })
  })

  it('put the versions of a form together, and keep apart a question whose kind changed', () => {
    const pages = structuredClone(everyTypeForm.definition.pages) as { elements: { name: string }[] }[]
    for (const page of pages)
      page.elements = page.elements
        .filter(({ name }) => name !== 'mois')
        .map((one) => (one.name === 'code' ? { ...one, inputType: 'number', validators: [] } : one))
    const second = {
      ...everyTypeForm,
      version: 2,
      definition: { ...everyTypeForm.definition, pages },
    } as FormVersion
    const both = resultsOf(
      [everyTypeForm, second],
      [{ answers: every }, { answers: { ...every, entier: 40, code: 7 }, version: 2 }],
    )
    expect(oneOf(both, 'entier').figures).toMatchObject({ numbers: { count: 2, sum: 52 } })
    expect(
      both.questions
        .filter(({ path }) => path === '/code')
        .map(({ figures, asked }) => [figures.kind, asked]),
    ).toEqual([
      ['numbers', 1],
      ['texts', 1],
    ])
    expect(oneOf(both, 'mois').versions).toEqual([1])
    expect(oneOf(both, 'entier').versions).toBeUndefined()
  })

  it('leave out what the server writes in the answers', () => {
    const bilan = publishedForm('clas-bilan', { fewCommunes: true })
    expect(questionsOf([bilan]).map(({ name }) => name)).not.toContain('structure_nom')
  })

  it('hold a few texts at once, and say that there are more', () => {
    const many = resultsOf(
      [everyTypeForm],
      Array.from({ length: 30 }, () => ({ answers: every })),
    )
    const { figures } = oneOf(many, 'code')
    if (figures.kind !== 'texts') throw new Error('no texts')
    expect(figures.items.length).toBeLessThan(30)
    expect(figures.more).toBe(true)
  })
})

describe('quartiles', () => {
  it.each([
    { values: [], median: null },
    { values: [3], median: 3 },
    { values: [1, 2, 3, 10], median: 2.5 },
    { values: [0.1, 0.2, 0.3], median: 0.2 },
  ])('of $values have $median in the middle', ({ values, median }) => {
    expect(quantile(values, 0.5)).toBe(median)
  })
})

describe('the bars of numbers', () => {
  const binsOf = (values: number[]) => {
    const { figures } = oneOf(
      resultsOf(
        [everyTypeForm],
        values.map((entier) => ({ answers: { ...every, entier } })),
      ),
      'entier',
    )
    return figures.kind === 'numbers' ? (figures.numbers.bins ?? []) : []
  }

  it('are of one value each where there are few', () => {
    expect(binsOf([1, 1, 3]).map(({ from, count }) => [from, count])).toEqual([
      [1, 2],
      [3, 1],
    ])
  })

  it('are of round steps otherwise, and hold every value once', () => {
    const values = Array.from({ length: 50 }, (_, i) => i)
    const bins = binsOf(values)
    expect(bins.map(({ from, to }) => [from, to])).toEqual([
      [0, 10],
      [10, 20],
      [20, 30],
      [30, 40],
      [40, 50],
    ])
    expect(bins.map(({ count }) => count)).toEqual([10, 10, 10, 10, 10])
  })
})

describe('filters', () => {
  const bilan = publishedForm('clas-bilan', { fewCommunes: true })
  const reel = publishedForm('clas-reel')

  it.each(['clas-bilan', 'clas-reel', 'clas-previsionnel', 'clas-appel-a-projets'])(
    'of %s all point at a question with choices',
    (name) => {
      const form = publishedForm(name, { fewCommunes: true })
      const marks = form.info.results?.filters ?? []
      expect(marks.length).toBeGreaterThan(0)
      expect(filtersIn([form], questionsOf([form])).map((filter) => filter.name)).toEqual(
        marks.map((mark) => mark.name),
      )
    },
  )

  it('are not offered by a form that has none', () => {
    const form = publishedForm('habilitation')
    expect(filtersIn([form], questionsOf([form]))).toEqual([])
  })

  it('let through the dossiers that hold a value, whatever stands beside it', () => {
    const sent = [
      { answers: { niveaux: ['elementaire', 'college'], qpv: 'oui' } },
      { answers: { niveaux: ['college'], qpv: 'non' } },
      { answers: { niveaux: ['lycee'], qpv: 'oui' } },
    ]
    expect(resultsOf([bilan], sent, { niveau: 'college' })).toMatchObject({ transmitted: 3, dossiers: 2 })
    expect(resultsOf([bilan], sent, { niveau: 'college', qpv: 'oui' })).toMatchObject({ dossiers: 1 })
    const { filters } = resultsOf([bilan], sent, { niveau: 'college' })
    expect(filters.find(({ name }) => name === 'niveau')).toMatchObject({
      chosen: 'college',
      options: [
        { value: 'elementaire', text: 'Élémentaire', dossiers: 1 },
        { value: 'college', dossiers: 2 },
        { value: 'lycee', dossiers: 1 },
      ],
    })
  })

  it('look into every line of a list', () => {
    const sent = [
      { answers: { collectifs: [{ niveau: 'college' }, { niveau: 'lycee' }, { niveau: 'lycee' }] } },
      { answers: { collectifs: [{ niveau: 'college' }] } },
    ]
    const results = resultsOf([reel], sent, { niveau: 'lycee' })
    expect(results).toMatchObject({ dossiers: 1 })
    expect(results.filters[0]?.options.map(({ dossiers }) => dossiers)).toEqual([2, 1])
  })

  it.each([
    { query: { publish: 'oui' }, says: '« publish » vaut « true » ou « false ».' },
    { query: { niveau: 'maternelle' }, says: '« maternelle » n’est pas une valeur de « Niveau scolaire ».' },
    { query: { couleur: 'bleu' }, says: '« couleur » n’est pas un filtre de ce questionnaire.' },
  ])('refuse $query in a sentence', ({ query, says }) => {
    expect(() =>
      resultsAsked(query as Record<string, string>, filtersIn([bilan], questionsOf([bilan]))),
    ).toThrow(says)
  })
})
