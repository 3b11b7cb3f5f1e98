import { expect, it } from 'vitest'
import { completeInfo } from '../../forms/editing/complete-info.ts'

it.each([
  ['Bilan qualitatif', 'BQ'],
  ['Bilan des sorties', 'BS'],
  ['Les dépenses de l’été', 'DE'],
  ['Enquête', 'EN'],
  ['', 'QU'],
])('the receipts of « %s » open with %s', (title, letters) => {
  const info = completeInfo({ definition: {}, info: { title } }, { id: 'x', title: '' })
  expect(info.referencePrefix).toBe(letters)
})
