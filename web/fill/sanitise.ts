import type { FormVersion } from '../../forms/schemas.ts'

/** What cleans the HTML of a definition. DOMPurify is loaded only for a definition that has some. */
export const sanitiserOf = async (
  definition: FormVersion['definition'],
): Promise<(html: string) => string> => {
  if (!JSON.stringify(definition).includes('"type":"html"')) return (html) => html
  const { default: purify } = await import('dompurify')
  return (html) => purify.sanitize(html)
}
