import { describe, expect, it } from 'vitest'
import { validAnswers } from '../support/answers.ts'
import { lettersTo } from '../support/mailbox.ts'
import { usePlatform } from '../support/server.ts'

const NOW = '2026-06-10T09:00:00.000Z'
const platform = usePlatform({ now: NOW })

const submit = async (project: string, key: string) => {
  const partner = await platform.as('partenaire@asso-belledonne.test')
  const path = `/responses/bilan-2026-06-10-caf731.${project}`
  const { etag } = await partner.get(path)
  return partner.post(`${path}/submission`, {
    headers: { 'if-match': etag, 'idempotency-key': key },
    body: { answers: validAnswers() },
  })
}

describe('a receipt by mail', () => {
  it('reaches those who sign for the organisation, soon, once, with the signed receipt', async () => {
    const { body } = await submit('clas-de-belledonne', 'un')
    const { reference } = body.receipt
    const [letter, ...more] = await lettersTo(platform, 'partenaire@asso-belledonne.test', reference)
    expect(more).toEqual([])
    expect(letter?.subject).toContain(`référence ${reference}`)
    expect(letter?.attachments.map(({ name }) => name)).toEqual([`recu-${reference}.jws`])
    expect(await lettersTo(platform, 'saisie@asso-belledonne.test', reference, { none: true })).toEqual([])
  })
})
