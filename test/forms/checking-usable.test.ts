// What passes the checks must work: the platform reads it, takes generated answers to it, and SurveyJS loads it in silence.
import fc from 'fast-check'
import { Model, Serializer } from 'survey-core'
import { expect, it, vi } from 'vitest'
import { checkAnswers } from '../../forms/answers.ts'
import { blocks, findingsIn } from '../../forms/checking/findings-in.ts'
import { registerProperties } from '../../forms/custom-properties.ts'
import { readDefinition } from '../../forms/definition.ts'
import { applyPatch } from '../../forms/editing/json-patch.ts'
import { Content } from '../../forms/editing-wire.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import { Problem } from '../../forms/problems.ts'
import { checkSection, sectionKeys } from '../../forms/shape.ts'
import { everyTypeForm } from '../support/every-type.ts'
import { everyAnswer } from '../support/generate-answers.ts'

registerProperties(Serializer)

type Node = Content['definition']
const names = ['a', 'b', 'c', 'd', 'e', 'f']
const name = fc.constantFrom(...names)

const condition = fc.oneof(
  fc
    .tuple(name, fc.constantFrom("= 'x'", '> 2', 'empty', 'notempty', "contains 'y'", "anyof ['x', 'y']"))
    .map(([one, is]) => `{${one}} ${is}`),
  fc
    .tuple(name, name, fc.constantFrom('and', 'or'))
    .map(([one, other, joined]) => `{${one}} notempty ${joined} {${other}} = 'x'`),
  name.map((one) => `sumInArray({${one}}, 'n') > 3`),
  name.map((one) => `{${one}.x.n} > 1 or {${one}[0].n} = 2`),
)
const maybe = <T>(key: string, value: fc.Arbitrary<T>) =>
  fc.option(
    value.map((one) => ({ [key]: one })),
    { nil: {} },
  )
const choices = fc.constantFrom<Content['info'][string]>(
  ['x', 'y'],
  ['x', { value: 'y', text: 'Y', visibleIf: "{a} = 'x'" }],
  [1, 2, 3],
  ['x', 'x'],
  [],
)
const cell = fc.constantFrom<Node>(
  { cellType: 'text', inputType: 'number' },
  { cellType: 'text', maxLength: 9, validators: [{ type: 'regex', regex: '^[a-z]*$' }] },
  { cellType: 'dropdown', choices: ['x', 'y'] },
  { cellType: 'checkbox', choices: ['x', 'y'] },
  { cellType: 'boolean' },
  { cellType: 'expression', expression: '{row.n} * 2' },
)
const columns = cell.map((other): Node[] => [
  { name: 'n', title: 'N', cellType: 'text', inputType: 'number' },
  { name: 'm', title: 'M', ...other },
])
const kinds: Record<string, fc.Arbitrary<Node>> = {
  text: fc.constantFrom<Node>(
    { maxLength: 20 },
    { inputType: 'number', min: 0, max: 9 },
    { inputType: 'date' },
    { inputType: 'email' },
  ),
  comment: fc.constant({ maxLength: 50 }),
  radiogroup: choices.map((list): Node => ({ choices: list, showOtherItem: true })),
  dropdown: choices.map((list): Node => ({ choices: list })),
  checkbox: choices.map((list): Node => ({ choices: list, showNoneItem: true })),
  boolean: fc.constant({}),
  rating: fc.constantFrom<Node>({}, { rateMax: 3 }, { rateValues: ['x', 'y'] }),
  expression: condition.map((expression): Node => ({ expression })),
  matrix: fc.constantFrom<Node>({ rows: ['x', 'z'], columns: ['y', 'n'] }, { rows: [], columns: ['y'] }),
  matrixdropdown: columns.map((list): Node => ({ rows: ['x', 'z'], columns: list })),
  matrixdynamic: fc
    .tuple(columns, fc.constantFrom<Node>({}, { maxRowCount: 3 }))
    .map(([list, cap]): Node => ({ columns: list, ...cap })),
  multipletext: fc.constant({
    items: [
      { name: 'n', title: 'N', inputType: 'number' },
      { name: 'm', title: 'M', maxLength: 9 },
    ],
  }),
  paneldynamic: condition.map(
    (visibleIf): Node => ({
      maxPanelCount: 2,
      templateElements: [
        { type: 'text', name: 'n', title: 'N', inputType: 'number' },
        { type: 'text', name: 'm', title: 'M', maxLength: 9, visibleIf: '{panel.n} > 1' },
        { type: 'text', name: 'o', title: 'O', maxLength: 9, visibleIf },
      ],
    }),
  ),
}
const element = fc
  .constantFrom(...Object.keys(kinds))
  .chain((type) =>
    fc
      .tuple(
        name,
        kinds[type] ?? fc.constant({}),
        maybe('visibleIf', condition),
        maybe('isRequired', fc.boolean()),
        maybe('enableIf', condition),
      )
      .map(([called, ...more]): Node => Object.assign({ type, name: called, title: called }, ...more)),
  )
const content = fc
  .array(fc.array(element, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 })
  .map(
    (pages): Content => ({
      definition: { pages: pages.map((elements, i) => ({ name: `page_${i}`, elements })) },
      info: {},
    }),
  )

const formOf = ({ definition }: Content): FormVersion => ({
  ...everyTypeForm,
  definition,
  info: { ...everyTypeForm.info, prefilled: {} },
})

/** Refused answers are told as such; anything else is a fault of ours. */
const told = (check: () => unknown): void => {
  try {
    check()
  } catch (error) {
    if (!(error instanceof Problem) || error.name !== 'invalid-answers') throw error
  }
}

/** With a click on the first mend of what blocks, over and over; undefined when something else is left. */
const mendedOf = (made: Content): Content | undefined => {
  let at = made
  for (let click = 0; click < 40; click += 1) {
    const findings = findingsIn(at)
    if (!blocks(findings)) return at
    const fix = findings.find(({ severity, fix: mend }) => severity === 'error' && mend)?.fix
    if (!fix) return undefined
    at = Content.parse(applyPatch(at, fix.patch))
  }
  return undefined
}

it('a questionnaire that nothing blocks is read, loaded in silence, and its answers are checked', () => {
  const said = ['error', 'warn'].map((level) => vi.spyOn(console, level === 'error' ? 'error' : 'warn'))
  let usable = 0
  fc.assert(
    fc.property(content, fc.gen(), (made, gen) => {
      const mended = mendedOf(made)
      if (!mended) return
      usable += 1
      const form = formOf(mended)
      readDefinition(form)
      expect(new Model(structuredClone(mended.definition)).jsonErrors).toBeNull()
      const answers = gen(everyAnswer, form)
      for (const section of Object.keys(sectionKeys(form))) {
        const own = Object.fromEntries(
          Object.entries(answers).filter(([key]) => sectionKeys(form)[section]?.includes(key)),
        )
        told(() => checkSection(form, section, own, {}))
      }
      told(() => checkAnswers(form, answers, {}))
    }),
    { numRuns: 60 },
  )
  expect(usable).toBeGreaterThan(3)
  for (const spy of said) expect(spy).not.toHaveBeenCalled()
})
