import { describe, expect, it } from 'vitest'
import { documentTypes, maxDocumentsOf, mediaTypesOf } from '../../forms/document-types.ts'
import { unsupported } from '../../forms/unsupported.ts'

const file = { type: 'file', name: 'rib', storeDataAsText: false, acceptedTypes: '.pdf,.png' }
const told = (...elements: Record<string, string | number | boolean | string[]>[]) =>
  unsupported({ pages: [{ name: 'p', elements }] }).map(({ pointer }) => pointer)
const at = '/pages/0/elements/0'

describe('a « file » question', () => {
  it('is supported with one document, or with as many as it says', () => {
    expect(told(file, { ...file, name: 'comptes', allowMultiple: true, maxFiles: 10 })).toEqual([])
  })

  it.each([
    ['keeps its content in the answers', { storeDataAsText: true }, 'storeDataAsText'],
    ['takes any number', { allowMultiple: true }, 'maxFiles'],
    ['takes eleven', { allowMultiple: true, maxFiles: 11 }, 'maxFiles'],
    ['takes none', { allowMultiple: true, maxFiles: 0 }, 'maxFiles'],
    ['takes any type', { acceptedTypes: '' }, 'acceptedTypes'],
    ['takes programs', { acceptedTypes: '.pdf,.exe' }, 'acceptedTypes'],
    ['takes what an object inherits', { acceptedTypes: 'constructor' }, 'acceptedTypes'],
    ['takes documents over 10 MB', { maxSize: 10 * 1024 * 1024 + 1 }, 'maxSize'],
    ['takes photographs', { sourceType: 'camera' }, 'sourceType'],
    ['takes categories', { acceptedCategories: ['image'] }, 'acceptedCategories'],
    ['has a comment', { showCommentArea: true }, 'showCommentArea'],
  ])('is not when it %s', (_, change, property) => {
    expect(told({ ...file, ...change })).toEqual([`${at}/${property}`])
  })

  it('is not when storeDataAsText is left to its default, which is true', () => {
    expect(told({ type: 'file', name: 'rib', acceptedTypes: '.pdf' })).toEqual([`${at}/storeDataAsText`])
  })

  it('is not inside a repeated panel nor in a cell', () => {
    const panel = { type: 'paneldynamic', name: 'lieux', templateElements: [file] }
    expect(unsupported({ elements: [panel] }).map(({ pointer }) => pointer)).toEqual([
      '/elements/0/templateElements/0/type',
    ])
    const table = { type: 'matrixdynamic', name: 't', columns: [{ name: 'c', cellType: 'file' }] }
    expect(unsupported({ elements: [table] }).map(({ pointer }) => pointer)).toEqual([
      '/elements/0/columns/0/cellType',
    ])
  })

  it('tells its media types and how many documents it takes', () => {
    expect(mediaTypesOf({ acceptedTypes: '.PDF, .jpg' })).toEqual(['application/pdf', 'image/jpeg'])
    expect(maxDocumentsOf({ allowMultiple: false, maxFiles: 5, acceptedTypes: '' })).toBe(1)
    expect(maxDocumentsOf({ allowMultiple: true, maxFiles: 5, acceptedTypes: '' })).toBe(5)
    expect(Object.keys(documentTypes)).not.toContain('.html')
  })
})

describe('the mark « money »', () => {
  const amount = { type: 'text', name: 'prix', inputType: 'number', step: 1, money: true }

  it('stands on whole numbers and on what is computed', () => {
    expect(
      told(amount, { type: 'expression', name: 'somme', expression: '{prix} * 2', money: true }),
    ).toEqual([])
  })

  it.each([
    ['a number with decimals', { ...amount, step: 0.01 }],
    ['a text', { type: 'text', name: 'prix', money: true }],
    ['a choice', { type: 'dropdown', name: 'prix', choices: ['1'], money: true }],
    ['a value that is no yes or no', { ...amount, money: 'EUR' }],
  ])('does not stand on %s', (_, element) => expect(told(element)).toEqual([`${at}/money`]))
})
