import { describe, expect, it } from 'vitest'
import { blocks, findingsIn } from '../../forms/checking/findings-in.ts'
import type { Content } from '../../forms/editing-wire.ts'
import { contentWith } from '../support/checking-case.ts'
import { contentOf } from '../support/contents.ts'
import { definitionNames } from '../support/definitions.ts'

type Node = Content['definition']

describe.each(definitionNames)('the checks of %s', (name) => {
  const findings = findingsIn(contentOf(name))

  it('find nothing that stands in the way', () => {
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(blocks(findings)).toBe(false)
  })

  it('have nothing to advise', () => {
    expect(findings).toEqual([])
  })
})

describe('a condition that reads a later page', () => {
  const text = (name: string, more: Node = {}): Node => ({
    ...{ type: 'text', name, title: name, maxLength: 9 },
    ...more,
  })
  const pages = (...pages: Node[][]) =>
    contentWith({
      definition: {
        pages: pages.map((elements, i) => ({ name: `page_${i}`, title: `Page ${i}`, elements })),
      },
    })
  const told = (content: Content) => findingsIn(content).filter(({ check }) => check === 'asked-later')
  const shown = (name: string, by: string, more: Node = {}) =>
    text(name, { visibleIf: `{${by}} notempty`, ...more })

  it.each<[string, Content]>([
    ['later on the same page', pages([shown('a', 'b'), text('b')])],
    ['on a page before', pages([text('b')], [shown('a', 'b')])],
    [
      'computed',
      pages([shown('a', 'b')], [text('c'), { type: 'expression', name: 'b', title: 'b', expression: '1' }]),
    ],
    ['nobody’s', pages([shown('a', 'panel.b', {})], [text('b')])],
  ])('is not one where the question is %s', (_, content) => {
    expect(told(content)).toEqual([])
  })
  it('is told of pages, choices and what may be changed or must be answered, too', () => {
    const found = told(
      contentWith({
        definition: {
          pages: [
            {
              name: 'une',
              title: 'Une',
              visibleIf: '{b} notempty',
              elements: [
                text('a', { enableIf: '{b} notempty', requiredIf: '{b} notempty' }),
                {
                  type: 'radiogroup',
                  name: 'c',
                  title: 'c',
                  choices: [{ value: 'x', visibleIf: '{b} notempty' }, 'y'],
                },
              ],
            },
            { name: 'deux', title: 'Deux', elements: [text('b')] },
          ],
        },
      }),
    )
    expect(found.map(({ pointer }) => pointer.replace('/definition/pages/0', ''))).toEqual([
      '/visibleIf',
      '/elements/0/enableIf',
      '/elements/0/requiredIf',
      '/elements/1/choices/0/visibleIf',
    ])
    expect(found.every(({ fix }) => fix === undefined)).toBe(true)
  })
  it.each<[string, Content]>([
    ['empty its page', pages([shown('a', 'b')], [text('b')])],
    ['come after what reads it', pages([shown('a', 'c'), text('x')], [shown('b', 'a')], [text('c')])],
  ])('is not moved where that would %s', (_, content) => {
    expect(told(content).map(({ fix }) => fix)).toEqual([undefined])
  })
})

it.each<[string, Node]>([
  ['that begins without any', { panelCount: 0 }],
  ['that says nothing of it', {}],
  ['of which one is asked of all', { panelCount: 1, minPanelCount: 1 }],
  ['that must be answered', { panelCount: 1, isRequired: true }],
  ['that is for those who have some', { panelCount: 1, visibleIf: "{statut} = 'asso'" }],
])('a repeated block %s traps nobody', (_, more) => {
  const ville = { type: 'text', name: 'ville', title: 'Ville', maxLength: 9, isRequired: true }
  const block = {
    type: 'paneldynamic',
    name: 'x',
    title: 'X',
    maxPanelCount: 5,
    templateElements: [ville],
    ...more,
  }
  expect(findingsIn(contentWith({ elements: [block] }))).toEqual([])
})
