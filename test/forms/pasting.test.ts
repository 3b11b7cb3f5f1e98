import { expect, it } from 'vitest'
import { addEntry, addField, setEntryText } from '../../forms/editing/entries.ts'
import { entriesFrom, entriesOf, MOST_ENTRIES, pasteEntries } from '../../forms/editing/sheet.ts'
import { fits, roomIn } from '../../forms/editing/size.ts'
import type { Content } from '../../forms/editing-wire.ts'
import { edited } from '../support/editing.ts'

const content: Content = {
  definition: { elements: [{ name: 'a', choices: ['x', { value: 'y', text: 'Y', visibleIf: '{b} = 1' }] }] },
  info: {},
}
const LIST = '/definition/elements/0/choices'

it('takes one column as texts, two as codes and texts', () => {
  expect(entriesFrom('Été\r\nHiver\n\n', []).entries).toEqual([
    { value: 'ete', text: 'Été' },
    { value: 'hiver', text: 'Hiver' },
  ])
  expect(entriesFrom('73065\tChambéry\n73008\tAix-les-Bains', []).entries).toEqual([
    { value: '73065', text: 'Chambéry' },
    { value: '73008', text: 'Aix-les-Bains' },
  ])
})
it('leaves lines that are there already, and says so', () => {
  const { entries, left } = entriesFrom('Y\nZ\nZ', entriesOf(content, LIST))
  expect(entries).toEqual([{ value: 'z', text: 'Z' }])
  expect(left).toEqual(['2 lignes étaient déjà là : elles ont été laissées.'])
})
it('takes what a list holds of 5,000 lines, and says how many were left', () => {
  const rows = Array.from({ length: 5_000 }, (_, i) => `c${i}\tChoix ${i}`).join('\n')
  const { entries, left } = entriesFrom(rows, entriesOf(content, LIST))
  expect(entries).toHaveLength(MOST_ENTRIES - 2)
  expect(left[0]).toMatch(/^2 lignes dépassent les 5\s000/)
  expect(entriesOf(edited(content, pasteEntries(content, LIST, entries)), LIST)).toHaveLength(MOST_ENTRIES)
})
it('takes no more than the questionnaire still holds, so that what was pasted can be kept', () => {
  const rows = Array.from({ length: 5_000 }, (_, i) => `Commune de Saint-Julien numéro ${i}`).join('\n')
  const { entries, left } = entriesFrom(rows, entriesOf(content, LIST), roomIn(content))
  const pasted = edited(content, pasteEntries(content, LIST, entries))
  expect(entries.length).toBeGreaterThan(1_000)
  expect(fits(JSON.stringify(pasted))).toBe(true)
  expect(left[0]).toMatch(/lignes ne tiennent plus dans le questionnaire, qui pèse 220 Ko au plus/)
})
it('takes no page for a choice, and says that columns beyond the second are left', () => {
  const { entries, left } = entriesFrom(`a\tA\tAutre chose\n${'x'.repeat(501)}\n \t \n\n<b>gras</b>`, [])
  expect(entries).toEqual([
    { value: 'a', text: 'A' },
    { value: 'b_gras_b', text: '<b>gras</b>' },
  ])
  expect(left).toEqual([
    '1 ligne dépasse 500 caractères, trop pour un choix : elle a été laissée.',
    'Seules les deux premières colonnes ont été prises.',
  ])
})
it('makes one choice of a cell of several lines, which sheets quote', () => {
  expect(entriesFrom('"Lieu\r\n« ""du"" bas »"\nCour\n"Dit"', []).entries.map(({ text }) => text)).toEqual([
    'Lieu « "du" bas »',
    'Cour',
    '"Dit"',
  ])
})
it('numbers on thousands of texts that make the same code', () => {
  const rows = Array.from({ length: MOST_ENTRIES }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('\n')
  const codes = entriesFrom(rows, [{ value: 'choix_3', text: 'Un autre' }]).entries.map(({ value }) => value)
  expect(new Set(codes).size).toBe(MOST_ENTRIES - 1)
  expect(codes.slice(0, 4)).toEqual(['choix', 'choix_2', 'choix_4', 'choix_5'])
})
it('adds a choice by its text, under a code of its own', () => {
  const added = edited(content, addEntry(content, LIST, 'X'))
  expect(entriesOf(added, LIST).at(-1)).toEqual({ value: 'x_2', text: 'X' })
})
it('keeps the code and the other properties of a choice whose text changes', () => {
  const bare = edited(content, setEntryText(content, `${LIST}/0`, 'Le x', ''))
  const both = edited(bare, setEntryText(bare, `${LIST}/1`, 'Le y', ''))
  expect(JSON.stringify(both)).toContain(
    '{"value":"x","text":"Le x"},{"value":"y","text":"Le y","visibleIf":"{b} = 1"}',
  )
})
it('adds a column by its title to a table that has no list yet', () => {
  const added = edited(
    content,
    addField(content, '/definition/elements/0/columns', 'Nombre d’enfants', { cellType: 'text' }),
  )
  expect(JSON.stringify(added)).toContain(
    '"columns":[{"name":"nombre_d_enfants","title":"Nombre d’enfants","cellType":"text"}]',
  )
})
