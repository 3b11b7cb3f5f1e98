// Documents in words: what they weigh, what kind of file they are.
import { documentTypes } from '../../forms/document-types.ts'

/** « 1,2 Mo », « 340 Ko », « 12 octets » */
export const sizeText = (bytes: number): string => {
  if (bytes < KILO) return bytes === 1 ? '1 octet' : `${bytes} octets`
  if (bytes < MEGA) return `${rounded(bytes / KILO, 0)} Ko`
  return `${rounded(bytes / MEGA, 1)} Mo`
}

/** « PDF », « JPG » : the kind of a file by its media type, as its ending says it; empty when it is none of ours. */
export const kindText = (type: string): string =>
  (Object.entries(documentTypes).find(([, media]) => media === type)?.[0] ?? '').slice(1).toUpperCase()

/** « PDF, JPG, PNG ou ODT », from `acceptedTypes` endings. */
export const endingsText = (endings: readonly string[]): string => {
  const words = endings.map((ending) => ending.slice(1).toUpperCase())
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ou ${last}`
}

const KILO = 1024
const MEGA = 1024 * KILO

/** Upwards: a file of 10 MB and one byte must not read « 10 Mo » beside a limit of 10. */
const rounded = (value: number, digits: number): string =>
  new Intl.NumberFormat('fr-FR').format(Math.ceil(value * 10 ** digits) / 10 ** digits)
