import { describe, expect, it } from 'vitest'
import { ReceiptClaims, referenceOf, submissionIdOf } from '../../forms/receipt.ts'

const CROCKFORD = '[0-9A-HJKMNP-TV-Z]'

describe('a submission’s id', () => {
  it('is 16 characters, the same for the same request', async () => {
    const id = await submissionIdOf('bilan-2024.belledonne', 1, 'cle-1')
    expect(id).toMatch(new RegExp(`^${CROCKFORD}{16}$`))
    expect(await submissionIdOf('bilan-2024.belledonne', 1, 'cle-1')).toBe(id)
  })

  it('differs with the response, the number and the key, wherever one ends and the next begins', async () => {
    const ids = await Promise.all([
      submissionIdOf('a.b', 1, 'c'),
      submissionIdOf('a.bb', 1, 'c'),
      submissionIdOf('a.b', 2, 'c'),
      submissionIdOf('a.b', 1, 'cc'),
      submissionIdOf('a.b', 11, 'c'),
      submissionIdOf('a.b', 1, '1c'),
    ])
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('a reference', () => {
  it('is the prefix and eight characters that can be read out on the telephone', async () => {
    const reference = await referenceOf('BQ', '0123456789ABCDEF')
    expect(reference).toMatch(new RegExp(`^BQ-${CROCKFORD}{4}-${CROCKFORD}{4}$`))
    expect(await referenceOf('BQ', '0123456789ABCDEF')).toBe(reference)
  })

  it('uses the whole alphabet, and is not met twice in 2,000', async () => {
    const all = await Promise.all(Array.from({ length: 2000 }, (_, i) => referenceOf('BQ', `envoi-${i}`)))
    expect(new Set(all).size).toBe(all.length)
    expect(new Set(all.flatMap((reference) => [...reference.slice(3).replace('-', '')])).size).toBe(32)
  })
})

describe('the claims of a receipt', () => {
  const claims = {
    iss: 'https://echeance.example',
    reference: 'BQ-4M2X-81TZ',
    response: 'bilan-2024.belledonne',
    organisation: 'Asso Belledonne',
    form: 'clas-bilan',
    formVersion: 1,
    number: 1,
    sha256: 'a'.repeat(64),
    receivedAt: '2024-07-12T12:32:03.000Z',
    closesAt: '2024-07-12T22:00:00.000Z',
  }

  it('are all needed', () => {
    expect(ReceiptClaims.parse(claims)).toEqual(claims)
    for (const missing of Object.keys(claims))
      expect(ReceiptClaims.safeParse({ ...claims, [missing]: undefined }).success).toBe(false)
  })

  it.each([{ sha256: 'A'.repeat(64) }, { sha256: 'abc' }, { number: 0 }, { receivedAt: '2024-07-12' }])(
    'refuse %o',
    (wrong) => {
      expect(ReceiptClaims.safeParse({ ...claims, ...wrong }).success).toBe(false)
    },
  )
})
