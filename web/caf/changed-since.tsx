// What the submission that counts changed of the one before: a correction that came back, or one the Caf made.
import type { JSX } from 'preact'
import { useCallback } from 'preact/hooks'
import { SubmissionDetail } from '../../forms/correcting-wire.ts'
import { instantText } from '../../forms/dates.ts'
import type { HistoryItem, ResponseView } from '../../forms/response-wire.ts'
import { request } from '../shared/api.ts'
import { ChangedAnswers } from '../shared/changed-answers.tsx'
import { DossierContext } from '../shared/document-links.tsx'
import { Loading, Note } from '../shared/feedback.tsx'
import { placeOf, stepsOf } from '../shared/one-answer.tsx'
import type { SectionOutline } from '../shared/outline.ts'
import { useLoad } from '../shared/use-load.ts'
import { quoted } from '../shared/words.ts'

type Props = {
  readonly response: ResponseView
  readonly history: readonly HistoryItem[]
  readonly outline: readonly SectionOutline[]
}

export const ChangedSince = ({ response, history, outline }: Props): JSX.Element | null => {
  const { id, submission, zone } = response
  const number = submission?.number ?? 0
  const load = useCallback(
    async (signal: AbortSignal) =>
      number < 2
        ? undefined
        : (
            await request(`/responses/${encodeURIComponent(id)}/submissions/${number}`, {
              read: (body) => SubmissionDetail.parse(body),
              signal,
            })
          ).body,
    [id, number],
  )
  const [loaded] = useLoad(load)
  if (!submission || number < 2) return null
  const asked = submission.madeByCaf ? undefined : askedBefore(history, number)
  const detail = loaded.state === 'ready' ? loaded.value : undefined
  return (
    <section class="card" aria-labelledby="changements">
      <h2 id="changements">Ce qui a changé depuis l’envoi n° {number - 1}</h2>
      {submission.madeByCaf ? (
        <p>
          Corrigé par {submission.by}, le {instantText(submission.receivedAt, zone)}. Motif :{' '}
          {quoted(submission.madeByCaf.reason)}. Le partenaire voit ces mêmes réponses, avant et après.
        </p>
      ) : null}
      {asked ? (
        <p>
          <strong>La correction demandée est revenue</strong> le {instantText(submission.receivedAt, zone)}.
          Elle avait été demandée par {asked.by}, le {instantText(asked.at, zone)} :{' '}
          {quoted(asked.detail ?? '')}.
        </p>
      ) : null}
      {loaded.state === 'loading' ? <Loading label="Comparaison des deux envois…" blocks={1} /> : null}
      {loaded.state === 'failed' ? (
        <Note tone="warn">La comparaison n’a pas pu être lue. Rechargez la page pour réessayer.</Note>
      ) : null}
      <DossierContext.Provider value={id}>
        {detail ? <Detail {...{ detail, asked, outline }} /> : null}
      </DossierContext.Provider>
    </section>
  )
}

type DetailProps = Pick<Props, 'outline'> & { detail: SubmissionDetail; asked: HistoryItem | undefined }

const Detail = ({ detail, asked, outline }: DetailProps): JSX.Element => {
  const { changes, number } = detail
  const changed = new Set(changes.map(({ pointer }) => stepsOf(pointer)[0]))
  const untouched = (asked?.questions ?? []).filter((question) => !changed.has(stepsOf(question)[0]))
  return (
    <>
      {untouched.length > 0 ? (
        <Note tone="warn">
          Demandé, mais inchangé :{' '}
          {untouched.map((question) => placeOf(outline, stepsOf(question)).title).join(', ')}.
        </Note>
      ) : null}
      {changes.length === 0 ? (
        <p>Les réponses sont les mêmes : rien n’a changé d’un envoi à l’autre.</p>
      ) : (
        <ChangedAnswers
          outline={outline}
          changes={changes}
          sides={[`Envoi n° ${number - 1}`, `Envoi n° ${number}`]}
          hrefOf={(_, question) => `#q-${question}`}
        />
      )}
    </>
  )
}

/** The request for correction that came between the submission of that number and the one before. */
const askedBefore = (history: readonly HistoryItem[], number: number): HistoryItem | undefined => {
  const sent = history.filter(({ type }) => type === 'submitted' || type === 'corrected')
  const [from, to] = [sent[number - 2]?.at ?? '', sent[number - 1]?.at ?? '']
  return history.findLast(({ type, at }) => type === 'correction-asked' && at >= from && at <= to)
}
