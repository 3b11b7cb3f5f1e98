// The version to publish, attacked: with everything that it shows, and with all that a reader of the questionnaire and
// of its rules may know, no figure that it hides has one possible value only.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readDefinition } from '../../forms/definition.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { filtersIn, questionsOf, resultsTally } from '../../forms/results/campaign-results.ts'
import { resultsAsked } from '../../forms/results/filters.ts'
import { linksOf } from '../../forms/results/links.ts'
import { publishable } from '../../forms/results/publish.ts'
import { hideBars } from '../../forms/results/secrecy.ts'
import { CampaignResults, type Part } from '../../forms/results-wire.ts'
import { publishedForm } from '../support/definitions.ts'
import { runs } from '../support/runs.ts'

const bilan = publishedForm('clas-bilan')
const reel = publishedForm('clas-reel')

const both = (form: typeof bilan, sent: readonly Answers[], query: Record<string, string> = {}) => {
  const questions = questionsOf([form])
  const tally = resultsTally([form], resultsAsked(query, filtersIn([form], questions)))
  for (const [i, answers] of sent.entries())
    tally.add(
      { id: `essai.${i}`, projectName: `Projet ${i}`, organisationName: 'Asso', formVersion: 1 },
      answers,
    )
  const whole = tally.results(
    {
      title: 'Essai',
      schoolYear: '2025-2026',
      closesAt: '2026-06-30T22:00:00.000Z',
      zone: 'Europe/Paris',
      formVersion: 1,
    },
    '2026-06-10T09:00:00.000Z',
  )
  return { whole, shown: publishable(whole, linksOf([form])) }
}

/** Every part of results, the inner ones too, by place. */
const partsOf = (parts: readonly Part[]): Map<string, Part> =>
  new Map(
    parts.flatMap((part): [string, Part][] => {
      const { figures } = part
      const inner =
        figures.kind === 'list'
          ? figures.parts
          : figures.kind === 'table'
            ? [...figures.rows.flatMap((row) => row.parts), ...figures.totals]
            : []
      return [[part.path, part], ...partsOf(inner)]
    }),
  )

const sumOf = (part: Part | undefined): number | null =>
  part?.figures.kind === 'numbers' ? part.figures.numbers.sum : null

const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values)
const count = (max: number) => fc.integer({ min: 0, max })

/** The rows of a budget, each with an explicit 0. */
const accounts = (name: string): string[] =>
  (readDefinition(reel).questions.find((question) => question.name === name)?.rows ?? []).map(({ value }) =>
    String(value),
  )
const nothing = (name: string) => Object.fromEntries(accounts(name).map((row) => [row, { montant: 0 }]))

const anyBilan = fc
  .record({
    structure_type: oneOf('centre_social', 'association_locale', 'ccas'),
    commune: oneOf('73065', '73008', '73011'),
    milieu: oneOf('urbain', 'rural'),
    qpv: oneOf('oui', 'non', 'non', 'non'),
    niveaux: fc.subarray(['elementaire', 'college', 'lycee'], { minLength: 1 }),
    projet_educatif: oneOf('pedt', 'pedt', 'pedt', 'autre', 'non'),
    locaux: fc.subarray(['ecole', 'college', 'autre'], { minLength: 1 }),
    filles: count(6),
    garcons: count(6),
    lycee: oneOf(0, 0, 0, 3),
    salaries: count(3),
    benevoles: count(9),
    qui: oneOf('souvent', 'parfois', 'jamais'),
    bonus: oneOf('oui', 'non'),
  })
  .map((drawn): Answers => {
    const { filles, garcons, lycee, salaries, benevoles, qui, bonus, qpv, ...plain } = drawn
    const row = (f: number, g: number) => ({ filles: f, garcons: g, total: f + g })
    const rows = { elementaire: row(filles, garcons), college: row(garcons, filles), lycee: row(lycee, 0) }
    return {
      ...plain,
      qpv,
      ...(qpv === 'oui' ? { qpv_nom: 'Le Biollay' } : {}),
      participants: rows,
      'participants-total': row(filles + garcons + lycee, filles + garcons),
      familles: filles + garcons,
      intervenants_salaries: salaries,
      intervenants_vacataires: 0,
      intervenants_benevoles: benevoles,
      intervenants_total: salaries + benevoles,
      origine_demande: { parents: qui, enseignants: 'souvent' },
      bonus_enfants: bonus,
      ...(bonus === 'oui' ? { bonus_enfants_projet: 'Un projet' } : {}),
      bilan: 'Le bilan de Zoé',
    }
  })

