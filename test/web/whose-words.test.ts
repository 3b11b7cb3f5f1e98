import { expect, it } from 'vitest'
import { takeTheirs, whoSaved } from '../../web/editor/whose-words.ts'

it('the version of another person has their name, one’s own that of no one', () => {
  expect(takeTheirs('Claire', 'Charlie')).toBe('Prendre la version de Claire')
  expect(takeTheirs('Charlie', 'Charlie')).toBe('Prendre la version enregistrée depuis votre autre fenêtre')
  expect(whoSaved('Claire', 'Charlie')).toBe('Claire')
  expect(whoSaved('Charlie', 'Charlie')).toBe('Votre autre fenêtre')
})
