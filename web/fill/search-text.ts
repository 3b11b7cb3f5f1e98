export type Option = { readonly value: string; readonly text: string }

/** The options that hold what was typed, whatever its accents, case and hyphens; first those that begin with it. */
export const found = (options: readonly Option[], typed: string): Option[] => {
  const asked = plain(typed)
  if (asked === '') return [...options]
  const hits = options.filter(({ text }) => plain(text).includes(asked))
  const begins = (option: Option) => plain(option.text).startsWith(asked)
  return [...hits.filter(begins), ...hits.filter((option) => !begins(option))]
}

/** The one option whose whole text was typed. */
export const exact = (options: readonly Option[], typed: string): Option | undefined =>
  options.find(({ text }) => plain(text) === plain(typed))

/** A text as people type it in a hurry: « Saint-Étienne » is « saint etienne ». */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[\s'’-]+/g, ' ')
    .trim()
    .toLowerCase()
