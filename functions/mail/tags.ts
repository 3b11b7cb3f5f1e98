// Which mail a sent message was, as tags that come back with a bounce: they take letters, digits, - and _ alone, which
// is base64url's alphabet.
type Named = { readonly about: string; readonly id: string }

export const tagsOf = ({ about, id }: Named) => ({ about: written(about), mail: written(id) })

/** The mail that tags name; undefined when they name none. */
export const mailOfTags = (tags: Readonly<Record<string, string | undefined>>): Named | undefined =>
  tags.about && tags.mail ? { about: read(tags.about), id: read(tags.mail) } : undefined

const written = (text: string): string => Buffer.from(text).toString('base64url')
const read = (tag: string): string => Buffer.from(tag, 'base64url').toString()
