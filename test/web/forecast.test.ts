import { describe, expect, it } from 'vitest'
import { forecastOf, gapWords, plannedWords } from '../../web/shared/forecast.ts'
import { changed, real } from '../support/coherence-cases.ts'
import { publishedForm } from '../support/definitions.ts'

const plain = (text: string): string => text.replaceAll(/\s/g, ' ')
const { info } = publishedForm('clas-reel', { fewCommunes: true })

describe('the difference from the forecast, in words,', () => {
  it.each([
    ['more money', 120_000, 100_000, true, '+200,00 € (+20 %)'],
    ['less money', 88_000, 100_000, true, '−120,00 € (−12 %)'],
    ['more people', 30, 24, false, '+6 (+25 %)'],
    ['a part of a salary', 0.28, 0.35, false, '−0,07 (−20 %)'],
    ['as much', 24, 24, false, 'égal'],
    ['nothing where nothing was planned', 0, 0, true, 'égal'],
    ['something where nothing was planned', 1, 0, true, 'non comparable'],
    ['nothing typed', undefined, 24, false, ''],
    ['nothing planned', 24, undefined, false, ''],
  ])('says %s', (_, value, planned, money, words) => {
    expect(plain(gapWords(value, planned, money))).toBe(words)
  })

  it('shows what was planned as money where it is, and a dash where nothing was', () => {
    expect(plain(plannedWords(123_456, true))).toBe('1 234,56 €')
    expect(plannedWords(12, false)).toBe('12')
    expect(plannedWords(undefined, true)).toBe('–')
  })
})

describe('a forecast', () => {
  const forecast = forecastOf(info, {
    'clas-previsionnel': changed(real, { '/charges/c64/montant': 900_000 }),
  })

  it('stands beside the lines that form.json compares, and no other', () => {
    expect(forecast?.isCompared('charges', 'montant')).toBe(true)
    expect(forecast?.isCompared('enfants', 'filles')).toBe(true)
    expect(forecast?.isCompared('enfants', 'total')).toBe(false)
    expect(forecast?.isCompared('parents')).toBe(true)
    expect(forecast?.isCompared('collectifs', 'enfants')).toBe(false)
    expect(forecast?.plannedAt('/charges/c64/montant')).toBe(900_000)
    expect(forecast?.plannedAt('/charges/c99/montant')).toBeUndefined()
  })

  it('is not there where nothing is compared, or nothing was transmitted', () => {
    expect(forecastOf(info, {})).toBeUndefined()
    const other = publishedForm('clas-previsionnel', { fewCommunes: true }).info
    expect(forecastOf(other, { 'clas-previsionnel': real })).toBeUndefined()
  })
})
