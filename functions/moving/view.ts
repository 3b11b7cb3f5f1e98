// What a page is told of a dossier whose questionnaire has changed since it was called.
import { definitionUrl, fillUrl } from '../../forms/addresses.ts'
import type { MovedDossier } from '../../forms/moving/moved-sections.ts'
import { versionOf } from '../../forms/moving/versions.ts'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Response } from '../../forms/nouns/response.ts'
import type { Submission } from '../../forms/nouns/submission.ts'
import type { ResponseView, SubmissionView } from '../../forms/response-wire.ts'
import { getFormVersion } from '../store/forms.ts'
import { readMoved } from '../store/moves.ts'
import type { Dossier } from '../store/responses.ts'
import { leftBy } from './left.ts'
import { questionsNow } from './questions.ts'

type Viewed = {
  /** Under the version asked for. */
  readonly dossier: Dossier
  readonly form: FormVersion
  readonly told?: Pick<ResponseView, 'working' | 'moved'>
  readonly made?: NonNullable<SubmissionView['made']>
}

/** A dossier under one of its versions, with what its changes of version left. */
export const viewedUnder = async (
  dossier: Dossier,
  submission: Submission | undefined,
  version: number,
): Promise<Viewed> => {
  if (!dossier.moves) return { dossier, form: await getFormVersion(dossier.formId, version) }
  const moved = await readMoved(dossier, submission, version)
  const left = version === dossier.formVersion ? await leftBy(dossier, submission, moved) : undefined
  const madeFor = submission && versionOf(submission, dossier)
  return {
    dossier: {
      ...dossier,
      ...(await underVersion(dossier, moved)),
      formVersion: version,
      sections: moved.sections,
    },
    form: moved.form,
    told: { working: moved.answers, ...(left ? { moved: left } : {}) },
    ...(madeFor && madeFor !== version ? { made: addressesOf(dossier, madeFor) } : {}),
  }
}

const addressesOf = (response: Response, version: number) => ({
  version,
  definitionUrl: definitionUrl({ ...response, formVersion: version }),
  fillUrl: fillUrl({ ...response, formVersion: version }),
})

/** What the response says of its sections and questions, as the version counts and names them. */
const underVersion = async (
  dossier: Dossier,
  moved: MovedDossier,
): Promise<Pick<Response, 'submission' | 'correction'>> => {
  const { submission, correction } = dossier
  const counted = Object.entries(moved.sources).flatMap(([name, from]) => {
    const revision = moved.sections[name]?.revision ?? 0
    return from.length === 0 ? [] : [[name, moved.pending.has(name) ? revision - 1 : revision] as const]
  })
  const sectionRevisions = { ...submission?.sectionRevisions, ...Object.fromEntries(counted) }
  const questions =
    correction?.questions && (await questionsNow(dossier, correction.questions, moved.form.version))
  return {
    ...(submission ? { submission: { ...submission, sectionRevisions } } : {}),
    ...(correction && questions ? { correction: { ...correction, questions } } : {}),
  }
}
