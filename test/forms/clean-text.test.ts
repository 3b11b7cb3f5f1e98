import { describe, expect, it } from 'vitest'
import { cleanText } from '../../forms/clean-text.ts'

describe('a text that people read', () => {
  it.each([
    ['turns nothing that follows', 'Asso \u202etneilc\u202c', 'Asso tneilc'],
    ['isolates nothing', '\u2066Asso\u2069', 'Asso'],
    ['has no control character', 'As\u0000so\u0007\u009f', 'Asso'],
    ['has nothing unseen between its letters', 'As\u200bs\ufeffo\u2060', 'Asso'],
  ])('%s', (_, text, cleaned) => {
    expect(cleanText(text)).toBe(cleaned)
  })

  it.each([
    'Une ligne\r\nune autre\tet une colonne',
    '1\u00a0234,50\u202f€ : aujourd\u2019hui',
    '👨\u200d👩\u200d👧 et 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}',
    'می\u200cخواهم',
    'جمعية \u200fالحي\u200e',
    'שלום',
  ])('keeps what writing needs: %s', (text) => {
    expect(cleanText(text)).toBe(text)
  })
})
