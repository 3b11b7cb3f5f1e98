// Files of each kind that people give, small and whole; a form that asks for some; and how a page gives one.
import { crc32, deflateSync } from 'node:zlib'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Caller, Reply } from './server.ts'
import { twoRoleForm } from './two-roles.ts'

/** A PDF of one empty page; of exactly that many bytes when told. */
export const pdf = (text = 'Statuts', bytes = 0): Buffer => {
  const start = `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\n% ${text}\n`
  const end = '\ntrailer<</Root 1 0 R>>\n%%EOF\n'
  return Buffer.from(start + ' '.repeat(Math.max(0, bytes - Buffer.byteLength(start + end))) + end)
}

const chunk = (name: string, content: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** One grey pixel. */
export const png = (): Buffer =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
  ])

/** The marks of a JPEG with a thumbnail that ends before it does. */
export const jpeg = (): Buffer =>
  Buffer.from(
    'ffd8ffe000104a46494600010100000100010000ffe10006ffd90000ffda000c03010002110311003f00aabbccddffd9',
    'hex',
  )

/** A ZIP of stored entries, as office documents are. */
const zip = (entries: Readonly<Record<string, string>>): Buffer => {
  const [parts, directory]: [Buffer[], Buffer[]] = [[], []]
  let offset = 0
  for (const [name, text] of Object.entries(entries)) {
    const [file, content] = [Buffer.from(name), Buffer.from(text)]
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt32LE(crc32(content), 10)
    shared.writeUInt32LE(content.length, 14)
    shared.writeUInt32LE(content.length, 18)
    shared.writeUInt16LE(file.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), shared, file, content])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), shared, rest, file]))
    parts.push(local)
    offset += local.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(directory.length, 8)
  end.writeUInt16LE(directory.length, 10)
  end.writeUInt32LE(index.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, index, end])
}

const wordTypes = (main: string) =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`

export const docx = (): Buffer =>
  zip({
    '[Content_Types].xml': wordTypes(
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    ),
    'word/document.xml': '<w:document/>',
  })

/** A Word document with macros. */
export const docm = (): Buffer =>
  zip({
    '[Content_Types].xml': wordTypes('application/vnd.ms-word.document.macroEnabled.main+xml'),
    'word/document.xml': '<w:document/>',
  })

export const odt = (): Buffer =>
  zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<office/>' })

/** A compound file whose directory names one stream: a document of Word or Excel before 2007, or something else. */
export const compound = (stream: string): Buffer => {
  const bytes = Buffer.alloc(2048)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  const name = Buffer.from(`${stream}\0`, 'utf16le')
  name.copy(bytes, 1024)
  bytes.writeUInt16LE(name.length, 1024 + 64)
  return bytes
}

/** A program of Windows, as far as its first bytes say. */
export const program = (): Buffer => {
  const bytes = Buffer.alloc(512)
  bytes.write('MZ')
  bytes.writeUInt32LE(0x80, 0x3c)
  bytes.write('PE\0\0', 0x80)
  return bytes
}

const fileQuestion = (name: string, acceptedTypes: string) => ({
  type: 'file',
  name,
  title: name,
  storeDataAsText: false,
  allowMultiple: true,
  maxFiles: 10,
  acceptedTypes,
})

/** The two-role form with a question for documents in each section. */
export const documentForm = (formId: string): FormVersion => {
  const form = twoRoleForm(formId)
  const pieces = [
    fileQuestion('statuts', '.pdf,.jpg,.png,.doc,.docx,.odt'),
    fileQuestion('comptes', '.pdf,.xls,.xlsx'),
  ]
  const pages = [form.definition.pages ?? []].flat().map((page, i) => {
    const { elements = [], ...rest } = page instanceof Object ? Object(page) : {}
    return { ...rest, elements: [...elements, pieces[i]] }
  })
  return { ...form, definition: { ...form.definition, pages } }
}

type Given = { readonly question?: string; readonly name: string; readonly bytes: Buffer }
// biome-ignore lint/suspicious/noExplicitAny: a test reads what the API says as it comes
type Answer = Reply<any>

/** Announces a document. */
export const announce = (
  by: Caller,
  path: string,
  { question = 'statuts', name, bytes }: Given,
): Promise<Answer> => by.post(`${path}/documents`, { body: { question, name, size: bytes.length } })

/** Puts bytes where an announcement said. */
export const put = ({ body }: Answer, bytes: Buffer): Promise<Response> =>
  fetch(body.upload.url, {
    method: body.upload.method,
    headers: body.upload.headers,
    body: new Uint8Array(bytes),
  })

export const check = (by: Caller, path: string, id: string): Promise<Answer> =>
  by.post(`${path}/documents/${id}/check`)

/** Gives a document as a page does: announced, uploaded, checked. Answers what the check says. */
export const give = async (by: Caller, path: string, given: Given): Promise<Answer> => {
  const announced = await announce(by, path, given)
  if (announced.status !== 201) return announced
  const uploaded = await put(announced, given.bytes)
  if (!uploaded.ok) throw new Error(`${uploaded.status}: ${await uploaded.text()}`)
  return check(by, path, announced.body.document.id)
}

/** How an answer names a document. */
export const named = ({ id, name, type }: { id: string; name: string; type: string }) => ({
  content: id,
  name,
  type,
})
