import { describe, expect, it } from 'vitest'
import type { Access } from '../../forms/accesses.ts'
import { rowsOf } from '../../web/caf/access-lines.ts'

const line = (seconds: number, what: Access['what'], more: Partial<Access> = {}): Access => ({
  id: `${seconds}-${what}`,
  at: new Date(Date.parse('2026-06-10T09:00:00.000Z') + seconds * 1000).toISOString(),
  what,
  by: 'Alix Bernard',
  email: 'conseiller@caf731.test',
  side: 'caf',
  response: 'bilan.clas-du-val',
  ...more,
})
const told = (lines: readonly Access[]) => rowsOf(lines).map(({ whats }) => whats.join(' '))

describe('the rows of the log of accesses', () => {
  it('tell together what is read of one dossier as its page opens', () => {
    expect(told([line(2, 'messages-read'), line(1, 'history-read'), line(0, 'response-read')])).toEqual([
      'response-read history-read messages-read',
    ])
  })

  it('keep apart persons, dossiers, moments, and whatever changes something', () => {
    const lines = [
      line(200, 'response-read', { email: 'autre@caf731.test' }),
      line(199, 'response-read', { response: 'bilan.clas-du-lac' }),
      line(198, 'validated'),
      line(197, 'response-read'),
      line(100, 'response-read'),
    ]
    expect(told(lines)).toEqual(lines.map(({ what }) => what))
  })
})
