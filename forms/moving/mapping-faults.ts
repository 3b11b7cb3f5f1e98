// Whether a mapping makes sense between two versions: what it names is there, and nothing becomes the same twice.
import { choicesOf } from '../choices.ts'
import { type Question, readDefinition } from '../definition.ts'
import type { FormVersion } from '../nouns/form.ts'
import { type Fault, Problem, pointer } from '../problems.ts'
import { inside, type Mapping, questionFor, rowFor } from './mapping.ts'

type Asked = Pick<FormVersion, 'definition'>
type Versions = { readonly from: Asked; readonly to: Asked }

/** Throws `invalid-request` with each line of the mapping that makes no sense; pointers from the request's root. */
export const assertMapping = ({ from, to }: Versions, mapping: Mapping): void => {
  const known = new Map(pairsOf(from, to, mapping).map((pair) => [pair.path, pair]))
  const errors = [
    ...Object.entries(mapping.questions).flatMap(([path, name]) => {
      const pair = known.get(path)
      if (!pair) return fault('questions', path, 'L’ancienne version n’a pas de question à cette adresse.')
      if (!pair.next)
        return fault('questions', path, `La nouvelle version n’a pas de question « ${name} » ici.`)
      return pair.isTaken
        ? fault('questions', path, `« ${name} » reçoit déjà les réponses d’une autre question.`)
        : []
    }),
    ...Object.entries(mapping.choices).flatMap(([path, renamed]) =>
      Object.entries(renamed).flatMap(([old, name]) =>
        offeredBy(known.get(path)?.next).includes(name)
          ? []
          : fault('choices', path, `La nouvelle version n’a pas ce choix, « ${name} ».`, old),
      ),
    ),
    ...Object.entries(mapping.rows).flatMap(([path, renamed]) => {
      const { old, next } = known.get(path) ?? {}
      const names = (next?.rows ?? []).map(({ value }) => String(value))
      const targets = (old?.rows ?? []).map(({ value }) => rowFor(mapping, path, String(value)))
      return Object.entries(renamed).flatMap(([row, name]) => {
        if (!names.includes(name))
          return fault('rows', path, `La nouvelle version n’a pas de ligne « ${name} ».`, row)
        const isTaken = targets.filter((target) => target === name).length > 1
        return isTaken
          ? fault('rows', path, `La ligne « ${name} » reçoit déjà les réponses d’une autre.`, row)
          : []
      })
    }),
  ]
  if (errors.length > 0) throw new Problem('invalid-request', undefined, { errors })
}

/** A question of the old version, wherever it stands, and what it becomes. */
export type Pairing = {
  readonly path: string
  readonly old: Question
  readonly next: Question | undefined
  /** What it may become. */
  readonly among: readonly Question[]
  /** Whether another question becomes the same. */
  readonly isTaken: boolean
}

/** Every question of the old version with what it becomes: columns, fields and questions of panels too. */
export const pairsOf = (from: Asked, to: Asked, mapping: Mapping): Pairing[] =>
  pairsIn(readDefinition(from).questions, readDefinition(to).questions, mapping, '')

const pairsIn = (
  read: readonly Question[],
  among: readonly Question[],
  mapping: Mapping,
  at: string,
): Pairing[] => {
  const becomes = read.map((old) => questionFor(mapping, inside(at, old.name), old.name, among))
  return read.flatMap((old, i) => {
    const [path, next] = [inside(at, old.name), becomes[i]]
    const isTaken = next !== undefined && becomes.filter((one) => one === next).length > 1
    return [{ path, old, next, among, isTaken }, ...pairsIn(old.fields, next?.fields ?? [], mapping, path)]
  })
}

/** The choices of a question as text; of a simple matrix, its columns. */
export const offeredBy = (question: Question | undefined): string[] => {
  if (!question) return []
  return (question.type === 'matrix' ? question.columns.map(({ value }) => value) : choicesOf(question)).map(
    String,
  )
}

const fault = (part: keyof Mapping, path: string, detail: string, ...inner: string[]): Fault[] => [
  { pointer: pointer('mapping', part, path, ...inner), detail },
]
