// Whether a definition has the shape that the rest of the platform reads it by.
import type * as z from 'zod'
import { Choice, Definition, Props } from '../definition.ts'
import { unsupported } from '../unsupported.ts'
import { faultOf } from './issue-words.ts'
import { type Path, type Reading, setting, type Told } from './reading.ts'

/** Values that cannot be read, with the reason. */
export const malformedIn = ({ content, spots }: Reading): Told[] => [
  ...issues(Definition.safeParse(content.definition), ['definition']),
  ...spots.flatMap(({ type, kind, json, path }) =>
    kind !== 'column' && Array.isArray(json.columns)
      ? json.columns.flatMap((column, i) =>
          issues((type === 'matrix' ? Choice : Props).safeParse(column), [...path, 'columns', i]),
        )
      : [],
  ),
]

const issues = ({ error }: z.ZodSafeParseResult<unknown>, prefix: Path): Told[] =>
  (error?.issues ?? []).map((issue) => ({
    check: 'malformed',
    path: [...prefix, ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))],
    detail: faultOf(issue).detail,
  }))

/** What the server could not check the answers to. */
export const unsupportedIn = ({ content }: Reading): Told[] =>
  unsupported(content.definition).map(({ pointer, detail }): Told => {
    const path: Path = ['definition', ...parts(pointer)]
    if (pointer.endsWith('/maxFiles'))
      return { check: 'no-cap', path, detail, fix: setting(path, 3, 'Trois documents au plus') }
    if (pointer.endsWith('/storeDataAsText'))
      return { check: 'unsupported', path, detail, fix: setting(path, false, 'Garder les documents à part') }
    if (pointer.endsWith('/choicesByUrl')) return { check: 'external-address', path, detail }
    const fix = detail.includes('« buttongroup »')
      ? setting(path, 'radiogroup', 'En faire un choix unique')
      : undefined
    return { check: 'unsupported', path, detail, ...(fix ? { fix } : {}) }
  })

const parts = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
