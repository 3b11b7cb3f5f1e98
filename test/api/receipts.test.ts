import { createPublicKey, verify } from 'node:crypto'
import { mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GetPublicKeyCommand, KMSClient, ListKeysCommand, SignCommand } from '@aws-sdk/client-kms'
import { calculateJwkThumbprint, compactVerify, createLocalJWKSet, decodeProtectedHeader } from 'jose'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { canonicalJson } from '../../forms/canonical.ts'
import type { ReceiptClaims } from '../../forms/receipt.ts'
import { signReceipt } from '../../functions/external/receipts.ts'
import { createKms, type Kms } from '../../infra/local/kms.ts'
import { type Listening, listen } from '../../infra/local/listen.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'echeance-kms-'))
const privateFile = join(dataDir, 'receipts', 'private.pem')
let kms: Kms
let answer: (request: IncomingMessage, response: ServerResponse) => unknown
let server: Listening

const claims: ReceiptClaims = {
  iss: 'https://echeance.example',
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

const openKms = () => {
  kms = createKms({ dataDir })
  answer = kms.handle
  Object.assign(process.env, { RECEIPT_KEY_ID: kms.keyId, RECEIPT_KID: kms.kid })
}
const client = () => new KMSClient({})
const verified = (jws: string) => compactVerify(jws, createLocalJWKSet({ keys: kms.jwks().keys }))

beforeAll(async () => {
  server = await listen(
    createServer((request, response) => answer(request, response)),
    0,
  )
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_KMS: server.url,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: 'eu-west-3',
  })
})
beforeEach(openKms)
afterAll(async () => {
  await server.close()
  rmSync(dataDir, { recursive: true, force: true })
})

describe('a receipt', () => {
  it('is a JWS that anyone verifies against the published keys, and says its claims', async () => {
    const { payload, protectedHeader } = await verified(await signReceipt(claims))
    expect(protectedHeader).toEqual({ alg: 'ES256', kid: kms.kid, typ: 'receipt+jwt' })
    expect(new TextDecoder().decode(payload)).toBe(canonicalJson(claims))
  })

  it('no longer verifies once a claim is changed', async () => {
    const [header, , signature] = (await signReceipt(claims)).split('.')
    const forged = Buffer.from(canonicalJson({ ...claims, number: 2 })).toString('base64url')
    await expect(verified(`${header}.${forged}.${signature}`)).rejects.toThrow('signature')
  })

  it.each([
    ['two whole integers', '7f'.repeat(32), '11'.repeat(32)],
    ['integers whose first bit is set, which DER pads', 'ff'.repeat(32), '80'.repeat(32)],
    ['a short first integer', '01'.repeat(31), 'ff'.repeat(32)],
    ['a very short second integer', 'ff'.repeat(32), '05'],
  ])('has 64 bytes of signature from KMS’s DER: %s', async (_, r, s) => {
    answer = async (_request, response) => {
      const Signature = derOf(r, s).toString('base64')
      response.end(JSON.stringify({ KeyId: kms.keyId, Signature, SigningAlgorithm: 'ECDSA_SHA_256' }))
    }
    const signature = (await signReceipt(claims)).split('.')[2] ?? ''
    expect(Buffer.from(signature, 'base64url').toString('hex')).toBe(
      r.padStart(64, '0') + s.padStart(64, '0'),
    )
  })

  it('verifies whatever the signature: 200 of them', async () => {
    for (let number = 1; number <= 200; number += 1) await verified(await signReceipt({ ...claims, number }))
  })
})

describe('the key', () => {
  it('is readable by its owner only, and leaves no half-written file', () => {
    expect(statSync(privateFile).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(dataDir, 'receipts')).sort()).toEqual(['private.pem', 'public'])
  })

  it('is named by its RFC 7638 thumbprint, and nothing private is published', async () => {
    const [key] = kms.jwks().keys
    expect(kms.jwks().keys).toHaveLength(1)
    expect(key && (await calculateJwkThumbprint(key))).toBe(kms.kid)
    expect(Object.keys(key ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y'])
  })

  it('is the same after a restart', async () => {
    const before = kms.kid
    const jws = await signReceipt(claims)
    openKms()
    expect(kms.kid).toBe(before)
    await verified(jws)
  })

  it('once retired still verifies what it signed', async () => {
    const jws = await signReceipt(claims)
    renameSync(privateFile, `${privateFile}.retired`)
    openKms()
    expect(kms.jwks().keys).toHaveLength(2)
    expect(decodeProtectedHeader(jws).kid).not.toBe(kms.kid)
    await verified(jws)
    await verified(await signReceipt(claims))
  })
})

describe('the API of the KMS', () => {
  it('gives the public key that verifies its signatures', async () => {
    const Message = Buffer.from('bonjour')
    const SigningAlgorithm = 'ECDSA_SHA_256'
    const signed = await client().send(
      new SignCommand({ KeyId: kms.keyId, Message, MessageType: 'RAW', SigningAlgorithm }),
    )
    const { PublicKey, KeySpec } = await client().send(new GetPublicKeyCommand({ KeyId: kms.keyId }))
    const key = createPublicKey({ key: Buffer.from(PublicKey ?? []), type: 'spki', format: 'der' })
    expect(KeySpec).toBe('ECC_NIST_P256')
    expect(verify('sha256', Message, key, signed.Signature ?? Buffer.alloc(0))).toBe(true)
  })

  const sign = (changes: Partial<SignCommand['input']>) => () =>
    client().send(
      new SignCommand({
        KeyId: kms.keyId,
        Message: Buffer.from('bonjour'),
        MessageType: 'RAW',
        SigningAlgorithm: 'ECDSA_SHA_256',
        ...changes,
      }),
    )

  it.each([
    ['another key', 'NotFoundException', sign({ KeyId: 'autre' })],
    ['another algorithm', 'ValidationException', sign({ SigningAlgorithm: 'RSASSA_PSS_SHA_256' })],
    ['a digest', 'ValidationException', sign({ MessageType: 'DIGEST', Message: Buffer.alloc(32) })],
    ['a message over 4,096 bytes', 'ValidationException', sign({ Message: Buffer.alloc(4097) })],
    [
      'the public half of another key',
      'NotFoundException',
      () => client().send(new GetPublicKeyCommand({ KeyId: 'autre' })),
    ],
    ['any other action', 'UnknownOperationException', () => client().send(new ListKeysCommand({}))],
  ])('refuses %s', async (_, name, act) => {
    await expect(act()).rejects.toMatchObject({ name, $metadata: { httpStatusCode: 400 } })
  })
})

/** A signature as KMS writes it: a DER integer has no leading zeros but the one that keeps it positive. */
const derOf = (...integers: string[]): Buffer => {
  const parts = integers.map((hex) => {
    const bytes = Buffer.from(hex, 'hex')
    const positive = (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : bytes
    return Buffer.concat([Buffer.from([0x02, positive.length]), positive])
  })
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([0x30, body.length]), body])
}
