import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Shown } from '../../web/fill/outdated.ts'
import { saveSection } from '../../web/fill/save-section.ts'
import { forgetToken } from '../../web/shared/session.ts'

const NOW = '2026-06-10T09:00:00.000Z'
const json = (body: object, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
const saved = (more: object) =>
  json({ revision: 3, savedAt: NOW, closesAt: '2026-06-30T22:00:00.000Z', ...more })
const current = { answers: { quartier: 'Biollay' }, revision: 5, savedAt: NOW, savedBy: 'Camille Martin' }
const stale = json(
  { type: '/problems/stale/', title: 'T', status: 412, detail: 'D', instance: 'i', current },
  412,
)

beforeEach(() => {
  forgetToken()
  vi.stubGlobal('document', { visibilityState: 'visible' })
})
afterEach(() => vi.unstubAllGlobals())

/** Whether a page that shows a draft nobody transmitted asks how it stands, after such a reply to its save. */
const asksAgain = async (reply: Response, shown: Partial<Shown> = {}): Promise<boolean> => {
  vi.stubGlobal('fetch', async (url: string) =>
    url === '/api/session' ? json({ accessToken: 'jeton', expiresInSeconds: 600 }) : reply.clone(),
  )
  const onOutdated = vi.fn()
  await saveSection({
    response: { id: 'r', form: { version: 1 }, status: 'draft', ...shown },
    section: 'lieu',
    answers: { quartier: 'Sud' },
    revision: 2,
    onOutdated,
  })
  return onOutdated.mock.calls.length > 0
}

describe('a page that saves a section', () => {
  it.each([
    ['was transmitted meanwhile', saved({ status: 'submitted', submissionNumber: 1 })],
    ['was transmitted, then sent back', saved({ status: 'to-correct', submissionNumber: 1 })],
    ['was saved by another tab, which may have transmitted it', stale],
  ])('asks at once how the response stands when it %s', async (_, reply) => {
    expect(await asksAgain(reply)).toBe(true)
  })

  it('asks again when it was transmitted once more', async () => {
    const shown: Partial<Shown> = { status: 'submitted', submission: { number: 1 } }
    expect(await asksAgain(saved({ status: 'submitted', submissionNumber: 2 }), shown)).toBe(true)
    expect(await asksAgain(saved({ status: 'submitted', submissionNumber: 1 }), shown)).toBe(false)
  })

  it.each<[string, Response, Partial<Shown>]>([
    ['nothing has changed', saved({ status: 'draft', submissionNumber: 0 }), {}],
    ['its first answer begins the response', saved({ status: 'draft' }), { status: 'called' }],
    ['it is a trial, which stands nowhere', saved({}), {}],
  ])('asks nothing more when %s', async (_, reply, shown) => {
    expect(await asksAgain(reply, shown)).toBe(false)
  })
})
