// Whatever is typed or sent, the checks end, say something readable and never throw.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { findingsIn } from '../../forms/checking/findings-in.ts'
import { keysOfPointer, valueAt } from '../../forms/editing/json-pointer.ts'
import { Content, Finding } from '../../forms/editing-wire.ts'
import { contentOf } from '../support/contents.ts'
import { definitionNames } from '../support/definitions.ts'
import { runs } from '../support/runs.ts'

const names = fc.constantFrom(
  '__proto__',
  'constructor',
  'toString',
  'nom',
  'a.b',
  '{x}',
  '',
  ' ',
  'é',
  'row',
  'x-Comment',
  '-total',
)
const formulas = fc.constantFrom(
  "{nom} = 'a'",
  '{nom',
  '(((',
  '{row.x} > 1',
  "sumInArray({nom}, 'x')",
  "iif({a} empty, '{', 2) + {b}",
  '!'.repeat(5_000),
  '{a} or '.repeat(1_000),
)
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  names,
  formulas,
  fc.constantFrom(
    '^(a+)+$',
    '[',
    '(?<x>a)\\k<x>',
    '<b><script>',
    'https://x.example',
    5_000,
    -1,
    null,
    [null],
    [[1]],
  ),
)
const types = fc.constantFrom(
  ...'text comment radiogroup checkbox matrix matrixdynamic matrixdropdown multipletext paneldynamic panel html image file expression ranking signaturepad constructor'.split(
    ' ',
  ),
)
const { elements } = fc.letrec<{ elements: unknown[] }>((tie) => ({
  elements: fc.array(
    fc.record(
      {
        type: types,
        name: names,
        title: odd,
        visibleIf: fc.oneof(formulas, odd),
        expression: odd,
        choices: fc.oneof(fc.array(odd, { maxLength: 4 }), odd),
        columns: fc.oneof(
          fc.array(fc.record({ name: names, cellType: types, visibleIf: formulas }), { maxLength: 3 }),
          odd,
        ),
        rows: odd,
        items: odd,
        validators: fc.oneof(
          fc.array(fc.record({ type: fc.constantFrom('regex', 'text', 'x'), regex: odd }), { maxLength: 2 }),
          odd,
        ),
        html: odd,
        elements: fc.oneof({ depthSize: 'small' }, tie('elements'), odd),
        templateElements: fc.oneof({ depthSize: 'small' }, tie('elements'), odd),
        maxRowCount: odd,
        __proto__: odd,
      },
      { requiredKeys: [] },
    ),
    { maxLength: 4 },
  ),
}))
const generated = fc.record({
  definition: fc.record(
    {
      pages: fc.oneof(
        fc.array(fc.record({ name: names, elements }, { requiredKeys: [] }), { maxLength: 3 }),
        odd,
      ),
      elements: fc.oneof(elements, odd),
      calculatedValues: fc.oneof(
        fc.array(fc.record({ name: names, expression: formulas }), { maxLength: 3 }),
        odd,
      ),
      logo: odd,
      locale: odd,
    },
    { requiredKeys: [] },
  ),
  info: fc.record(
    {
      sections: odd,
      prefilled: odd,
      communes: odd,
      carriedOver: odd,
      compared: odd,
      funding: odd,
      onValidation: odd,
      kind: names,
    },
    { requiredKeys: [] },
  ),
})

const assertReadable = (content: Content): void => {
  const before = JSON.stringify(content)
  const findings = findingsIn(content)
  expect(JSON.stringify(content)).toBe(before)
  expect(findingsIn(structuredClone(content))).toEqual(findings)
  for (const finding of findings) {
    Finding.parse(finding)
    expect(finding.detail).toMatch(/^[«A-ZÀÉ].*[.?…]$/s)
    expect(finding.detail).not.toMatch(/undefined|NaN|\[object/)
  }
}

it('anything that is JSON is checked, the same each time, without being changed', () => {
  fc.assert(
    fc.property(generated, (made) => {
      assertReadable(Content.parse(JSON.parse(JSON.stringify(made))))
    }),
    { ...runs(30), interruptAfterTimeLimit: 10_000 },
  )
})

it('one of our questionnaires with anything in the place of anything is checked', () => {
  const contents = definitionNames.map(contentOf)
  fc.assert(
    fc.property(fc.constantFrom(...contents), fc.nat(), odd, (content, at, value) => {
      const text = JSON.stringify(content)
      const places: string[] = []
      JSON.parse(text, function (this: object, key, json) {
        if (key !== '') places.push(key)
        return json
      })
      let left = at % places.length
      const changed = JSON.parse(text, (key, json) => {
        if (key === '' || left < 0) return json
        left -= 1
        return left < 0 ? value : json
      })
      const parsed = Content.safeParse(JSON.parse(JSON.stringify(changed)))
      if (parsed.success) assertReadable(parsed.data)
    }),
    { ...runs(30), interruptAfterTimeLimit: 10_000 },
  )
})

it('every place told exists, or is the next in a list or object that does', () => {
  fc.assert(
    fc.property(generated, (made) => {
      const content = Content.parse(JSON.parse(JSON.stringify(made)))
      for (const { pointer } of findingsIn(content)) {
        const keys = keysOfPointer(pointer)
        expect(valueAt(content, keys.slice(0, -1))).toBeTypeOf('object')
      }
    }),
    { ...runs(20), interruptAfterTimeLimit: 5_000 },
  )
})

/** JSON that nests without end is told, and holds nothing up. */
it('a million brackets are told to be too deep', () => {
  const deep = Array.from({ length: 100_000 }).reduce<Content['info'][string]>((inside) => [inside], 'x')
  expect(findingsIn({ definition: { pages: deep }, info: {} })).toMatchObject([{ check: 'too-big' }])
})
