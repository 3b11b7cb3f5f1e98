// The storage of one machine: what it forgets, and that kill -9 takes nothing it has acknowledged.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, describe, expect, it } from 'vitest'
import { openFileStore } from '../../infra/local/file-store.ts'
import { createStorage } from '../../infra/local/storage.ts'
import { DEMO_NOW } from '../support/data-folder.ts'
import { announce, check, give, pdf, put } from '../support/documents.ts'
import { useRestarts } from '../support/restarts.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'echeance-storage-'))
const HOUR_MS = 3_600_000
afterAll(() => {
  rmSync(dataDir, { recursive: true, force: true })
})

describe('what waits in quarantine', () => {
  it('is forgotten after a day, and what was kept is not', async () => {
    const folder = join(dataDir, 'expiry')
    let now = Date.now()
    const storage = createStorage({
      dataDir: folder,
      accessKeyId: 'a',
      secretAccessKey: 'b',
      now: () => now,
    })
    const files = openFileStore(join(folder, 'uploads'))
    const whole = () => Readable.from([Buffer.from('octets')])
    for (const key of ['quarantine/a.b/un', 'kept/a.b/deux'])
      expect(await files.put(key, { type: 'text/plain', size: 6 }, whole())).toBe(true)
    const there = async () =>
      [await files.find('quarantine/a.b/un'), await files.find('kept/a.b/deux')].map(Boolean)
    now += 23 * HOUR_MS
    await storage.expire()
    expect(await there()).toEqual([true, true])
    now += 2 * HOUR_MS
    await storage.expire()
    expect(await there()).toEqual([false, true])
    storage.stop()
  })

  it('is there whole or not at all', async () => {
    const files = openFileStore(join(dataDir, 'whole'))
    const broken = Readable.from(
      (async function* () {
        yield Buffer.from('déb')
        throw new Error('cut')
      })(),
    )
    expect(await files.put('kept/a.b/un', { type: 'text/plain', size: 10 }, broken)).toBe(false)
    const short = Readable.from([Buffer.from('court')])
    expect(await files.put('kept/a.b/un', { type: 'text/plain', size: 10 }, short)).toBe(false)
    expect(await files.find('kept/a.b/un')).toBeUndefined()
    expect(readdirSync(join(dataDir, 'whole/unfinished'))).toEqual([])
  })
})

describe('kill -9', () => {
  const platform = useRestarts()
  const start = () => platform.start('bonjour@nouvelle-association.test', DEMO_NOW)

  it('loses no document that was acknowledged, checked or not; signed addresses die with the process', async () => {
    let partner = await start()
    const [{ id: campaign }] = (await partner.get('/open-campaigns')).body.items.filter(
      ({ opens }: { opens: string }) => opens === 'organisation',
    )
    const started = await partner.post(`/campaigns/${campaign}/responses`, {
      body: { organisationName: 'Les Petits Cahiers' },
    })
    const path = `/responses/${started.body.id}`
    const question = 'pj_3'
    const kept = await give(partner, path, { question, name: 'Gardé.pdf', bytes: pdf('gardé') })
    expect(kept.status).toBe(200)
    const waiting = await announce(partner, path, { question, name: 'Attend.pdf', bytes: pdf('attend') })
    expect((await put(waiting, pdf('attend'))).status).toBe(200)
    const late = await announce(partner, path, { question, name: 'Tard.pdf', bytes: pdf() })
    await platform.kill()
    partner = await start()
    const { body } = await partner.get(`${path}/documents/${kept.body.document.id}`)
    expect(await (await fetch(body.url, { headers: body.headers })).text()).toContain('% gardé')
    expect((await check(partner, path, waiting.body.document.id)).status).toBe(200)
    const { upload } = late.body
    upload.url = upload.url.replace(/localhost:\d+/, `localhost:${platform.place().port}`)
    expect((await put(late, pdf())).status).toBe(403)
  })
})
