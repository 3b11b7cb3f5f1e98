import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { validAnswers } from '../support/answers.ts'
import { DEMO_NOW } from '../support/data-folder.ts'
import { startProcess } from '../support/process.ts'
import { useRestarts } from '../support/restarts.ts'

const ROUNDS = 3
const WRITING_MS = 1200
const BELLEDONNE = '/responses/bilan-2026-06-10-caf731.clas-de-belledonne'
const platform = useRestarts()
const { dataDir } = platform
const start = () => platform.start('partenaire@asso-belledonne.test', DEMO_NOW)

describe('kill -9 under writes', () => {
  it('loses nothing that was acknowledged, round after round', async () => {
    const kept: Record<string, { revision: number; quartier: string }> = {}
    let lastReference = ''
    let partner = await start()
    for (let round = 0; round < ROUNDS; round += 1) {
      const { body, etag } = await partner.get(BELLEDONNE)
      expect(body.reference ?? '').toBe(lastReference)
      const sent = await partner.post(`${BELLEDONNE}/submission`, {
        headers: { 'if-match': etag, 'idempotency-key': `tour-${round}` },
        body: { answers: validAnswers() },
      })
      expect(sent.status).toBe(201)
      lastReference = sent.body.receipt.reference

      let writing = true
      const write = async (id: string) => {
        const path = `/responses/${id}`
        let revision: number = (await partner.get(path)).body.sections.lieu?.revision ?? 0
        for (let i = 0; writing; i += 1) {
          const quartier = `Tour ${round}, essai ${i}`
          const saved = await partner
            .put(`${path}/sections/lieu`, {
              headers: { 'if-match': `"${revision}"` },
              body: { answers: { quartier } },
            })
            .catch(() => undefined)
          if (saved?.status !== 200) return
          revision = saved.body.revision
          kept[path] = { revision, quartier }
        }
      }
      const writers = ['clas-de-belledonne', 'clas-des-bauges'].map((p) =>
        write(`bilan-2026-06-10-caf731.${p}`),
      )
      await new Promise((done) => setTimeout(done, WRITING_MS))
      await platform.kill()
      writing = false
      await Promise.all(writers)

      partner = await start()
      for (const [path, { revision, quartier }] of Object.entries(kept)) {
        const { lieu } = (await partner.get(path)).body.sections
        expect(lieu.revision).toBeGreaterThanOrEqual(revision)
        if (lieu.revision === revision) expect(lieu.answers.quartier).toBe(quartier)
        expect(lieu.revision - revision).toBeLessThanOrEqual(1)
      }
      expect((await partner.get(BELLEDONNE)).body.reference).toBe(lastReference)
    }
    await platform.kill()
    expect(Object.keys(kept)).toHaveLength(2)
  })
})

describe('starting badly', () => {
  it('says which port is taken, and how to choose another', async () => {
    await start()
    const { port } = platform.place()
    const other = mkdtempSync(join(tmpdir(), 'echeance-port-'))
    await expect(startProcess(['--port', port, '--data', other])).rejects.toThrow(
      `Le port ${port} est déjà pris`,
    )
    rmSync(other, { recursive: true, force: true })
  })

  it('says that a data folder is in use by another instance', async () => {
    await expect(startProcess(['--port', '0', '--data', dataDir])).rejects.toThrow('autre instance')
    await platform.kill()
  })

  it('says that a data folder is damaged, and how to start afresh', async () => {
    const folder = join(dataDir, 'dynamodb')
    for (const file of readdirSync(folder)) writeFileSync(join(folder, file), 'abîmé')
    await expect(startProcess(['--port', '0', '--data', dataDir])).rejects.toThrow(/abîmé, mettez-le de côté/)
  })

  it('refuses options that make no sense', async () => {
    await expect(startProcess(['--port', 'huit'])).rejects.toThrow('--port attend un nombre')
    await expect(startProcess(['--now', 'demain'])).rejects.toThrow('--now attend un instant')
  })
})
