import { describe, expect, it } from 'vitest'
import { type CheckName, catalogue } from '../../forms/checking/catalogue.ts'
import { blocks, findingsIn } from '../../forms/checking/findings-in.ts'
import { applyPatch } from '../../forms/editing/json-patch.ts'
import { Content, type Finding } from '../../forms/editing-wire.ts'
import { contentWith } from '../support/checking-case.ts'
import { cases } from '../support/checking-cases.ts'

const found = (content: Content, check: CheckName): Finding | undefined =>
  findingsIn(content).find((finding) => finding.check === check)

it('every check has a questionnaire that it finds something in', () => {
  expect([...new Set(cases.map(({ check }) => check))].toSorted()).toEqual(Object.keys(catalogue).toSorted())
})

it('a plain questionnaire has nothing to mend', () => {
  expect(findingsIn(contentWith({}))).toEqual([])
})

describe.each(cases)('$check in $title', ({ check, content, pointer, says, mends }) => {
  it('is told at its place, in French', () => {
    expect(found(content, check)).toMatchObject({
      severity: catalogue[check].severity,
      pointer,
      detail: expect.stringContaining(says),
    })
    expect(blocks(findingsIn(content))).toBe(catalogue[check].severity === 'error')
  })

  it.runIf(mends)('is gone once mended', () => {
    const finding = found(content, check)
    const mended = Content.parse(applyPatch(content, finding?.fix?.patch ?? []))
    expect(found(mended, check)).toBeUndefined()
    expect(findingsIn(mended).length).toBeLessThan(findingsIn(content).length)
  })
})
