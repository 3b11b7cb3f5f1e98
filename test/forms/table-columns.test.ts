import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  cellKindOf,
  columnOf,
  setAllKinds,
  setCellKind,
  sharedKindOf,
} from '../../forms/editing/cell-kinds.ts'
import { addField } from '../../forms/editing/entries.ts'
import { flatten, itemsOf, objectAt } from '../../forms/editing/items.ts'
import { isObject, type JsonObject } from '../../forms/editing/json-pointer.ts'
import { pasteTitles, titlesFrom } from '../../forms/editing/paste-titles.ts'
import { setInputType, setMoney } from '../../forms/editing/set-property.ts'
import { hasTotalLine, setTotalLine } from '../../forms/editing/total-line.ts'
import { Content } from '../../forms/editing-wire.ts'
import { publishedForm } from '../support/definitions.ts'
import { edited, stackOf } from '../support/editing.ts'

const TABLE = '/definition/elements/0'
const COLUMNS = `${TABLE}/columns`
const tableOf = (json: JsonObject): Content => ({
  definition: { elements: [{ type: 'matrixdropdown', name: 't', cellType: 'text', columns: [], ...json }] },
  info: {},
})
const columnsIn = (content: Content) => objectAt(content, TABLE).columns
const number = { cellType: 'text', inputType: 'number', min: 0, max: 9999, step: 1 }

describe('what goes in the cells', () => {
  it('is a number or an amount at once, with the bounds that a question of numbers has', () => {
    const start = tableOf({
      columns: [{ name: 'a', title: 'A', cellType: 'text', maxLength: 200, 'x-note': 1 }],
    })
    const numbers = edited(start, setCellKind(start, `${COLUMNS}/0`, 'number', 'l'))
    expect(columnsIn(numbers)).toEqual([{ name: 'a', title: 'A', 'x-note': 1, ...number }])
    const amounts = edited(numbers, setCellKind(numbers, `${COLUMNS}/0`, 'money', 'l'))
    expect(columnsIn(amounts)).toEqual([
      { name: 'a', title: 'A', 'x-note': 1, ...number, max: 99_999_999, money: true },
    ])
    const texts = edited(amounts, setCellKind(amounts, `${COLUMNS}/0`, 'text', 'l'))
    expect(columnsIn(texts)).toEqual(columnsIn(start))
  })
  it('is read from what the tables that are published say', () => {
    const kinds = flatten(itemsOf(Content.parse(publishedForm('clas-reel')))).map(({ json }) =>
      Array.isArray(json.columns)
        ? json.columns.filter(isObject).map((column) => cellKindOf(column, json))
        : [],
    )
    expect(kinds).toContainEqual(['number', 'number', 'expression'])
    expect(kinds).toContainEqual(['money'])
  })
  it('keeps the choices of a list that becomes boxes, and the limits of a column that is of that kind already', () => {
    const choices = [{ value: 'x', text: 'X' }]
    const start = tableOf({
      columns: [
        { name: 'a', cellType: 'dropdown', choices },
        { name: 'b', ...number, max: 31 },
      ],
    })
    const boxes = edited(start, setCellKind(start, `${COLUMNS}/0`, 'checkbox', 'l'))
    expect(columnsIn(boxes)).toMatchObject([{ cellType: 'checkbox', choices }, {}])
    const numbers = edited(start, setAllKinds(start, TABLE, 'number', 'l'))
    expect(columnsIn(numbers)).toEqual([
      { name: 'a', ...number },
      { name: 'b', ...number, max: 31 },
    ])
  })
  it('is said for the whole table where its columns agree, calculations apart', () => {
    const sum = { name: 's', cellType: 'expression', expression: '{row.a} + 1' }
    const both = [{ name: 'a', ...number }, sum]
    expect(sharedKindOf({ columns: both })).toBe('number')
    expect(sharedKindOf({ columns: [...both, { name: 'c' }] })).toBe('')
    expect(sharedKindOf({ columns: [] })).toBeUndefined()
    const amounts = edited(
      tableOf({ columns: both }),
      setAllKinds(tableOf({ columns: both }), TABLE, 'money', 'l'),
    )
    expect(columnsIn(amounts)).toMatchObject([{ money: true }, sum])
  })
  it('undoes to the same text, whatever is chosen', () => {
    const kinds = fc.constantFrom(
      'text',
      'number',
      'money',
      'date',
      'dropdown',
      'boolean',
      'expression',
      'comment',
    )
    fc.assert(
      fc.property(fc.array(fc.record({ kind: kinds, at: fc.nat(3), isOn: fc.boolean() })), (steps) => {
        const start = tableOf({
          columns: [{ name: 'a', validators: [] }, { name: 'b', ...number }, 'mal dit'],
        })
        const stack = stackOf(start)
        for (const { kind, at, isOn } of steps) {
          const content = stack.content()
          if (at === 3) stack.apply(setTotalLine(content, TABLE, isOn))
          else if (at === 2) stack.apply(setAllKinds(content, TABLE, kind, 'l'))
          else {
            stack.apply(setCellKind(content, `${COLUMNS}/${at}`, kind, 'l'))
            expect(cellKindOf(objectAt(stack.content(), `${COLUMNS}/${at}`), objectAt(content, TABLE))).toBe(
              kind,
            )
          }
          expect(columnsIn(stack.content())).toMatchObject([
            { name: 'a', validators: [] },
            { name: 'b' },
            'mal dit',
          ])
        }
        stack.undoAll()
        expect(JSON.stringify(stack.content())).toBe(JSON.stringify(start))
      }),
      { numRuns: 60 },
    )
  })
})

