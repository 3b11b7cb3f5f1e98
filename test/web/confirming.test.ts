import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createConfirming } from '../../web/fill/confirming.ts'
import { forgetToken } from '../../web/shared/session.ts'

const json = (body: object) =>
  new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } })
const sent: string[] = []

beforeEach(() => {
  forgetToken()
  sent.length = 0
  vi.stubGlobal('fetch', async (url: string) => {
    if (url === '/api/session') return json({ accessToken: 'jeton', expiresInSeconds: 600 })
    sent.push(url)
    return json({})
  })
})
afterEach(() => vi.unstubAllGlobals())

/** A page on which a section has these counts of what it still needs. */
const confirmingWith = (missing: { faulty: number; lacking: number; first?: string }) => {
  const reveal = vi.fn()
  const answers = { montant: 12 }
  const confirming = createConfirming({
    response: () => ({
      id: 'r',
      form: { sections: [], version: 1 },
      sections: { budget: { answers, revision: 2, savedAt: '2026-06-10T09:00:00.000Z', savedBy: 'Andréa' } },
    }),
    keys: { budget: ['montant'] },
    survey: () => ({ missing: () => missing, reveal }),
    saving: { answers: () => ({ budget: answers }), unsaved: () => [], flush: async () => {} },
    refresh: async () => {},
  })
  return { confirming, reveal }
}

describe('a person who confirms a section', () => {
  it.each([
    ['lacks an answer', { faulty: 0, lacking: 1, first: 'montant' }],
    ['has one that cannot be taken', { faulty: 1, lacking: 0, first: 'montant' }],
  ])('is shown what to do first when it %s, and nothing is confirmed', async (_, missing) => {
    const { confirming, reveal } = confirmingWith(missing)
    expect(await confirming.confirm('budget')).toBe('incomplete')
    expect(reveal).toHaveBeenCalledWith('budget')
    expect(confirming.firstLeft('budget')).toBe('montant')
    expect(sent).toEqual([])
  })

  it('confirms one that lacks nothing', async () => {
    const { confirming, reveal } = confirmingWith({ faulty: 0, lacking: 0 })
    expect(await confirming.confirm('budget')).toBe('confirmed')
    expect(reveal).not.toHaveBeenCalled()
    expect(sent).toEqual(['/api/responses/r/sections/budget/confirmation?version=1'])
  })
})
