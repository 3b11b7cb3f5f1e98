// Reads the dossiers of a campaign into its results, in one go: figures are kept, dossiers are not. And the texts that
// people wrote, by the page, since results hold only the first.
import type { Campaign } from '../../forms/nouns/campaign.ts'
import type { Submission } from '../../forms/nouns/submission.ts'
import { findAll } from '../../forms/operands.ts'
import { Problem } from '../../forms/problems.ts'
import { filtersIn, questionsOf, resultsTally } from '../../forms/results/campaign-results.ts'
import { isLetThrough, resultsAsked } from '../../forms/results/filters.ts'
import { linksOf } from '../../forms/results/links.ts'
import { publishable } from '../../forms/results/publish.ts'
import { textPathsOf } from '../../forms/results/text-paths.ts'
import type { CampaignResults, TextsPage, WrittenText } from '../../forms/results-wire.ts'
import { type PlacedRow, readRows } from '../exports/reading.ts'
import { countCampaignResponses, type ResponseRow } from '../store/campaign-rows.ts'
import { listFormVersions } from '../store/forms.ts'
import { findSubmissions } from '../store/submissions.ts'
import { patiently } from '../store/throttling.ts'
import { lastReadOf, noteRead, placesAfter, tokenOf } from './places.ts'

/** What is read in one request, well under the 29 seconds that the gateway waits: see the README. */
const MOST_DOSSIERS = 20_000
const PAGE_TEXTS = 50
const PAGE_LETTERS = 200_000
const PAGE_MS = 8_000

type Query = Readonly<Record<string, string | undefined>>

/** The results that a query asks for. Throws `invalid-request`, `too-many-dossiers`. */
export const readResults = async (
  campaign: Campaign,
  query: Query,
  now: string,
): Promise<CampaignResults> => {
  const versions = await listFormVersions(campaign.formId)
  const questions = questionsOf(versions)
  const filters = filtersIn(versions, questions)
  const asked = resultsAsked(query, filters)
  if ((await countCampaignResponses(campaign.id)) > MOST_DOSSIERS) throw new Problem('too-many-dossiers')
  const tally = resultsTally(versions, asked, { questions, filters })
  for await (const { row, submission } of readTransmitted(campaign.id, {}))
    if (submission) tally.add(row, submission.answers)
  const results = tally.results(campaign, now)
  return asked.isPublished ? publishable(results, linksOf(versions)) : results
}

/** What people wrote to one question, by project, from where an earlier page left off. Throws `invalid-request`. */
export const readTexts = async (campaign: Campaign, query: Query): Promise<TextsPage> => {
  const versions = await listFormVersions(campaign.formId)
  const questions = questionsOf(versions)
  const filters = filtersIn(versions, questions)
  const asked = resultsAsked(query, filters, ['question', 'from'])
  const { question = '', from } = query
  if (asked.isPublished) throw new Problem('invalid-request', 'Une version à publier n’a pas de textes.')
  if (question === '')
    throw new Problem('invalid-request', 'Dites de quelle question, par exemple « ?question=/bilan ».')
  if (!textPathsOf(questions).includes(question))
    throw new Problem(
      'invalid-request',
      `« ${question} » n’est pas une question à texte de ce questionnaire.`,
    )
  const last = lastReadOf(from, campaign.id)
  const items: WrittenText[] = []
  const until = Date.now() + PAGE_MS
  let letters = 0
  for await (const { row, submission } of readTransmitted(campaign.id, placesAfter(last))) {
    noteRead(last, row)
    if (!submission || !isLetThrough(submission.answers, filters, asked)) continue
    for (const { value } of findAll(submission.answers, question)) {
      if (typeof value !== 'string' || value === '') continue
      const { id, projectName, organisationName } = row
      items.push({ text: value, response: id, projectName, organisationName })
      letters += value.length
    }
    if (items.length >= PAGE_TEXTS || letters >= PAGE_LETTERS || Date.now() >= until)
      return { items, next: tokenOf(last) }
  }
  return { items }
}

type Transmitted = { readonly row: ResponseRow; readonly submission: Submission | undefined }

/**
 * Every response by project name with the submission that counts, as the index tells: figures act on nobody, so the
 * response itself is not read. The next answers are asked for while the last are counted.
 */
async function* readTransmitted(
  campaignId: string,
  places: Readonly<Record<string, string>>,
): AsyncGenerator<Transmitted> {
  const read = async (batch: readonly PlacedRow[]): Promise<Transmitted[]> => {
    const rows = batch.map(({ row }) => row)
    const submissions = await patiently(() => findSubmissions(rows))
    return rows.map((row) => ({ row, submission: submissions.get(row.id) }))
  }
  let reading: Promise<Transmitted[]> | undefined
  for await (const batch of readRows(campaignId, places)) {
    const next = read(batch)
    // Its failure is told where it is waited for.
    next.catch(() => undefined)
    if (reading) yield* await reading
    reading = next
  }
  if (reading) yield* await reading
}
