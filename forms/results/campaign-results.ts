// The results of a campaign: the answers that count of its dossiers, whatever version of the form each was asked, become
// figures question by question. Dossiers come one at a time and are not kept.
import { readDefinition } from '../definition.ts'
import { type Asked, askedOf } from '../exports/asked.ts'
import type { Campaign } from '../nouns/campaign.ts'
import type { FormVersion } from '../nouns/form.ts'
import type { Response } from '../nouns/response.ts'
import type { Answers } from '../nouns/scalars.ts'
import type { CampaignResults, QuestionResult } from '../results-wire.ts'
import { type Filter, filterCounts, filtersOf, isLetThrough, type ResultsAsked } from './filters.ts'
import { wasShown } from './shown.ts'
import { type Tally, tallyOf } from './tally.ts'

/** The questions that results are told of, across versions: all but those whose answers the server sets. */
export const questionsOf = (versions: readonly FormVersion[]): Asked[] => {
  const own = new Set(versions.flatMap((form) => readDefinition(form).questions.map(({ name }) => name)))
  const set = new Set(versions.flatMap(({ info }) => Object.keys(info.prefilled)))
  return askedOf(versions).filter(({ name }) => own.has(name) && !set.has(name))
}

/** The filters that the latest version of a form has. */
export const filtersIn = (versions: readonly FormVersion[], asked: readonly Asked[]): Filter[] => {
  const [latest] = versions.toSorted((a, b) => b.version - a.version)
  return filtersOf(latest?.info.results?.filters ?? [], asked)
}

type Counted = { asked: Asked; tally: Tally; of: number; shown: number; isAtLeast: boolean }
type Told = Pick<Campaign, 'title' | 'schoolYear' | 'closesAt' | 'zone' | 'formVersion'>

/** Takes in dossiers that were transmitted, and tells the results of those that are asked for. */
export const resultsTally = (
  versions: readonly FormVersion[],
  asked: ResultsAsked,
  { questions = questionsOf(versions), filters = filtersIn(versions, questions) } = {},
) => {
  const counted = questions.map(
    (question): Counted => ({
      asked: question,
      tally: tallyOf(question),
      of: 0,
      shown: 0,
      isAtLeast: false,
    }),
  )
  const byVersion = new Map(
    versions.map((form) => [
      form.version,
      new Map(readDefinition(form).questions.map((question) => [question.name, question])),
    ]),
  )
  const counts = filterCounts(filters)
  const seen = new Set<number>()
  let [transmitted, dossiers] = [0, 0]
  return {
    add: (response: Whose, answers: Answers): void => {
      transmitted += 1
      counts.add(answers, transmitted)
      if (!isLetThrough(answers, filters, asked)) return
      dossiers += 1
      seen.add(response.formVersion)
      const { id, projectName, organisationName, formVersion } = response
      const given = { dossier: dossiers, response: id, projectName, organisationName }
      for (const one of counted) {
        const { name, versions: of } = one.asked
        const question = of.has(formVersion) ? byVersion.get(formVersion)?.get(name) : undefined
        if (!question) continue
        one.of += 1
        const shown = wasShown(question, answers)
        one.isAtLeast ||= shown === undefined
        if (!shown) continue
        one.shown += 1
        one.tally.add(answers[name], given, answers)
      }
    },
    results: ({ title, schoolYear, closesAt, zone, formVersion }: Told, now: string): CampaignResults => ({
      campaignTitle: title,
      formTitle: versions.find(({ version }) => version === formVersion)?.info.title ?? '',
      schoolYear,
      closesAt,
      zone,
      isPublished: false,
      transmitted,
      dossiers,
      filters: counts.views(asked),
      questions: counted
        .filter((one) => one.of > 0 || one.asked.versions.has(formVersion))
        .map((one) => toldOf(one, seen)),
      now,
    }),
  }
}

type Whose = Pick<Response, 'id' | 'projectName' | 'organisationName' | 'formVersion'>

const toldOf = (
  { asked, tally, of, shown, isAtLeast }: Counted,
  seen: ReadonlySet<number>,
): QuestionResult => ({
  ...tally.part(shown),
  section: asked.section,
  asked: of,
  isAtLeast,
  ...([...seen].every((version) => asked.versions.has(version))
    ? {}
    : { versions: [...asked.versions].toSorted((a, b) => a - b) }),
})
