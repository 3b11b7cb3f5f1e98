import { expect, it } from 'vitest'
import type { Content, Finding } from '../../forms/editing-wire.ts'
import { type CheckRequest, createChecks } from '../../web/editor/use-findings.ts'

const content = (title: string): Content => ({ definition: { title }, info: {} })
const finding = (detail: string): Finding => ({ check: 'no-title', severity: 'warning', pointer: '', detail })

const desk = () => {
  const asked: CheckRequest[] = []
  const told: string[] = []
  let timer: (() => void) | undefined
  const checks = createChecks(
    {
      post: (request) => asked.push(request),
      after: (_, run) => {
        timer = run
        return () => {
          timer = undefined
        }
      },
    },
    (findings) => told.push(...findings.map(({ detail }) => detail)),
  )
  return { asked, told, checks, rest: () => timer?.() }
}

it('asks once the questionnaire rests, about the newest content', () => {
  const { asked, checks, rest } = desk()
  checks.changed(content('a'))
  checks.changed(content('b'))
  expect(asked).toEqual([])
  rest()
  expect(asked).toEqual([{ id: 1, content: content('b') }])
})

it('asks again only when the answer to the question before has come', () => {
  const { asked, told, checks, rest } = desk()
  checks.changed(content('a'))
  rest()
  checks.changed(content('b'))
  rest()
  checks.changed(content('c'))
  rest()
  expect(asked.map(({ id }) => id)).toEqual([1])
  checks.answered({ id: 1, findings: [finding('un')] })
  expect(asked.at(-1)).toEqual({ id: 2, content: content('c') })
  checks.answered({ id: 2, findings: [finding('deux')] })
  expect(told).toEqual(['un', 'deux'])
  expect(asked).toHaveLength(2)
})

it('says nothing of an answer to no question', () => {
  const { told, checks } = desk()
  checks.answered({ id: 7, findings: [finding('sept')] })
  expect(told).toEqual([])
})
