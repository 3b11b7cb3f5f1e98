import { describe, expect, it } from 'vitest'
import { withFrenchSpaces } from '../../web/shared/french-spaces.ts'

describe('French spaces', () => {
  const shown = (text: string) => withFrenchSpaces(text).replaceAll('\u00a0', '_')

  it('hold together what no line may part', () => {
    const cases = [
      [
        'Avant le vendredi 12 juillet 2024 à 23 h 59 (heure de Paris)',
        'Avant le vendredi 12_juillet_2024 à 23_h_59 (heure de Paris)',
      ],
      ['le 1er mars 2025 : « oui » ?', 'le 1er_mars_2025_: «_oui_»_?'],
      ['1 234 567,50 € et 10 Mo, 50 %', '1_234_567,50_€ et 10_Mo, 50_%'],
      [' Mo au plus', '_Mo au plus'],
      ['Attention ! n° 4 ; merci', 'Attention_! n°_4_; merci'],
      ['Comptez 25 min', 'Comptez 25_min'],
    ]
    for (const [text = '', expected] of cases) expect(shown(text)).toBe(expected)
  })

  it('leave alone what may be parted', () => {
    for (const text of [
      '12 juilletistes',
      'classe 3 heures',
      '2 minutes',
      'à 3 pas',
      'a :b',
      '2024 2025',
      'en 2 hivers',
    ])
      expect(shown(text)).toBe(text)
  })
})
