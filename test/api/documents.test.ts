// Documents given with a response: real uploads to the storage of one machine, by the addresses that the API signs.
import { connect } from 'node:net'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  announce,
  check,
  compound,
  docm,
  documentForm,
  docx,
  give,
  jpeg,
  odt,
  pdf,
  png,
  program,
  put,
} from '../support/documents.ts'
import { type Caller, usePlatform } from '../support/server.ts'
import { openCampaign } from '../support/two-roles.ts'

let storageOffsetMs = 0
const platform = usePlatform({
  now: '2026-06-10T09:00:00.000Z',
  storageNow: () => Date.now() + storageOffsetMs,
})

let partner: Caller
let path = ''
beforeAll(async () => {
  await openCampaign(documentForm('pieces'))
  partner = await platform.as('partenaire@asso-belledonne.test')
})

/** A response of its own, so that no test finds what another gave. */
const begin = async (by = partner, organisationId = 'asso-belledonne'): Promise<string> => {
  const { status, body } = await by.post('/campaigns/pieces-2026/responses', { body: { organisationId } })
  expect(status).toBe(201)
  return `/responses/${body.id}`
}
const list = async (by = partner) => (await by.get(`${path}/documents`)).body
const open = async (id: string, by = partner) => {
  const { body } = await by.get(`${path}/documents/${id}`)
  return fetch(body.url, { headers: body.headers })
}
const refused = async (name: string, bytes: Buffer) => {
  const reply = await give(partner, path, { name, bytes })
  expect([reply.status, reply.body.type]).toEqual([422, '/problems/document-refused/'])
  expect(await list()).toEqual({ items: [], room: 50 * 1024 * 1024 })
  return reply.body.detail
}

describe('a document', () => {
  beforeAll(async () => {
    path = await begin()
  })

  it.each([
    ['Statuts.pdf', pdf(), 'application/pdf'],
    ['Photo.PNG', png(), 'image/png'],
    ['Photo.jpg', jpeg(), 'image/jpeg'],
    ['Statuts.docx', docx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['Statuts.odt', odt(), 'application/vnd.oasis.opendocument.text'],
    ['Statuts.doc', compound('WordDocument'), 'application/msword'],
  ])('%s is uploaded, checked, and served as it was given', async (name, bytes, type) => {
    const announced = await announce(partner, path, { name, bytes })
    expect(announced.status).toBe(201)
    expect(announced.body.document).toMatchObject({
      name,
      type,
      size: bytes.length,
      status: 'waiting',
      sent: false,
    })
    expect((await put(announced, bytes)).status).toBe(200)
    const { id } = announced.body.document
    expect((await partner.get(`${path}/documents/${id}`)).status).toBe(404)
    const checked = await check(partner, path, id)
    expect([checked.status, checked.body.document.status]).toEqual([200, 'kept'])
    const served = await open(id)
    expect(Buffer.from(await served.arrayBuffer()).equals(bytes)).toBe(true)
    expect(served.headers.get('content-type')).toBe(type)
    expect(served.headers.get('x-content-type-options')).toBe('nosniff')
    expect(served.headers.get('cache-control')).toBe('private, no-store')
    expect(served.headers.get('content-disposition')).toContain(`filename="${name}"`)
  })

  it('is checked again, or twice at once, with the same answer', async () => {
    const bytes = pdf('deux fois')
    const announced = await announce(partner, path, { name: 'Deux.pdf', bytes })
    await put(announced, bytes)
    const { id } = announced.body.document
    const replies = await Promise.all([1, 2, 3].map(() => check(partner, path, id)))
    replies.push(await check(partner, path, id))
    expect(new Set(replies.map(({ text }) => text)).size).toBe(1)
    expect(replies[0]?.body.document.status).toBe('kept')
    expect(Buffer.from(await (await open(id)).arrayBuffer()).equals(bytes)).toBe(true)
  })

  it('keeps what was checked, whatever is put at its address afterwards', async () => {
    const announced = await announce(partner, path, { name: 'Figé.pdf', bytes: pdf('aaaa') })
    await put(announced, pdf('aaaa'))
    const { id } = announced.body.document
    await check(partner, path, id)
    await put(announced, pdf('bbbb'))
    await check(partner, path, id)
    expect(await (await open(id)).text()).toContain('% aaaa')
  })

  it('may be called anything, and is saved under a harmless name', async () => {
    const names = [
      ['../../etc/passwd.pdf', 'passwd.pdf'],
      ['C:\\temp\\RIB.pdf', 'RIB.pdf'],
      ['Statuts "2026" ; l’été 🎒.pdf', 'Statuts "2026" ; l’été 🎒.pdf'],
      ['fdp.\u202eexe.pdf', 'fdp.exe.pdf'],
      ['ligne\r\nSet-Cookie: a=b.pdf', 'ligneSet-Cookie: a=b.pdf'],
      ['.pdf', 'document.pdf'],
    ] as const
    for (const [typed, name] of names) {
      const { body } = await give(partner, path, { name: typed, bytes: pdf(typed.length.toString()) })
      expect(body.document.name).toBe(name)
      const disposition = (await open(body.document.id)).headers.get('content-disposition') ?? ''
      expect(disposition).toMatch(
        /^attachment; filename="[^"\\\r\n/]+"; filename\*=UTF-8''[\w.~%!#$&+^`|-]+$/,
      )
      expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe(name)
    }
  })
})

