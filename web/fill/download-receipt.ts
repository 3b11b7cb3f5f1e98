import { request } from '../shared/api.ts'

/**
 * Saves the signed receipt as a file. A link cannot: the API answers to the token in memory alone. Throws what
 * `request` throws.
 */
export const downloadReceipt = async (id: string, reference: string): Promise<void> => {
  const path = `/responses/${encodeURIComponent(id)}/receipt`
  const { body } = await request(path, { as: 'text', read: String })
  const url = URL.createObjectURL(new Blob([body], { type: 'application/jose' }))
  const link = Object.assign(document.createElement('a'), { href: url, download: `recu-${reference}.jws` })
  link.click()
  URL.revokeObjectURL(url)
}