describe('the line of totals', () => {
  const columns = [
    { name: 'a', ...number },
    { name: 'b', cellType: 'text', maxLength: 9 },
    { name: 'c', ...number, totalType: 'avg' },
    { name: 's', cellType: 'expression', expression: '{row.a} + {row.c}' },
    { name: 'w', cellType: 'expression', expression: "iif({row.a} > 2, 'oui', 'non')" },
  ]
  it('sums the columns of numbers, and leaves what says another total', () => {
    const start = tableOf({ columns: columns.filter(({ name }) => name !== 'c') })
    expect(hasTotalLine(objectAt(start, TABLE))).toBe(false)
    const on = edited(start, setTotalLine(start, TABLE, true))
    expect(objectAt(on, TABLE)).toMatchObject({
      totalText: 'Total',
      columns: [{ totalType: 'sum' }, { name: 'b' }, { totalType: 'sum' }, { name: 'w' }],
    })
    expect(JSON.stringify(on).match(/totalType/g)).toHaveLength(2)
    const own = tableOf({ columns, totalText: 'Ensemble' })
    expect(hasTotalLine(objectAt(own, TABLE))).toBe(true)
    const off = edited(own, setTotalLine(own, TABLE, false))
    expect(JSON.stringify(off)).not.toContain('total')
  })
  it('takes in the numbers that come after it was asked, and no longer what is no number', () => {
    const empty = tableOf({})
    const asked = edited(empty, setTotalLine(empty, TABLE, true))
    const table = objectAt(asked, TABLE)
    expect(hasTotalLine(table)).toBe(true)
    const added = edited(asked, addField(asked, COLUMNS, 'Filles', columnOf('number', table)))
    expect(columnsIn(added)).toEqual([{ name: 'filles', title: 'Filles', ...number, totalType: 'sum' }])
    const text = edited(added, setCellKind(added, `${COLUMNS}/0`, 'text', 'l'))
    expect(JSON.stringify(columnsIn(text))).not.toContain('totalType')
    const again = edited(text, setCellKind(text, `${COLUMNS}/0`, 'money', 'l'))
    expect(columnsIn(again)).toMatchObject([{ totalType: 'sum' }])
  })
  it('is not there for a title alone, once there are numbers', () => {
    expect(hasTotalLine({ totalText: 'Total', columns: [{ name: 'a', ...number }] })).toBe(false)
  })
})

describe('titles that are pasted', () => {
  const read = (pasted: string, content = tableOf({ columns: [{ name: 'filles', title: 'Filles' }] })) =>
    titlesFrom(pasted, content, COLUMNS, { bytes: 10_000, more: number })
  it('are one a line, or the cells of a line of headings; one that is there is left', () => {
    const start = tableOf({ columns: [{ name: 'filles', title: 'Filles' }] })
    const { entries, left } = read('Filles\r\nGarçons\n\nFilles !')
    expect(entries).toEqual([
      { value: 'garcons', text: 'Garçons' },
      { value: 'filles_2', text: 'Filles !' },
    ])
    expect(left).toEqual(['1 titre était déjà là : il a été laissé.'])
    expect(read('Un\tDeux').entries.map(({ text }) => text)).toEqual(['Un', 'Deux'])
    const after = edited(start, pasteTitles(start, COLUMNS, entries, number))
    expect(columnsIn(after)).toMatchObject([
      {},
      { name: 'garcons', title: 'Garçons', ...number },
      { name: 'filles_2' },
    ])
  })
  it('are as many as a table holds', () => {
    const { entries, left } = read(Array.from({ length: 5_000 }, (_, i) => `Colonne ${i}`).join('\n'))
    expect(entries).toHaveLength(49)
    expect(left).toEqual(['4951 titres ont été laissés : il y en a 50 au plus, de 500 caractères chacun.'])
  })
})

it('a number that becomes one, or an amount, has a maximum that follows until somebody chooses it', () => {
  const of = (json: JsonObject): Content => ({
    definition: { elements: [{ type: 'text', ...json }] },
    info: {},
  })
  const text = of({ maxLength: 20 })
  const numbers = edited(text, setInputType(text, TABLE, 'number', 'l'))
  expect(objectAt(numbers, TABLE)).toEqual({ type: 'text', inputType: 'number', min: 0, max: 9999, step: 1 })
  const amount = edited(numbers, setMoney(numbers, TABLE, true, 'l'))
  expect(objectAt(amount, TABLE)).toMatchObject({ money: true, max: 99_999_999 })
  const chosen = of({ inputType: 'number', max: 500 })
  expect(objectAt(edited(chosen, setMoney(chosen, TABLE, true, 'l')), TABLE)).toMatchObject({ max: 500 })
})
