import { describe, expect, it } from 'vitest'
import { carryOver, withIdentity, yearBefore } from '../../forms/carry-over.ts'
import { compareWithForecast } from '../../forms/comparison.ts'
import { checkSection, sectionKeys } from '../../forms/shape.ts'
import { changed, real } from '../support/coherence-cases.ts'
import { definitionNames, publishedForm } from '../support/definitions.ts'

const formOf = (name: string) => publishedForm(name, { fewCommunes: true })
const source = (kind: string, schoolYear: string, answers = real) => ({ kind, schoolYear, answers })

describe('carryOver', () => {
  it('starts a forecast from last year’s figures, and says from when each is', () => {
    const { answers, from } = carryOver(formOf('clas-previsionnel'), '2026-2027', [
      source('clas-reel', '2025-2026'),
    ])
    expect(answers.charges).toEqual(real.charges)
    expect(answers.collectifs).toEqual(real.collectifs)
    expect(new Set(Object.values(from))).toEqual(new Set(['2025-2026']))
    expect(Object.keys(from).toSorted()).toEqual(Object.keys(answers).toSorted())
    expect(answers).not.toHaveProperty('premiere_seance')
  })

  it('starts a réel from the forecast of the same year before last year’s réel, and takes no amount', () => {
    const { answers, from } = carryOver(formOf('clas-reel'), '2025-2026', [
      source('clas-reel', '2024-2025', changed(real, { '/collectifs_total': 9 })),
      source('clas-previsionnel', '2025-2026'),
    ])
    expect([answers.collectifs_total, from.collectifs_total]).toEqual([3, '2025-2026'])
    expect(answers).not.toHaveProperty('charges')
  })

  it('takes the numbers of the organisation where nothing else gave them, and the form carries them over', () => {
    const [bilan, habilitation] = [formOf('clas-bilan'), formOf('habilitation')]
    const identity = { siret: '73282932000074', rna: 'W731000001' }
    const given = { answers: { siret: '43210987400011' }, from: { siret: '2023-2024' } }
    expect(withIdentity(given, bilan, identity)).toEqual({
      answers: { siret: '43210987400011', rna: 'W731000001' },
      from: { siret: '2023-2024', rna: 'organisation' },
    })
    expect(withIdentity(given, bilan, undefined)).toEqual(given)
    expect(withIdentity({ answers: {}, from: {} }, habilitation, identity).answers).toEqual({})
  })

  it('takes from the next source what the first does not have', () => {
    const { collectifs: _, ...partial } = real
    const { from } = carryOver(formOf('clas-reel'), '2025-2026', [
      source('clas-previsionnel', '2025-2026', partial),
      source('clas-reel', '2024-2025'),
    ])
    expect([from.collectifs, from.collectifs_total]).toEqual(['2024-2025', '2025-2026'])
  })

  it('takes nothing of another year, of another kind, or of nothing', () => {
    const form = formOf('clas-previsionnel')
    expect(
      carryOver(form, '2026-2027', [source('clas-reel', '2024-2025'), source('clas-bilan', '2025-2026')]),
    ).toEqual({
      answers: {},
      from: {},
    })
    expect(
      carryOver(formOf('habilitation'), '2026-2027', [source('habilitation', '2025-2026')]).answers,
    ).toEqual({})
  })

  it('leaves out what no longer fits its question, and what is computed', () => {
    const old = changed(real, {
      '/seances': 'beaucoup',
      '/collectifs/0/niveau': 'maternelle',
      '/bonus_enfants_projet': 'x'.repeat(5_000),
      '/enfants/college/total': 10,
    })
    const { answers } = carryOver(formOf('clas-previsionnel'), '2026-2027', [
      source('clas-reel', '2025-2026', old),
    ])
    for (const gone of ['seances', 'collectifs', 'bonus_enfants_projet'])
      expect(answers).not.toHaveProperty(gone)
    expect(answers.enfants).toEqual(real.enfants)
    expect(old.enfants).toHaveProperty('college.total', 10)
  })

  it.each(definitionNames)('gives drafts of %s that may be saved', (name) => {
    const form = formOf(name)
    const sources = definitionNames.flatMap((kind) => [source(kind, '2025-2026'), source(kind, '2024-2025')])
    const { answers } = carryOver(form, '2025-2026', sources)
    for (const [section, keys] of Object.entries(sectionKeys(form))) {
      const own = Object.fromEntries(Object.entries(answers).filter(([key]) => keys.includes(key)))
      expect(checkSection(form, section, own, {})).toEqual(own)
    }
  })

  it('knows the year before', () => expect(yearBefore('2000-2001')).toBe('1999-2000'))
})

describe('compareWithForecast', () => {
  const { info } = formOf('clas-reel')

  it('tells value, forecast, difference and percent of each line, in the order of form.json', () => {
    const forecast = changed(real, { '/charges/c60/montant': 100_000, '/semaines': 0, '/etp_salaries': 0.25 })
    const lines = new Map(compareWithForecast(info, real, forecast).map((line) => [line.pointer, line]))
    expect(lines.get('/charges/c60/montant')).toEqual({
      pointer: '/charges/c60/montant',
      money: true,
      value: 84_530,
      forecast: 100_000,
      difference: -15_470,
      percent: -15.47,
    })
    expect(lines.get('/semaines')).toMatchObject({ difference: 32, percent: undefined })
    expect(lines.get('/etp_salaries')).toMatchObject({ difference: 0.1, money: false })
    expect(lines.size).toBe(7 + 6 + 3 + 12 + 16)
  })

  it('leaves out lines that one side does not have, and forms that compare nothing', () => {
    expect(compareWithForecast(info, real, {})).toEqual([])
    expect(compareWithForecast(formOf('clas-previsionnel').info, real, real)).toEqual([])
  })
})