describe('what is not what it says', () => {
  beforeAll(async () => {
    path = await begin()
  })

  it('is refused by its content, whatever its name, and nothing of it stays', async () => {
    expect(await refused('Facture.pdf', program())).toMatch(/celui d’un programme\. Ne l’ouvrez pas/)
    expect(await refused('Image.pdf', png())).toContain('celui d’une image PNG')
    expect(await refused('Texte.pdf', Buffer.from('Bonjour'))).toContain('d’un fichier inconnu')
    expect(await refused('Macros.docx', docm())).toContain('à macros')
    expect(await refused('Archive.doc', compound('Installer'))).toContain('protégé par mot de passe')
  })

  it('is refused when its end is missing', async () => {
    for (const [name, whole] of [
      ['Coupé.pdf', pdf()],
      ['Coupée.png', png()],
      ['Coupée.jpg', jpeg()],
      ['Coupé.docx', docx()],
    ] as const) {
      expect(await refused(name, whole.subarray(0, whole.length - 12))).toMatch(/incomplet|celui/)
    }
  })

  it('is refused as it is announced when its type, its size or its question do not do', async () => {
    const ask = (body: unknown) => partner.post(`${path}/documents`, { body })
    const program = await ask({ question: 'statuts', name: 'jeu.exe', size: 10 })
    expect([program.status, program.body.type]).toEqual([422, '/problems/document-refused/'])
    const sheet = await ask({ question: 'statuts', name: 'comptes.xlsx', size: 10 })
    expect(sheet.body.type).toBe('/problems/document-refused/')
    const empty = await ask({ question: 'statuts', name: 'vide.pdf', size: 0 })
    expect([empty.status, JSON.stringify(empty.body.errors)]).toEqual([400, expect.stringContaining('vide')])
    const heavy = await ask({ question: 'statuts', name: 'lourd.pdf', size: 11 * 1024 * 1024 })
    expect([heavy.status, JSON.stringify(heavy.body.errors)]).toEqual([400, expect.stringContaining('10 Mo')])
    const nowhere = await ask({ question: 'actions', name: 'a.pdf', size: 10 })
    expect([nowhere.status, nowhere.body.errors[0].pointer]).toEqual([400, '/question'])
  })
})

describe('storage', () => {
  beforeAll(async () => {
    path = await begin()
  })

  it('takes exactly the bytes that were announced, and of that type', async () => {
    const announced = await announce(partner, path, { name: 'Juste.pdf', bytes: pdf() })
    expect((await put(announced, Buffer.concat([pdf(), Buffer.from('!')]))).status).toBe(403)
    const { url, headers } = announced.body.upload
    const body = new Uint8Array(pdf())
    expect((await fetch(url, { method: 'PUT', headers: { 'content-type': 'text/html' }, body })).status).toBe(
      403,
    )
    expect((await fetch(url, { method: 'PUT', headers, body: '' })).status).toBe(403)
    expect((await check(partner, path, announced.body.document.id)).body.type).toBe(
      '/problems/document-not-received/',
    )
  })

  it('keeps nothing of an upload that was cut in the middle; it can be begun again', async () => {
    const bytes = pdf('coupé', 3_000_000)
    const announced = await announce(partner, path, { name: 'Coupé.pdf', bytes })
    await cut(announced.body.upload, bytes)
    const early = await check(partner, path, announced.body.document.id)
    expect([early.status, early.body.type]).toEqual([422, '/problems/document-not-received/'])
    expect((await put(announced, bytes)).status).toBe(200)
    expect((await check(partner, path, announced.body.document.id)).status).toBe(200)
  })

  it('serves an address for five minutes, to whoever has its header as well', async () => {
    const { body } = await give(partner, path, { name: 'Secret.pdf', bytes: pdf() })
    const { body: address } = await partner.get(`${path}/documents/${body.document.id}`)
    const lasts = Date.parse(address.expiresAt) - platform.local.now()
    expect([lasts > 0, lasts <= 300_000]).toEqual([true, true])
    expect((await fetch(address.url)).status).toBe(403)
    const other = (await partner.get(`${path}/documents/${body.document.id}`)).body
    expect((await fetch(address.url, { headers: other.headers })).status).toBe(403)
    expect((await fetch(address.url, { headers: address.headers })).status).toBe(200)
    expect((await fetch(address.url, { method: 'DELETE', headers: address.headers })).status).toBe(403)
    const elsewhere = address.url.replace(body.document.id, '00000000-0000-4000-8000-000000000000')
    expect((await fetch(elsewhere, { headers: address.headers })).status).toBe(403)
    storageOffsetMs = 301_000
    const late = await fetch(address.url, { headers: address.headers })
    expect([late.status, await late.text()]).toEqual([403, expect.stringContaining('expired')])
    storageOffsetMs = 0
    expect((await fetch(address.url.split('?')[0] ?? '')).status).toBe(403)
  })
})

/** Sends half of the bytes on a connection that breaks. */
const cut = (
  { url, headers }: { url: string; headers: Record<string, string> },
  bytes: Buffer,
): Promise<void> =>
  new Promise((done) => {
    const { host, port, pathname, search } = new URL(url)
    const lines = [`PUT ${pathname}${search} HTTP/1.1`, `host: ${host}`, `content-length: ${bytes.length}`]
    for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`)
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(`${lines.join('\r\n')}\r\n\r\n`)
      socket.write(bytes.subarray(0, bytes.length / 2), () => socket.destroy())
    })
    socket.once('close', () => done())
  })
