import { describe, expect, it } from 'vitest'
import { conflictWords, untilThen } from '../../web/fill/conflict-words.ts'

const by = (savedBy: string) => ({ author: { savedBy, savedAt: '2026-06-10T09:00:00.000Z' } })
const ME = 'Camille Martin'

describe('two answers to one question', () => {
  it('are told as those of two people when they are', () => {
    expect(conflictWords(by('Sacha Petit'), ME)).toEqual({
      mine: 'La vôtre',
      keepMine: 'Garder la vôtre',
      theirs: 'Celle de Sacha Petit',
      keepTheirs: 'Garder celle de Sacha Petit',
      atField: 'Sacha Petit a répondu autrement.',
    })
    expect(conflictWords({ author: undefined }, ME).keepTheirs).toBe('Garder l’autre')
    expect(untilThen([by(ME), by('Sacha Petit')], ME)).toContain('l’autre personne')
  })

  it('are told as those of two tabs when one person gave both', () => {
    const words = conflictWords(by(ME), ME)
    expect(words.atField).toBe('Vous avez répondu autrement dans un autre onglet.')
    expect(words.theirs).toBe('Dans un autre onglet, ou sur un autre appareil')
    expect(Object.values(words).join()).not.toContain(ME)
    expect(untilThen([by(ME)], ME)).not.toContain('personne')
  })
})
