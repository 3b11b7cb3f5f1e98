import fc from 'fast-check'
import { ConditionRunner } from 'survey-core'
import { describe, expect, it } from 'vitest'
import { type Condition, operators, parseCondition, printCondition } from '../../forms/editing/condition.ts'
import { flatten, itemsOf } from '../../forms/editing/items.ts'
import { lostAmong } from '../../forms/editing/lost-questions.ts'
import type { Content } from '../../forms/editing-wire.ts'
import { variedContent } from '../support/editing.ts'

const text = fc
  .string({ maxLength: 12, unit: 'grapheme' })
  .filter((word) => !word.includes('\\') && !/[\r\n]/.test(word))
const value = fc.oneof(text, fc.integer({ min: -999, max: 9_999 }), fc.boolean())
const clause = fc
  .record({
    question: fc.stringMatching(/^(row\.|panel\.)?[a-z][a-z0-9_]{0,9}$/),
    operator: fc.constantFrom(...operators),
    values: fc.array(value, { minLength: 1, maxLength: 3 }),
  })
  .map(({ question, operator, values }) => ({
    question,
    operator,
    values: operator.endsWith('empty') ? [] : operator === 'anyof' ? values : values.slice(0, 1),
  }))
const condition: fc.Arbitrary<Condition> = fc
  .record({
    join: fc.constantFrom('and' as const, 'or' as const),
    clauses: fc.array(clause, { minLength: 1, maxLength: 4 }),
  })
  .map(({ join, clauses }) => ({ join: clauses.length === 1 ? 'and' : join, clauses }))

const pointerOf = (content: Content, name: string): string =>
  flatten(itemsOf(content)).find((item) => item.name === name)?.pointer ?? ''

describe('a condition of the builder', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(condition, (one) => {
        expect(parseCondition(printCondition(one))).toEqual(one)
      }),
    )
  })
  it('is one that SurveyJS reads, and judges alike', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[a-zé][a-zé' ]{0,7}$/),
        fc.stringMatching(/^[a-zé][a-zé' ]{0,7}$/),
        (said, answer) => {
          const holds = (operator: '=' | '<>') =>
            new ConditionRunner(
              printCondition({ join: 'and', clauses: [{ question: 'q', operator, values: [said] }] }),
            ).runValues({ q: answer })
          const same = said.trim().toLowerCase() === answer.trim().toLowerCase()
          if (said === answer) expect(holds('=')).toBe(true)
          if (!same) expect(holds('<>')).toBe(true)
        },
      ),
    )
  })
  it.each([
    ["{a} = 'x'", "{a} = 'x'"],
    ['{a} == 1 && {b} notempty', '{a} = 1 and {b} notempty'],
    ["{a} != 'l\\'an'", "{a} <> 'l\\'an'"],
    ["{q} anyof ['x', 'y'] or {row.n} >= 3", "{q} anyof ['x', 'y'] or {row.n} >= 3"],
    ["{q} contains 'autre'", "{q} contains 'autre'"],
  ])('%s is one', (expression, printed) => {
    const read = parseCondition(expression)
    expect(read && printCondition(read)).toBe(printed)
  })
  it.each([
    '',
    '{a}',
    "{a} = 'x' and {b} = 1 or {c} = 2",
    "({a} = 'x')",
    'isSiret({#siret})',
    '{a} = {b}',
    "{a} = 'x' trailing",
    'sum({a}, 1) > 3',
  ])('« %s » is beyond it', (expression) => {
    expect(parseCondition(expression)).toBeUndefined()
  })
})

describe('a question that a condition names', () => {
  const content = variedContent()
  const [top, inBlock, inTable] = [
    '/definition/pages/0/elements/0',
    pointerOf(content, 'heures'),
    `${pointerOf(content, 'tableau')}/columns/1`,
  ]
  it.each([
    ['partie', top, 'question supprimée (partie)'],
    ['panel.parti', inBlock, 'question supprimée (parti)'],
    ['row.partie', inTable, 'question supprimée (partie)'],
    ['panel.ouvert', top, 'question supprimée (ouvert)'],
    ['heures', top, '« heures », répétée dans un bloc : ne se lit pas d’ici'],
  ])('« %s » from %s is lost', (name, pointer, words) => {
    expect([...lostAmong(content, pointer, [name])]).toEqual([[name, words]])
  })
  it.each([
    ['choix', top],
    ['CHOIX', top],
    ['choix-Comment', top],
    ['tableau-total.n', top],
    ['lieux[0].ouvert', top],
    ['panel.ouvert', inBlock],
    ['row.n', inTable],
    ['panelIndex', inBlock],
  ])('« %s » from %s leads somewhere, though a sentence may not say it', (name, pointer) => {
    expect(lostAmong(content, pointer, [name]).size).toBe(0)
  })
})
