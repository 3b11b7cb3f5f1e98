// The files on their way to a response: one after the other, none lost, none twice.
import { describe, expect, it } from 'vitest'
import type { DocumentView } from '../../forms/documents-wire.ts'
import type { PendingFile } from '../../web/fill/pending-files.ts'
import { createUploads } from '../../web/fill/uploads.ts'
import { ApiProblem, NetworkFailure } from '../../web/shared/api.ts'

const PDF = new Blob(['%PDF-1.7'])

const problem = (status: number, detail: string) =>
  new ApiProblem({ type: '/problems/x/', title: 'Non', status, detail, instance: '' })

/** Uploads to a server that does as it is told: `fails` holds what each kind of request throws, once each. */
const uploading = (kept: readonly PendingFile[] = [], answers: Record<string, string[]> = {}) => {
  const files = new Map(kept.map((pending) => [pending.key, pending]))
  const held = new Set<string>()
  const asked: string[] = []
  const given: string[] = []
  const fails: Partial<Record<'announce' | 'send' | 'check' | 'reuse', unknown[]>> = {}
  let gate: Promise<void> | undefined
  const open = { now: () => {} }
  const attempt = (what: keyof typeof fails, told: string) => {
    asked.push(told)
    const failure = fails[what]?.shift()
    if (failure) throw failure
  }
  const view = (id: string, question: string, name: string): DocumentView => ({
    ...{ id, question, name, type: 'application/pdf', size: 8, status: 'kept' },
    ...{ givenAt: '2026-06-03T10:00:00.000Z', givenBy: 'Camille', sent: false },
  })
  let number = 0
  const names = new Map<string, [string, string]>()
  const uploads = createUploads({
    transfer: {
      announce: async (question, name) => {
        attempt('announce', `announce ${name}`)
        number += 1
        names.set(`d${number}`, [question, name])
        return { document: view(`d${number}`, question, name), upload: { url: `d${number}`, headers: {} } }
      },
      send: async ({ url }, _, onProgress, signal) => {
        attempt('send', `send ${url}`)
        onProgress(0.5)
        await gate
        if (signal.aborted) throw new NetworkFailure('coupé')
      },
      check: async (id) => {
        attempt('check', `check ${id}`)
        return view(id, ...(names.get(id) ?? ['', '']))
      },
      reuse: async (question, from) => {
        attempt('reuse', `reuse ${from.document}`)
        return view('copie', question, 'statuts.pdf')
      },
      remove: async (id) => {
        asked.push(`remove ${id}`)
      },
    },
    files: {
      load: async () => [...files.values()],
      keep: async (pending) => {
        files.set(pending.key, pending)
        return true
      },
      drop: async (key) => {
        files.delete(key)
      },
    },
    hold: async (key) => {
      if (held.has(key)) return undefined
      held.add(key)
      return () => held.delete(key)
    },
    newKey: () => `k${files.size + held.size + 1}`,
    answered: (question) => answers[question] ?? [],
    onGiven: (question, { id }, replaces) => given.push(`${question} ${id}${replaces ? ' alone' : ''}`),
    onChange: () => {},
  })
  const closeGate = () => {
    gate = new Promise((resolve) => {
      open.now = resolve
    })
  }
  return { uploads, files, held, asked, given, fails, closeGate, open }
}
const pending = (more: Partial<PendingFile> = {}): PendingFile => ({
  ...{ key: 'k9', question: 'rib', name: 'rib.pdf', file: PDF, replaces: true, ...more },
})
const states = (uploads: ReturnType<typeof createUploads>, question = 'rib') =>
  uploads.of(question).map(({ state }) => state.kind)

