import type { Change } from '../publishing-wire.ts'
import type { Differing } from './differing.ts'
import type { Part } from './outline.ts'
import { type Paired, pairingOf } from './pairing.ts'
import { propertyChanges } from './property-changes.ts'
import { quoted, type Subject, subjectOf } from './subject.ts'
import { typeWords } from './type-words.ts'

type Holder = Subject & { readonly title: string }
type Condition = Differing['condition']
type Both = { readonly before: readonly Part[]; readonly after: readonly Part[] }

/**
 * The changes among the parts of a scope, and in each of them, in the order of the later one; `holder` is the question
 * that the scope is in.
 */
export const partChanges = ({ before, after }: Both, condition: Condition, holder?: Holder): Change[] => {
  const { pairs, added, removed } = pairingOf(before, after)
  const boxes = new Map(after.map((part) => [part.id, quoted(part.title)]))
  const changes = new Map<Part, Change[]>([
    ...added.map((part): [Part, Change[]] => [part, [comingOf(part, boxes.get(part.parent), holder)]]),
    ...pairs.map((pair): [Part, Change[]] => {
      const { before: was, after: is } = pair
      const subject = { ...subjectOf(is, holder), was: subjectOf(was, holder).of }
      return [
        is,
        [
          ...standingChanges(pair, subject, {
            box: boxes.get(is.parent) ?? 'le questionnaire',
            isGated: standsGated(was, before) || standsGated(is, after),
          }),
          ...ownChanges(subject, pair, condition),
          ...partChanges({ before: was.inner, after: is.inner }, condition, {
            ...subject,
            title: quoted(is.title),
          }),
        ],
      ]
    }),
  ])
  const gone = removed.map((part) => {
    const subject = subjectOf(part, holder)
    return told(part, subject, 'removed', { words: `${subject.the} disparaît.`, matters: holdsAnswers(part) })
  })
  return [...after.flatMap((part) => changes.get(part) ?? []), ...gone]
}

/** What a part says of itself. */
const ownChanges = (subject: Subject, { before: was, after: is }: Paired, condition: Condition): Change[] => {
  const changes = propertyChanges(subject, { before: wholeOf(was), after: wholeOf(is) }, condition)
  // The steps of a slider begin at its minimum: what stood on one may stand on none.
  if (is.type !== 'slider' || wholeOf(was).min === wholeOf(is).min) return changes
  return changes.map((change) => (change.kind === 'bound' ? { ...change, effect: 'answers' } : change))
}

/** A slider has bounds and a step that matter, said or not. */
const wholeOf = ({ type, own }: Part): Part['own'] =>
  type === 'slider' ? { min: 0, max: 100, step: 1, ...own } : own

const comingOf = (part: Part, box: string | undefined, holder: Holder | undefined): Change => {
  const subject = subjectOf(part, holder)
  const asked = part.own.isRequired === true ? ', obligatoire' : ''
  const words = `${subject.the} apparaît${box ? `, dans ${box}` : ''}${asked}.`
  return told(part, subject, 'added', { words, matters: asksSomething(part) })
}

const ASKING = ['requiredIf', 'validators', 'minRowCount', 'minPanelCount', 'minSelectedChoices']

/** Whether answers that know nothing of a part may be found wanting. */
const asksSomething = ({ own, inner }: Part): boolean =>
  own.isRequired === true ||
  own.eachRowRequired === true ||
  ASKING.some((key) => own[key] !== undefined) ||
  inner.some(asksSomething)

type Place = { readonly box: string; readonly isGated: boolean }

/** Its name, its place and its type. */
const standingChanges = (pair: Paired, subject: Subject, { box, isGated }: Place): Change[] => {
  const { before, after, renamed, moved } = pair
  const say = (what: string, words: string, matters: boolean) =>
    told(after, subject, what, { words: `${subject.the} ${words}.`, matters })
  const names = `« ${before.name} » devient « ${after.name} »`
  const types = `${typeWords(before.type)} devient ${typeWords(after.type)}`
  return [
    ...(renamed ? [say('renamed', `change de nom : ${names}`, holdsAnswers(after))] : []),
    ...(moved === 'elsewhere' ? [say('moved', `passe dans ${box}`, isGated)] : []),
    ...(moved === 'here' ? [say('moved', `change de place dans ${box}`, false)] : []),
    ...(before.type === after.type ? [] : [say('type', `change de type : ${types}`, true)]),
  ]
}

const GATES = ['visibleIf', 'visible', 'enableIf', 'readOnly']

/** Whether what stands around a part may hide it, or keep it from being filled. */
const standsGated = ({ parent }: Part, parts: readonly Part[]): boolean => {
  const box = parts.find(({ id }) => id === parent)
  return box !== undefined && (GATES.some((key) => box.own[key] !== undefined) || standsGated(box, parts))
}

type Said = { readonly words: string; readonly matters: boolean }

const told = (
  part: Part,
  { pointer, question }: Subject,
  what: string,
  { words, matters }: Said,
): Change => ({
  kind: `${part.kind}-${what}`,
  pointer,
  ...(question === undefined ? {} : { question }),
  words,
  effect: matters ? 'answers' : 'none',
})

/** Whether something is kept under the name of a part: an answer, or the draft of a section. */
const holdsAnswers = ({ kind }: Part): boolean => kind !== 'panel' && kind !== 'text'
