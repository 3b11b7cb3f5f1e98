// What differs in the notices beside free texts, told by question: those that change alike are told together.
import type { Json } from '../editing/json-pointer.ts'
import type { Change } from '../publishing-wire.ts'
import { noticesByQuestion, noticesIn } from '../text-notices.ts'
import { quoted } from './subject.ts'

/** The changes of the notices; none where each question has the same one as before. */
export const noticeChanges = (
  before: Json | undefined,
  after: Json | undefined,
  titles: ReadonlyMap<string, string>,
): Change[] => {
  const [was, is] = [noticesByQuestion(noticesIn(before)), noticesByQuestion(noticesIn(after))]
  const names = [...new Set([...is.keys(), ...was.keys()])].filter((name) => was.get(name) !== is.get(name))
  const alike = Map.groupBy(names, (name) => JSON.stringify([was.get(name), is.get(name)]))
  return [...alike.values()].map((group): Change => {
    const [first = ''] = group
    const beside = listed(group.map((name) => quoted(titles.get(name) || name)))
    return {
      kind: 'notice',
      pointer: '/info/notices',
      ...(group.length === 1 ? { question: first } : {}),
      words: wordsOf(beside, was.get(first), is.get(first)),
      effect: 'none',
    }
  })
}

const wordsOf = (beside: string, was: string | undefined, is: string | undefined): string => {
  if (is === undefined) return `L’avertissement à côté de ${beside} est retiré : ${quoted(was ?? '')}.`
  return was === undefined
    ? `Un avertissement est ajouté à côté de ${beside} : ${quoted(is)}.`
    : `L’avertissement à côté de ${beside} devient ${quoted(is)}.`
}

const MOST_NAMED = 6

const listed = (names: readonly string[]): string => {
  const told = names.slice(0, MOST_NAMED)
  if (names.length > MOST_NAMED) return `${told.join(', ')} et ${names.length - MOST_NAMED} autres`
  return told.length > 1 ? `${told.slice(0, -1).join(', ')} et ${told.at(-1)}` : told.join('')
}
