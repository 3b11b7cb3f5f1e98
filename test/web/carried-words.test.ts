import { describe, expect, it } from 'vitest'
import { sourceWords } from '../../forms/notes.ts'

describe('where an answer that was taken over comes from', () => {
  it.each([
    ['2024-2025', 'de 2024-2025'],
    ['2025-2026', 'd’un autre questionnaire de 2025-2026'],
    ['organisation', 'de ce que votre Caf sait de votre organisation'],
  ])('is said in words: %s', (from, words) => {
    expect(sourceWords(from, '2025-2026')).toBe(words)
  })
})
