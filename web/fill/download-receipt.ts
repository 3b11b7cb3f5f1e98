import { request } from '../shared/api.ts'
import { saveAs } from '../shared/save-as.ts'

/** The forms of a receipt: the signed file, and the one people print. */
export type ReceiptKind = 'jws' | 'pdf'

/** Saves the receipt as a file. Throws what `request` throws. */
export const downloadReceipt = async (
  id: string,
  reference: string,
  kind: ReceiptKind,
  /** Of which submission; of the one that counts otherwise. */
  number?: number,
): Promise<void> => {
  const asked = number === undefined ? '' : `?envoi=${number}`
  const path = `/responses/${encodeURIComponent(id)}/receipt${kind === 'pdf' ? '.pdf' : ''}${asked}`
  const { body } = await request(path, { as: 'blob', read: blobOf })
  saveAs(body, `recu-${reference}.${kind}`)
}

const blobOf = (body: unknown): Blob => {
  if (body instanceof Blob) return body
  throw new Error('The receipt came as something else than a file')
}
