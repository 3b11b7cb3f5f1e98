// What was typed and cannot be taken is no answer (decision 35), so the server never has it. This device keeps it as it
// was typed, until it is corrected or erased: neither a reload nor the review lets it vanish without a word.
import type { Answers } from '../../forms/nouns/scalars.ts'
import { isBlank } from '../shared/answer-text.ts'

/** What stands in the field of the answer at `pointer`, and why it cannot be taken. */
export type Untaken = {
  readonly pointer: string
  readonly typed: string
  readonly fault: string
  /** It was typed to search a list. */
  readonly isChoice?: boolean
}

/** « douze » n’est pas un nombre : what is said of it away from its field. */
export const untakenWords = ({ typed, fault, isChoice = false }: Untaken): string =>
  isChoice || /\d/.test(typed)
    ? `«\u00a0${typed}\u00a0» n’est pas enregistré. ${fault}`
    : `«\u00a0${typed}\u00a0» n’est pas un nombre. ${fault}`

/** Those that no answer has taken the place of since. */
export const stillUntaken = (kept: readonly Untaken[], answers: Answers): Untaken[] =>
  kept.filter(({ pointer }) => isBlank(answerAt(answers, pointer)))

const answerAt = (answers: Answers, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((value, key) => new Map(Object.entries(value ?? {})).get(key), answers)

const keyOf = (owner: string, response: string): string => `echeance.saisies ${owner} ${response}`

/** What this device keeps of a response for a person, as nobody else who signs in here sees it. */
export const readUntaken = (owner: string, response: string): Untaken[] => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(owner, response)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isUntaken) : []
  } catch {
    return []
  }
}

/** Keeps these alone. A device that keeps nothing loses them with the page, as the fields show them until then. */
export const keepUntaken = (owner: string, response: string, untaken: readonly Untaken[]): void => {
  try {
    if (untaken.length === 0) localStorage.removeItem(keyOf(owner, response))
    else localStorage.setItem(keyOf(owner, response), JSON.stringify(untaken))
  } catch {
    // Refused by the browser: private windows, or no room.
  }
}

const isUntaken = (value: unknown): value is Untaken => {
  if (typeof value !== 'object' || value === null) return false
  const members = new Map<string, unknown>(Object.entries(value))
  return ['pointer', 'typed', 'fault'].every((name) => typeof members.get(name) === 'string')
}
