// What a document really is, by its bytes: its name proves nothing. A library tells its type; that it is whole is seen
// by how each of these formats ends, and the two office formats of old, which it does not tell apart, by what they hold.
import { fileTypeFromBuffer } from 'file-type'
import { documentTypes } from '../../forms/document-types.ts'
import { Problem } from '../../forms/problems.ts'

const OLD_OFFICE = 'application/x-cfb'
const PDF_END_BYTES = 4096
/** A ZIP ends with its directory's own record, 22 bytes and a comment of 65,535 at most. */
const ZIP_END_BYTES = 65_557

type Announced = { readonly name: string; readonly type: string; readonly size: number }

/** Why bytes are not what was announced, whole and of its type, as `document-refused`; undefined when they are. */
export const contentRefusal = async (
  bytes: Buffer,
  { name, type, size }: Announced,
): Promise<Problem | undefined> => {
  const refuse = (why: string) => new Problem('document-refused', `« ${name} » ${why}`)
  if (bytes.length === 0) return refuse('est vide. Choisissez un autre fichier.')
  if (bytes.length !== size)
    return refuse('n’a pas la taille annoncée : il a changé pendant l’envoi. Recommencez.')
  const found = await typeOf(bytes)
  if (found !== type) {
    return refuse(
      `n’est pas ${wordsOf(type)} : son contenu est celui ${wordsOfFound(found)}. ${adviceFor(found)}`,
    )
  }
  if (!isWhole(bytes, type))
    return refuse(
      'est incomplet : la fin du fichier manque. Ouvrez-le pour vérifier, puis déposez-le de nouveau.',
    )
  return undefined
}

const typeOf = async (bytes: Buffer): Promise<string | undefined> => {
  // It reads what anybody may have written: bytes that it fails on are of no type.
  const found = (await fileTypeFromBuffer(bytes).catch(() => undefined))?.mime
  if (found !== OLD_OFFICE) return found
  if (holdsEntry(bytes, 'WordDocument')) return documentTypes['.doc']
  if (holdsEntry(bytes, 'Workbook') || holdsEntry(bytes, 'Book')) return documentTypes['.xls']
  return found
}

/**
 * Whether a compound file holds a stream of that name: its directory is made of entries of 128 bytes, each with a name
 * in UTF-16 and, 64 bytes on, how many bytes it takes ([MS-CFB] §2.6.1).
 */
const holdsEntry = (bytes: Buffer, name: string): boolean => {
  const wanted = Buffer.from(`${name}\0`, 'utf16le')
  for (let at = bytes.indexOf(wanted); at >= 0; at = bytes.indexOf(wanted, at + 2)) {
    if (at % 128 === 0 && at + 66 <= bytes.length && bytes.readUInt16LE(at + 64) === wanted.length)
      return true
  }
  return false
}

const isWhole = (bytes: Buffer, type: string): boolean => {
  switch (type) {
    case 'application/pdf':
      return bytes.subarray(-PDF_END_BYTES).includes('%%EOF')
    case 'image/png':
      return pngEnds(bytes)
    case 'image/jpeg':
      return jpegEnds(bytes)
    case documentTypes['.doc']:
    case documentTypes['.xls']:
      // Sectors of 512 bytes; nothing marks the last one.
      return bytes.length >= 1536
    default:
      return zipEnds(bytes)
  }
}

/** Goes from chunk to chunk: length, name, content, checksum. */
const pngEnds = (bytes: Buffer): boolean => {
  let at = 8
  while (at + 12 <= bytes.length) {
    const next = at + 12 + bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return next <= bytes.length
    at = next
  }
  return false
}

/** Goes from segment to segment, so that the end of a thumbnail is not taken for the image's, then looks for the end. */
const jpegEnds = (bytes: Buffer): boolean => {
  const [START_OF_SCAN, END_OF_IMAGE] = [0xda, Buffer.from([0xff, 0xd9])]
  let at = 2
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== START_OF_SCAN) {
    at += bytes[at + 1] === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2)
  }
  return bytes.indexOf(END_OF_IMAGE, at) > 0
}

/** The directory that ends a ZIP says where it begins and how long it is: all of it must be there. */
const zipEnds = (bytes: Buffer): boolean => {
  const tail = Math.max(0, bytes.length - ZIP_END_BYTES)
  const at = bytes.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  if (at < tail || at + 22 > bytes.length) return false
  return bytes.readUInt32LE(at + 12) + bytes.readUInt32LE(at + 16) <= at
}

const words: Readonly<Record<string, string>> = {
  '.pdf': 'un PDF',
  '.jpg': 'une image JPEG',
  '.png': 'une image PNG',
  '.doc': 'un document Word (.doc)',
  '.docx': 'un document Word (.docx)',
  '.odt': 'un texte OpenDocument (.odt)',
  '.xls': 'un classeur Excel (.xls)',
  '.xlsx': 'un classeur Excel (.xlsx)',
  '.ods': 'un classeur OpenDocument (.ods)',
}

const wordsOf = (type: string): string =>
  Object.entries(words).find(([ending]) => documentTypes[ending] === type)?.[1] ?? 'de ce type'

/** Nobody is told to open what may harm them. */
const adviceFor = (type: string | undefined): string =>
  type !== undefined && (PROGRAM.test(type) || MACROS.test(type))
    ? 'Ne l’ouvrez pas : choisissez un autre fichier.'
    : 'Ouvrez-le, enregistrez-le au bon format, puis déposez-le.'

const PROGRAM = /msdownload|executable|x-elf|x-mach/
const MACROS = /macroenabled/

const wordsOfFound = (type: string | undefined): string => {
  if (type === undefined) return 'd’un fichier inconnu'
  const known = Object.values(documentTypes).includes(type)
  if (known) return `d’${wordsOf(type)}`
  if (PROGRAM.test(type)) return 'd’un programme'
  if (MACROS.test(type)) return 'd’un document à macros'
  if (type === OLD_OFFICE) return 'd’un fichier protégé par mot de passe ou d’un format ancien'
  return `d’un fichier « ${type} »`
}
