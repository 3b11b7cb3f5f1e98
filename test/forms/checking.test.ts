import { describe, expect, it } from 'vitest'
import { blocks, findingsIn } from '../../forms/checking/findings-in.ts'
import { Content } from '../../forms/editing-wire.ts'
import { definitionNames, publishedForm } from '../support/definitions.ts'

describe.each(definitionNames)('the checks of %s', (name) => {
  const { definition, info } = publishedForm(name, { fewCommunes: true })

  it('find nothing that stands in the way', () => {
    expect(blocks(findingsIn(Content.parse({ definition, info })))).toBe(false)
  })
})

it('says where and in words what is missing', () => {
  const found = findingsIn({
    definition: { pages: [{ elements: [{ type: 'signaturepad', name: 'a' }] }] },
    info: {},
  })
  expect(blocks(found)).toBe(true)
  expect(found).toContainEqual({
    check: 'unsupported',
    severity: 'error',
    pointer: '/definition/pages/0/elements/0/type',
    detail: 'Le type de question « signaturepad » n’est pas pris en charge.',
  })
  expect(found).toContainEqual({
    check: 'info',
    severity: 'error',
    pointer: '/info/title',
    detail: 'Il manque ici un texte.',
  })
})
