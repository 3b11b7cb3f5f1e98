// What a page is told of a dossier whose questionnaire has changed since it was called.
import { definitionUrl, fillUrl } from '../../forms/addresses.ts'
import { moveAnswers } from '../../forms/moving/move-answers.ts'
import type { Lost } from '../../forms/moving/move-values.ts'
import type { MovedDossier } from '../../forms/moving/moved-sections.ts'
import { movedPointer, partsOf } from '../../forms/moving/moved-pointer.ts'
import { versionOf } from '../../forms/moving/versions.ts'
import type { MovedView } from '../../forms/moving-wire.ts'
import type { Fault } from '../../forms/problems.ts'
import type { Answers, Response, Submission } from '../../forms/schemas.ts'
import { sectionKeys } from '../../forms/shape.ts'
import { isItem, type Json } from '../../forms/shape-walk.ts'
import type { ResponseView } from '../../forms/wire.ts'
import { chainOf, listEarlier, readMoved } from '../store/moves.ts'
import type { Dossier } from '../store/responses.ts'

export type Moved = {
  /** Under the version asked for. */
  readonly dossier: Dossier
  readonly form: MovedDossier['form']
  readonly told: Partial<Pick<ResponseView, 'working' | 'moved'>>
  /** The revisions that were submitted, as the sections of that version count theirs. */
  readonly sectionRevisions: Readonly<Record<string, number>>
}

/** A dossier under one of its versions, and what its changes of version left. */
export const movedUnder = async (
  dossier: Dossier,
  submission: Submission | undefined,
  version: number,
): Promise<Moved> => {
  const moved = await readMoved(dossier, submission, version)
  const sent = dossier.submission?.sectionRevisions ?? {}
  const counted = Object.entries(moved.sources).flatMap(([name, from]) => {
    if (from.length === 0) return []
    const revision = moved.sections[name]?.revision ?? 0
    return [[name, moved.pending.has(name) ? revision - 1 : revision] as const]
  })
  return {
    dossier: { ...dossier, formVersion: version, sections: moved.sections },
    form: moved.form,
    told: {
      working: moved.answers,
      ...(version === dossier.formVersion ? { moved: await leftBy(dossier, submission, moved) } : {}),
    },
    sectionRevisions: { ...sent, ...Object.fromEntries(counted) },
  }
}

/** Where to read a submission in the version it was made for. */
export const submissionAddresses = (response: Response, submission: Submission) => {
  const formVersion = versionOf(submission, response)
  const made = { ...response, formVersion }
  return { formVersion, definitionUrl: definitionUrl(made), fillUrl: fillUrl(made) }
}

const leftBy = async (
  dossier: Dossier,
  submission: Submission | undefined,
  moved: MovedDossier,
): Promise<MovedView | undefined> => {
  const last = dossier.moves?.at(-1)
  if (!last) return undefined
  return {
    from: last.from,
    to: last.to,
    at: last.at,
    lost: [...(await lostEarlier(dossier, submission)), ...moved.lost],
    toComplete: await stillToComplete(dossier, submission, moved),
  }
}

/** What older drafts held that has no place now, of those whose section was saved anew since. */
const lostEarlier = async (dossier: Dossier, submission: Submission | undefined): Promise<Lost[]> => {
  const earlier = (await listEarlier(dossier.id)).filter(
    ({ name, revision }) => revision > (submission?.sectionRevisions[name] ?? 0),
  )
  const { steps } = await chainOf(dossier, dossier.formVersion)
  return earlier.flatMap((draft) => {
    let answers: Answers = draft.answers
    const from = steps.findIndex((step) => step.from.version === versionOf(draft, dossier))
    return from < 0
      ? []
      : steps.slice(from).flatMap((step) => {
          const once = moveAnswers(step, answers)
          answers = once.answers
          return once.lost
        })
  })
}

/** What the changes left to complete, but for what was answered since. Nothing once transmitted in this version. */
const stillToComplete = async (
  dossier: Dossier,
  submission: Submission | undefined,
  { form, answers }: MovedDossier,
): Promise<Fault[]> => {
  if (submission && versionOf(submission, dossier) === dossier.formVersion) return []
  const { steps } = await chainOf(dossier, dossier.formVersion)
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
