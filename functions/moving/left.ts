// What the changes of version of a dossier left in it: what has no place any more, with its value, and what is to
// complete. Told until it is transmitted in the present version.
import type { Step } from '../../forms/moving/move-answers.ts'
import { movedPointer, partsOf } from '../../forms/moving/moved-pointer.ts'
import type { MovedDossier } from '../../forms/moving/moved-sections.ts'
import { versionOf } from '../../forms/moving/versions.ts'
import type { MovedView } from '../../forms/moving-wire.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import type { Submission } from '../../forms/nouns/submission.ts'
import type { Fault } from '../../forms/problems.ts'
import { sectionKeys } from '../../forms/shape.ts'
import { isItem, type Json } from '../../forms/shape-walk.ts'
import { chainOf } from '../store/moves.ts'
import type { Dossier } from '../store/responses.ts'

/** What its changes of version left in a dossier, as it stands now. */
export const leftBy = async (
  dossier: Dossier,
  submission: Submission | undefined,
  moved: MovedDossier,
): Promise<MovedView | undefined> => {
  const last = dossier.moves?.at(-1)
  if (!last) return undefined
  const { steps } = await chainOf(dossier, dossier.formVersion)
  const isSent = submission !== undefined && versionOf(submission, dossier) === dossier.formVersion
  const toComplete = isSent ? [] : stillToComplete(dossier, moved, steps)
  const told = steps.map(({ from, to, mapping }) => ({ from: from.version, to: to.version, mapping }))
  return { from: last.from, to: last.to, at: last.at, steps: told, lost: [...moved.lost], toComplete }
}

/** What the changes left to complete, but for what was answered since in the present version. */
const stillToComplete = (
  dossier: Dossier,
  { form, answers }: MovedDossier,
  steps: readonly Step[],
): Fault[] => {
  const left = (dossier.moves ?? []).flatMap(({ toComplete }, i) =>
    toComplete.flatMap(({ pointer, detail }) => {
      const now = movedPointer(steps.slice(i + 1), pointer)
      return now === undefined ? [] : [{ pointer: now, detail }]
    }),
  )
  const keys = Object.entries(sectionKeys(form))
  const isSavedNow = ([key = '']: readonly string[]): boolean => {
    const [page = ''] = keys.find(([, own]) => own.includes(key)) ?? []
    const section = dossier.sections[page]
    return section !== undefined && versionOf(section, dossier) === dossier.formVersion
  }
  return left.filter(({ pointer }) => {
    const parts = partsOf(pointer)
    return !(isSavedNow(parts) && valueAt(answers, parts) !== undefined)
  })
}

const valueAt = (answers: Answers, parts: readonly string[]): Json | undefined =>
  parts.reduce<Json | undefined>((value, key) => {
    if (Array.isArray(value)) return value[Number(key)]
    return isItem(value) && Object.hasOwn(value, key) ? value[key] : undefined
  }, answers)
