import { calledOf, type Item, itemAround } from '../../forms/editing/items.ts'
import type { Finding } from '../../forms/editing-wire.ts'
import { quoted } from '../shared/words.ts'

/** The question or page a finding is of, as it is called in the plan; nothing where its words say it already. */
export const whereWords = (items: readonly Item[], { pointer, detail }: Finding): string => {
  const item = itemAround(items, pointer)
  const called = item ? calledOf(item.json) : ''
  return item && !detail.includes(called.slice(0, SAID)) ? quoted(called) : ''
}

/** The words of the checks shorten a title after so many characters. */
const SAID = 70