const anyReel = fc
  .record({
    levels: fc.array(oneOf('elementaire', 'elementaire', 'college', 'lycee'), { minLength: 1, maxLength: 3 }),
    children: count(12),
    girls: count(12),
    money: fc.array(oneOf(0, 0, 100_00, 2_500_00), { minLength: 6, maxLength: 6 }),
    bonus: oneOf('oui', 'non', 'non'),
  })
  .map(({ levels, children, girls, money, bonus }): Answers => {
    const of = (level: string) => levels.filter((one) => one === level).length
    const row = (level: string) => {
      const [f, g] = [Math.min(girls, children) * of(level), Math.max(0, children - girls) * of(level)]
      return { filles: f, garcons: g, total: f + g }
    }
    const enfants = { elementaire: row('elementaire'), college: row('college'), lycee: row('lycee') }
    const [c60 = 0, c64 = 0, c86 = 0, p70623 = 0, p741 = 0] = money
    return {
      collectifs_total: levels.length,
      collectifs_elementaire: of('elementaire'),
      collectifs_college: of('college'),
      collectifs_lycee: of('lycee'),
      enfants,
      collectifs: levels.map((niveau) => ({
        lieu: 'École',
        niveau,
        enfants: children,
        intervenants: 2,
        bonus_enfants: bonus,
        bonus_parents: 'non',
      })),
      collectifs_bonus_enfants: bonus === 'oui' ? levels.length : 0,
      ...(bonus === 'oui' ? { bonus_enfants_projet: 'Un projet' } : {}),
      charges: { ...nothing('charges'), c60: { montant: c60 }, c64: { montant: c64 }, c86: { montant: c86 } },
      produits: {
        ...nothing('produits'),
        p70623: { montant: p70623 },
        p741: { montant: p741 },
        p87: { montant: c86 },
      },
      charges_hors_contributions: c60 + c64,
      produits_hors_contributions: p70623 + p741,
      resultat: p70623 + p741 - c60 - c64,
    }
  })

/** The rank of rows, by elimination over fractions kept as numbers: the rows hold 1, 0 and -1 only. */
const rankOf = (rows: readonly (readonly number[])[]): number => {
  const left = rows.map((row) => [...row])
  let rank = 0
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const at = left.findIndex((row, i) => i >= rank && Math.abs(row[column] ?? 0) > 1e-9)
    if (at < 0) continue
    const [pivot = []] = left.splice(at, 1)
    left.splice(rank, 0, pivot)
    for (const [i, row] of left.entries()) {
      if (i <= rank) continue
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1)
      for (const [j, value] of pivot.entries()) row[j] = (row[j] ?? 0) - factor * value
    }
    rank += 1
  }
  return rank
}

/** What a reader knows adds up: written down here once more, apart from what the code finds out by itself. */
const levels = ['elementaire', 'college', 'lycee']
const known: Record<string, [string[], string[]][]> = {
  'clas-bilan': [
    ...['filles', 'garcons', 'total'].map((column): [string[], string[]] => [
      levels.map((level) => `/participants/${level}/${column}`),
      [`/participants-total/${column}`],
    ]),
    ...[...levels.map((level) => `/participants/${level}`), '/participants-total'].map(
      (row): [string[], string[]] => [[`${row}/filles`, `${row}/garcons`], [`${row}/total`]],
    ),
    [
      ['/intervenants_salaries', '/intervenants_vacataires', '/intervenants_benevoles'],
      ['/intervenants_total'],
    ],
  ],
  'clas-reel': [
    ...['filles', 'garcons', 'total'].map((column): [string[], string[]] => [
      levels.map((level) => `/enfants/${level}/${column}`),
      [`/enfants-total/${column}`],
    ]),
    ...[...levels.map((level) => `/enfants/${level}`), '/enfants-total'].map((row): [string[], string[]] => [
      [`${row}/filles`, `${row}/garcons`],
      [`${row}/total`],
    ]),
    [levels.map((level) => `/collectifs_${level}`), ['/collectifs_total']],
    [['/collectifs/*/enfants'], ['/enfants-total/total']],
    [['/charges/c86/montant'], ['/produits/p87/montant']],
    [accounts('charges').map((row) => `/charges/${row}/montant`), ['/charges-total/montant']],
    [accounts('produits').map((row) => `/produits/${row}/montant`), ['/produits-total/montant']],
    [['/charges-total/montant'], ['/charges_hors_contributions', '/charges/c86/montant']],
    [['/produits-total/montant'], ['/produits_hors_contributions', '/produits/p87/montant']],
    [['/produits-total/montant'], ['/resultat', '/charges-total/montant']],
  ],
}

