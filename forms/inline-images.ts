// Images that stand in a definition itself, as `data:` addresses: nothing is fetched from elsewhere, and an image lives
// as long as the version that shows it. They are drawn, never loaded (web/shared/inline-image.tsx): the site's policy
// lets no `data:` in, and no SVG, which could hold scripts, passes here.

/** The most letters of one image: 12 KB of it. A questionnaire holds about ten. */
export const MOST_IMAGE_LETTERS = 16_400

/** The kinds of images, by what their bytes begin with in base64. */
const kinds: Readonly<Record<string, RegExp>> = {
  png: /^iVBORw0KGgo/,
  jpeg: /^\/9j\//,
  webp: /^UklGR/,
}

const shape = /^data:image\/(png|jpeg|webp);base64,([A-Za-z0-9+/]+={0,2})$/

/** Whether an address holds its image itself, or tries to. */
export const isInline = (address: string): boolean => /^\s*data:/i.test(address)

/** What an inline image is made of; undefined for what is none that we draw. */
export const inlineImage = (address: string): { type: string; base64: string } | undefined => {
  const [, kind = '', base64 = ''] = shape.exec(address) ?? []
  return kinds[kind]?.test(base64) ? { type: `image/${kind}`, base64 } : undefined
}

/** Why an inline image cannot stay in a definition; undefined when it can. */
export const inlineFault = (address: string): string | undefined => {
  if (address.length > MOST_IMAGE_LETTERS)
    return 'Cette image est trop lourde : choisissez-la dans le plan, qui la réduit à 12 Ko.'
  return inlineImage(address)
    ? undefined
    : 'Cette image ne se lit pas : choisissez dans le plan un fichier PNG, JPEG ou WebP.'
}
