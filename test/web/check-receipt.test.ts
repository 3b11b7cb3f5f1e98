import { CompactSign, exportJWK, generateKeyPair, type JSONWebKeySet } from 'jose'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ReceiptClaims } from '../../forms/receipt.ts'
import { checkReceipt, findReceipt } from '../../web/verify/check-receipt.ts'

const origin = 'https://echeance.example'
const claims: ReceiptClaims = {
  iss: origin,
  reference: 'BQ-4M2X-81TZ',
  response: 'bilan-2024.belledonne',
  organisation: 'Asso « Belledonne » é€',
  form: 'clas-bilan',
  formVersion: 1,
  number: 1,
  sha256: 'a'.repeat(64),
  receivedAt: '2024-07-12T12:32:03.000Z',
  closesAt: '2024-07-12T22:00:00.000Z',
}
const ours = await generateKeyPair('ES256', { extractable: true })
const theirs = await generateKeyPair('ES256', { extractable: true })
let keys: JSONWebKeySet

const signed = (
  what: object = claims,
  { key = ours.privateKey, kid = 'notre-cle', typ = 'receipt+jwt' } = {},
): Promise<string> =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(what)))
    .setProtectedHeader({ alg: 'ES256', kid, typ })
    .sign(key)
const check = async (text: string | Promise<string>) => checkReceipt(await text, { keys, origin })

beforeAll(async () => {
  keys = { keys: [{ ...(await exportJWK(ours.publicKey)), kid: 'notre-cle', alg: 'ES256', use: 'sig' }] }
})

describe('a receipt that is checked', () => {
  it('is asked for where nothing was given', async () => {
    expect(await check(' \n')).toEqual({ kind: 'nothing' })
  })

  it('is authentic when one of our keys signed it, and says its claims', async () => {
    expect(await check(signed())).toEqual({ kind: 'authentic', claims })
  })

  it.each([
    ['with spaces and line breaks around', (jws: string) => `\n  ${jws} \r\n`],
    ['wrapped by a mail program', (jws: string) => jws.replaceAll(/(.{76})/g, '$1\r\n')],
    ['in a sentence', (jws: string) => `Mon reçu : ${jws}, merci.`],
    ['in the address of a code', (jws: string) => `${origin}/verifier/#${jws}`],
    ['among the bytes of a PDF', (jws: string) => `%PDF-1.5 \u00ff /Keywords (${jws})\n>> endobj`],
  ])('is found %s', async (_, around) => {
    const jws = await signed()
    expect(findReceipt(around(jws))).toBe(jws)
    expect(await check(around(jws))).toMatchObject({ kind: 'authentic' })
  })

  it('is altered when a claim or the signature was changed', async () => {
    const [header, , signature = ''] = (await signed()).split('.')
    const forged = Buffer.from(JSON.stringify({ ...claims, number: 2 })).toString('base64url')
    expect(await check(`${header}.${forged}.${signature}`)).toEqual({ kind: 'altered' })
    const flipped = (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1)
    expect(await check((await signed()).replace(/[^.]+$/, flipped))).toEqual({ kind: 'altered' })
    expect(await check(signed(claims, { key: theirs.privateKey }))).toEqual({ kind: 'altered' })
  })

  it('is signed by a key we never published', async () => {
    expect(await check(signed(claims, { key: theirs.privateKey, kid: 'autre' }))).toEqual({
      kind: 'unknown-key',
    })
  })

  it('comes from another site', async () => {
    const other = { ...claims, iss: 'https://ailleurs.example' }
    expect(await check(signed(other, { key: theirs.privateKey, kid: 'autre' }))).toEqual({
      kind: 'another-issuer',
      issuer: 'https://ailleurs.example',
    })
  })

  it.each([
    ['any text', () => 'Bonjour'],
    ['a token of another kind, though we signed it', () => signed(claims, { typ: 'at+jwt' })],
    ['other claims, though we signed them', () => signed({ sub: 'x', iss: origin })],
    ['half of a receipt', async () => (await signed()).slice(0, 200)],
    [
      'a receipt that asks for no signature',
      async () => `eyJhbGciOiJub25lIn0.${(await signed()).split('.')[1]}.`,
    ],
  ])('is not a receipt: %s', async (_, given) => {
    expect(await check(given())).toEqual({ kind: 'not-a-receipt' })
  })
})
