import { describe, expect, it } from 'vitest'
import { validAnswers } from '../support/answers.ts'
import { letters, lettersTo } from '../support/mailbox.ts'
import { useRestarts } from '../support/restarts.ts'

const ROUNDS = 3
const PARTNER = 'partenaire@asso-belledonne.test'
const PATH = '/responses/bilan-2026-06-10-caf731.clas-de-belledonne'
const platform = useRestarts()

/** Ten minutes later at each start: what a dead worker had claimed is due again. */
const start = (round: number) =>
  platform.start(PARTNER, `2026-06-10T${String(9 + round).padStart(2, '0')}:00:00.000Z`)

describe('kill -9 while mails are owed', () => {
  it('loses none of them, round after round, and keeps the mailbox', async () => {
    const references: string[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const partner = await start(round)
      const kept = letters(platform.dataDir).length
      const { etag } = await partner.get(PATH)
      const sent = await partner.post(`${PATH}/submission`, {
        headers: { 'if-match': etag, 'idempotency-key': `tour-${round}` },
        body: { answers: validAnswers() },
      })
      expect(sent.status).toBe(201)
      references.push(sent.body.receipt.reference)
      // From before the worker is awake to the middle of its work.
      await new Promise((done) => setTimeout(done, round * 200))
      await platform.kill()
      expect(letters(platform.dataDir).length).toBeGreaterThanOrEqual(kept)
    }
    await start(ROUNDS)
    for (const reference of references) {
      const found = await lettersTo(platform, PARTNER, reference)
      expect(found.length).toBeGreaterThanOrEqual(1)
      expect(found.length).toBeLessThanOrEqual(2)
    }
    const page = await fetch(`${platform.place().origin}/boite-aux-lettres/`)
    for (const reference of references) expect(await page.clone().text()).toContain(reference)
  })
})