describe('a file that is given', () => {
  it('is announced, sent and checked, then becomes part of the answer and leaves the device', async () => {
    const { uploads, files, held, asked, given } = uploading()
    await uploads.give('rib', 'rib.pdf', { file: PDF }, true)
    expect(asked).toEqual(['announce rib.pdf', 'send d1', 'check d1'])
    expect([given, states(uploads), files.size, held.size]).toEqual([['rib d1 alone'], [], 0, 0])
  })

  it('waits for the one before it, and is kept on the device meanwhile', async () => {
    const { uploads, files, asked, given, closeGate, open } = uploading()
    closeGate()
    const both = [
      uploads.give('comptes', 'a.pdf', { file: PDF }, false),
      uploads.give('comptes', 'b.pdf', { file: PDF }, false),
    ]
    await expect.poll(() => states(uploads, 'comptes')).toEqual(['sending', 'waiting'])
    await expect.poll(() => [...files.values()].map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf'])
    expect(uploads.isBusy()).toBe(true)
    open.now()
    await Promise.all(both)
    await expect.poll(() => given).toEqual(['comptes d1', 'comptes d2'])
    expect(asked.indexOf('check d1')).toBeLessThan(asked.indexOf('announce b.pdf'))
    expect(uploads.isBusy()).toBe(false)
  })

  it('that was cut is kept, and sent anew when it is tried again', async () => {
    const { uploads, files, asked, given, fails } = uploading()
    fails.send = [new NetworkFailure('coupé')]
    await uploads.give('rib', 'rib.pdf', { file: PDF }, true)
    expect([states(uploads), given, files.size, uploads.isBusy()]).toEqual([['cut'], [], 1, false])
    await uploads.retry()
    expect(asked.slice(2)).toEqual(['remove d1', 'announce rib.pdf', 'send d2', 'check d2'])
    expect([given, files.size]).toEqual([['rib d2 alone'], 0])
  })

  it('is not sent again when only the reply of its check was lost', async () => {
    const { uploads, asked, given, fails } = uploading()
    fails.check = [new NetworkFailure('perdu')]
    await uploads.give('rib', 'rib.pdf', { file: PDF }, true)
    expect([asked.filter((it) => it.startsWith('send')), given]).toEqual([['send d1'], ['rib d1 alone']])
  })

  it('that the server refuses says why, and is tried no more', async () => {
    const { uploads, files, given, fails } = uploading()
    fails.check = [problem(422, 'Ce n’est pas un PDF.')]
    await uploads.give('rib', 'rib.pdf', { file: PDF }, true)
    expect(uploads.of('rib')[0]?.state).toEqual({ kind: 'refused', message: 'Ce n’est pas un PDF.' })
    await uploads.retry()
    expect([states(uploads), given, files.size]).toEqual([['refused'], [], 0])
  })

  it('waits for a new sign-in, when the session has expired', async () => {
    const { uploads, files, fails } = uploading()
    fails.announce = [problem(401, 'Session expirée')]
    await uploads.give('rib', 'rib.pdf', { file: PDF }, true)
    expect(uploads.of('rib')[0]?.state).toEqual({ kind: 'session-expired', isKept: true })
    expect(files.size).toBe(1)
  })

  it('is given up when it is cancelled, by the server too, and the next one goes on', async () => {
    const { uploads, files, asked, given, closeGate, open } = uploading()
    closeGate()
    const both = [
      uploads.give('comptes', 'a.pdf', { file: PDF }, false),
      uploads.give('comptes', 'b.pdf', { file: PDF }, false),
    ]
    await expect.poll(() => states(uploads, 'comptes')).toEqual(['sending', 'waiting'])
    await uploads.cancel(uploads.of('comptes')[0]?.key ?? '')
    open.now()
    await Promise.all(both)
    await expect.poll(() => given).toEqual(['comptes d2'])
    expect([asked.includes('remove d1'), files.size]).toEqual([true, 0])
  })
})

describe('a document of the folder', () => {
  it('is taken as it is, and tried again when it was cut', async () => {
    const { uploads, asked, given, fails } = uploading()
    fails.reuse = [new NetworkFailure('coupé')]
    await uploads.give('statuts', 'statuts.pdf', { from: { response: 'a.b', document: 'x' } }, true)
    expect(states(uploads, 'statuts')).toEqual(['cut'])
    await uploads.retry()
    expect([asked, given]).toEqual([['reuse x', 'reuse x'], ['statuts copie alone']])
  })
})

describe('what an earlier visit left on its way', () => {
  it('is sent anew', async () => {
    const { uploads, asked, given, files } = uploading([pending({ document: 'ancien' })])
    await uploads.resume()
    expect(asked).toEqual(['remove ancien', 'announce rib.pdf', 'send d1', 'check d1'])
    expect([given, files.size]).toEqual([['rib d1 alone'], 0])
  })

  it('is forgotten when the answer names it already', async () => {
    const { uploads, asked, files } = uploading([pending({ document: 'ancien' })], { rib: ['ancien'] })
    await uploads.resume()
    expect([asked, files.size, states(uploads)]).toEqual([[], 0, []])
  })

  it('is left to the tab that is sending it', async () => {
    const { uploads, asked, held } = uploading([pending()])
    held.add('k9')
    await uploads.resume()
    expect([asked, states(uploads)]).toEqual([[], []])
  })
})
