import { describe, expect, it } from 'vitest'
import { gravest, saveStateText } from '../../web/fill/save-state.ts'
import { stillUntaken, untakenWords } from '../../web/fill/untaken.ts'

const douze = {
  pointer: '/effectif',
  typed: 'douze',
  fault: 'Écrivez un nombre en chiffres, par exemple 12.',
}
const half = { pointer: '/lieux/1/enfants', typed: '3,5', fault: 'Écrivez un nombre entier, sans virgule.' }

describe('what was typed and cannot be taken', () => {
  it('is said with what was typed', () => {
    expect(untakenWords(douze)).toBe(
      '«\u00a0douze\u00a0» n’est pas un nombre. Écrivez un nombre en chiffres, par exemple 12.',
    )
    expect(untakenWords(half)).toBe(
      '«\u00a03,5\u00a0» n’est pas enregistré. Écrivez un nombre entier, sans virgule.',
    )
  })

  it('is no number badly written where a list was searched', () => {
    const fault = 'Choisissez dans la liste.'
    expect(untakenWords({ pointer: '/commune', typed: 'Grenoble', fault, isChoice: true })).toBe(
      '«\u00a0Grenoble\u00a0» n’est pas enregistré. Choisissez dans la liste.',
    )
  })

  it('stands until an answer takes its place', () => {
    expect(stillUntaken([douze, half], {})).toEqual([douze, half])
    expect(stillUntaken([douze, half], { lieux: [{}, { enfants: '' }] })).toEqual([douze, half])
    expect(stillUntaken([douze, half], { effectif: 0, lieux: [{}, { enfants: 3 }] })).toEqual([])
  })

  it('is said in the place of « Enregistré »', () => {
    const saved = { kind: 'saved', at: '2024-07-12T07:07:00.000Z' } as const
    const state = gravest([saved, { kind: 'untaken', count: 2 }])
    expect(saveStateText(state, saved.at, 'Europe/Paris')).toBe(
      '2 réponses à corriger ne sont pas enregistrées',
    )
    expect(gravest([state, { kind: 'offline' }]).kind).toBe('offline')
  })
})
