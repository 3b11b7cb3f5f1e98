import { ALLOWED_ADDRESS, ALLOWED_ATTRIBUTES, ALLOWED_TAGS } from '../../forms/checking/allowed-html.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'

/** What cleans the HTML of a definition. DOMPurify is loaded only for a definition that has some. */
export const sanitiserOf = async (
  definition: FormVersion['definition'],
): Promise<(html: string) => string> => {
  if (!JSON.stringify(definition).includes('"type":"html"')) return (html) => html
  const { default: purify } = await import('dompurify')
  return (html) => purify.sanitize(html, allowedHtml)
}

/** The same list as the checks hold a definition to before it is published (forms/checking/html.ts). */
export const allowedHtml = {
  ALLOWED_TAGS: [...ALLOWED_TAGS],
  ALLOWED_ATTR: [...ALLOWED_ATTRIBUTES],
  ALLOWED_URI_REGEXP: ALLOWED_ADDRESS,
  ADD_URI_SAFE_ATTR: ALLOWED_ATTRIBUTES.filter((name) => name !== 'href'),
  ALLOW_ARIA_ATTR: false,
  ALLOW_DATA_ATTR: false,
}
