// What a device kept under another version of the questionnaire, as copies of the one shown: moved as the server moves
// what was saved, base and answers alike, so that only what the person changed is merged and sent.
import './fill-parts.ts'
import * as z from 'zod'
import { definitionUrl } from '../../forms/addresses.ts'
import { type Between, moveAnswers } from '../../forms/moving/move-answers.ts'
import { isNote } from '../../forms/note-names.ts'
import { FormVersion } from '../../forms/nouns/form.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import type { ResponseView } from '../../forms/response-wire.ts'
import { publishedDefinition } from '../shared/published.ts'
import type { DeviceCopy, OlderCopy } from './device-store.ts'
import { pick } from './known-sections.ts'
import { sameAnswer } from './merge.ts'

export type LostHere = NonNullable<ResponseView['moved']>['lost'][number]

type Carried = { readonly copies: Readonly<Record<string, DeviceCopy>>; readonly lost: readonly LostHere[] }

/** The copies as those of the version shown, by section, and what they hold that has no place there. */
export const moveCopies = async (
  older: readonly OlderCopy[],
  response: ResponseView,
  keys: Readonly<Record<string, readonly string[]>>,
): Promise<Carried> => {
  const first = Math.min(...older.map(({ version }) => version))
  const steps = (response.moved?.steps ?? []).filter(({ from }) => from >= first)
  const versions = [...new Set(steps.flatMap(({ from, to }) => [from, to]))]
  const asked = new Map(
    await Promise.all(versions.map(async (version) => [version, await askedIn(response, version)] as const)),
  )
  let [base, mine, changedAt]: [Answers, Answers, string] = [{}, {}, '']
  const lost: LostHere[] = []
  for (const { from, to, mapping } of steps) {
    for (const copy of older.filter(({ version, section }) => version === from && !isNote(section))) {
      base = { ...base, ...copy.base.answers }
      mine = { ...mine, ...copy.mine }
      changedAt = copy.changedAt > changedAt ? copy.changedAt : changedAt
    }
    const [before, after] = [asked.get(from), asked.get(to)]
    if (!before || !after) continue
    const between: Between = { from: before, to: after, mapping }
    const movedBase = moveAnswers(between, base)
    const movedMine = moveAnswers(between, mine)
    const isKnown = (one: LostHere) =>
      movedBase.lost.some(({ pointer, value }) => pointer === one.pointer && sameAnswer(value, one.value))
    lost.push(...movedMine.lost.filter((one) => !isKnown(one)))
    base = movedBase.answers
    mine = movedMine.answers
  }
  const copies = Object.entries(keys).flatMap(([section, own]): [string, DeviceCopy][] => {
    const sides = { base: pick(base, own), mine: pick(mine, own) }
    if (sameAnswer(sides.base, sides.mine)) return []
    return [
      [
        section,
        {
          base: { answers: sides.base, revision: 0 },
          ...{ mine: sides.mine, conflicts: [], changedAt, unacknowledged: [] },
        },
      ],
    ]
  })
  // What stands beside the answers is the same in all versions.
  const notes = older
    .filter(({ section }) => isNote(section))
    .map(({ section, base, mine, changedAt }): [string, DeviceCopy] => [
      section,
      { base, mine, changedAt, conflicts: [], unacknowledged: [] },
    ])
  return { copies: Object.fromEntries([...copies, ...notes]), lost }
}

const Definition = FormVersion.shape.definition

/** A published version, as far as moving answers needs it; what the server sets is in no copy. */
const askedIn = async ({ form }: ResponseView, version: number): Promise<Between['from']> => ({
  definition: z.parse(
    Definition,
    await publishedDefinition(
      definitionUrl({ formId: form.id, formVersion: version }),
      new AbortController().signal,
    ),
  ),
  info: { prefilled: {} },
})