/** The hidden sums of which a reader would find the value. */
const found = (form: typeof bilan, { whole, shown }: ReturnType<typeof both>): string[] => {
  const [all, told] = [partsOf(whole.questions), partsOf(shown.questions)]
  const unknown = [...all].flatMap(([path, part]) =>
    sumOf(part) !== null && sumOf(told.get(path)) === null ? [path] : [],
  )
  const rows = (known[form.formId] ?? []).map(([left, right]) =>
    unknown.map((path) => Number(left.includes(path)) - Number(right.includes(path))),
  )
  return unknown.filter((_, i) => {
    const unit = unknown.map((_path, j) => Number(i === j))
    return rankOf([...rows, unit]) === rankOf(rows)
  })
}

/** Every count that stands for dossiers or lines, of choices. */
const barsIn = (results: CampaignResults) =>
  [...partsOf(results.questions).values()].flatMap(({ path, figures }) => {
    if (figures.kind === 'choices' || figures.kind === 'ranking') return [{ path, bars: figures.bars }]
    return figures.kind === 'matrix'
      ? figures.rows.map(({ code, bars }) => ({ path: `${path}/${code}`, bars }))
      : []
  })

describe('a version to publish', () => {
  it.each([
    { form: bilan, answers: anyBilan },
    { form: reel, answers: anyReel },
  ])(
    'of $form.formId lets no hidden sum be computed, and shows none of fewer than five dossiers',
    ({ form, answers }) => {
      fc.assert(
        fc.property(fc.array(answers, { minLength: 1, maxLength: 40 }), (sent) => {
          const results = both(form, sent)
          expect(found(form, results)).toEqual([])
          const [all, told] = [partsOf(results.whole.questions), partsOf(results.shown.questions)]
          for (const [path, part] of told) {
            const numbers = all.get(path)?.figures
            if (sumOf(part) === null || numbers?.kind !== 'numbers') continue
            expect(numbers.numbers.dossiers).toBeGreaterThanOrEqual(5)
          }
        }),
        runs(30),
      )
    },
  )

  it.each([
    { form: bilan, answers: anyBilan },
    { form: reel, answers: anyReel },
  ])(
    'of $form.formId shows no count under five, and leaves each hidden one with other values',
    ({ form, answers }) => {
      fc.assert(
        fc.property(fc.array(answers, { minLength: 1, maxLength: 40 }), (sent) => {
          const { whole, shown } = both(form, sent)
          const all = new Map(barsIn(whole).map(({ path, bars }) => [path, bars]))
          for (const { path, bars } of barsIn(shown)) {
            for (const { count } of bars) expect(count ?? 5).toBeGreaterThanOrEqual(5)
            const codes = new Set(bars.flatMap(({ code, count }) => (count === null ? [] : [code])))
            const hidden = (all.get(path) ?? []).filter(({ code }) => !codes.has(code))
            const together = hidden.reduce((sum, { count }) => sum + (count ?? 0), 0)
            // Of a row that fewer than five answered, nothing is shown, nor how many they are.
            if (hidden.length === 0 || (codes.size === 0 && together < 5)) continue
            // What they come to together is all that the rest leaves to find: moving one from here to there fits it too.
            expect(hidden.length).toBeGreaterThanOrEqual(2)
            expect(together).toBeGreaterThanOrEqual(5)
          }
        }),
        runs(30),
      )
    },
  )

  it('leaves out whole a question that is asked only after an answer of which something is hidden', () => {
    fc.assert(
      fc.property(fc.array(anyBilan, { minLength: 5, maxLength: 40 }), (sent) => {
        const { shown } = both(bilan, sent)
        const parts = partsOf(shown.questions)
        for (const [after, before] of [
          ['/qpv_nom', '/qpv'],
          ['/bonus_enfants_projet', '/bonus_enfants'],
          ['/projet_educatif_autre', '/projet_educatif'],
          ['/classes_lycee', '/niveaux'],
        ] as const) {
          const { figures } = parts.get(before) ?? {}
          if (figures?.kind === 'choices' && figures.bars.every(({ count }) => count !== null)) continue
          expect(parts.get(after)).toMatchObject({ answered: null, shown: null, asked: null })
        }
      }),
      runs(50),
    )
  })

  it('holds no text and no name, whatever was written', () => {
    fc.assert(
      fc.property(fc.array(anyBilan, { minLength: 1, maxLength: 30 }), (sent) => {
        const told = JSON.stringify(CampaignResults.parse(both(bilan, sent).shown))
        for (const secret of ['Zoé', 'Biollay', 'Projet ', 'essai.', 'Zouave'])
          expect(told).not.toContain(secret)
      }),
      runs(25),
    )
  })

  it('tells no least and no most that fewer than five dossiers share', () => {
    const sent = Array.from({ length: 30 }, (_, i): Answers => ({ familles: i < 6 ? 1 : 10 + i }))
    const { figures } = partsOf(both(bilan, sent).shown.questions).get('/familles') ?? {}
    expect(figures).toMatchObject({ numbers: { min: 1, max: null, count: 30 } })
    if (figures?.kind !== 'numbers') throw new Error('no numbers')
    for (const { count } of figures.numbers.bins ?? []) expect(count).toBeGreaterThanOrEqual(5)
    expect(figures.numbers.bins?.at(-1)?.to).toBeNull()
  })

  it('tells of no number, through how many were asked what depends on it', () => {
    const asked = {
      ...reel,
      definition: {
        pages: [
          {
            name: 'activite',
            elements: [
              { type: 'text', name: 'parents', inputType: 'number', isRequired: true },
              {
                type: 'radiogroup',
                name: 'cafe',
                choices: ['oui'],
                visibleIf: '{parents} > 0',
                isRequired: true,
              },
            ],
          },
        ],
      },
    } as typeof reel
    const of = (n: number, parents: number) =>
      Array.from({ length: n }, (): Answers => ({ parents, ...(parents > 0 ? { cafe: 'oui' } : {}) }))
    const few = partsOf(both(asked, [...of(3, 0), ...of(9, 1), ...of(9, 2)]).shown.questions)
    expect(few.get('/cafe')).toMatchObject({ answered: null, shown: null, figures: { kind: 'withheld' } })
    const many = partsOf(both(asked, [...of(6, 0), ...of(9, 1), ...of(9, 2)]).shown.questions)
    expect(many.get('/cafe')).toMatchObject({ answered: 18, shown: 18 })
    expect(many.get('/parents')?.figures).toMatchObject({ numbers: { sum: 27, bins: null } })
  })

  it('tells nothing of a campaign, or of a filter, that fewer than five dossiers make', () => {
    const sent = (n: number, qpv: string) =>
      Array.from({ length: n }, (): Answers => ({ qpv, milieu: 'rural' }))
    const few = both(bilan, sent(4, 'oui')).shown
    expect(few).toMatchObject({ dossiers: null, transmitted: null })
    expect(few.questions.every(({ figures }) => figures.kind === 'withheld')).toBe(true)
    // The whole is published too: what a filter leaves out must not be few either.
    const rest = both(bilan, [...sent(20, 'oui'), ...sent(3, 'non')], { qpv: 'oui' }).shown
    expect(rest.dossiers).toBeNull()
    const fair = both(bilan, [...sent(20, 'oui'), ...sent(8, 'non')], { qpv: 'oui' }).shown
    expect(fair).toMatchObject({ dossiers: 20, transmitted: 28 })
    expect(fair.filters.find(({ name }) => name === 'qpv')?.options).toEqual([
      { value: 'oui', text: 'Oui', dossiers: null },
      { value: 'non', text: 'Non', dossiers: null },
    ])
  })
})

describe('hiding bars', () => {
  const bars = (...counts: number[]) =>
    counts.map((one, i) => ({ code: `${i}`, text: `${i}`, count: one, dossiers: one }))
  const shown = (...counts: number[]) => hideBars(bars(...counts)).map((bar) => bar.count)

  it.each([
    { counts: [5, 6, 7], leaves: [5, 6, 7] },
    { counts: [3, 9, 12], leaves: [null, null, 12] },
    { counts: [0, 0, 9, 12], leaves: [null, null, null, 12] },
    { counts: [2, 3, 12], leaves: [null, null, 12] },
    { counts: [1, 20], leaves: [null, null] },
    { counts: [0, 0, 0], leaves: [null, null, null] },
  ])('of $counts leaves $leaves', ({ counts, leaves }) => {
    expect(shown(...counts)).toEqual(leaves)
  })
})
