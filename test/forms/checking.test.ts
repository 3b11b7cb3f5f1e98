import { describe, expect, it } from 'vitest'
import { blocks, findingsIn } from '../../forms/checking/findings-in.ts'
import { contentOf } from '../support/contents.ts'
import { definitionNames } from '../support/definitions.ts'

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
