// What is still to settle in the answers before they are sent: to correct, to explain, and to confirm of what was taken over.
import type { JSX } from 'preact'
import type { Finding } from '../../forms/findings.ts'
import { sourceWords, toConfirm } from '../../forms/notes.ts'
import { placeOf } from '../shared/answer-places.ts'
import { explanationId } from '../shared/explanation-id.ts'
import { contradictions, unexplained } from '../shared/findings.ts'
import { type Dossier, editHrefOf } from './load-response.ts'
import { CONTRADICTIONS } from './review-checks.tsx'
import type { Untaken } from './untaken.ts'
import { UNTAKEN } from './untaken-notice.tsx'

type Props = {
  readonly dossier: Dossier
  readonly findings: readonly Finding[]
  readonly untaken: readonly Untaken[]
}

export const ToSettle = ({ dossier, findings, untaken }: Props): JSX.Element => {
  const { response, outline } = dossier
  const blocking = contradictions(findings).length
  const unclear = unexplained(findings)
  const carried = Object.entries(toConfirm(response.sections, response.submission))
  const editHref = editHrefOf(response)
  return (
    <>
      {blocking + untaken.length > 0 ? (
        <div class="missing">
          <h3>À corriger pour pouvoir transmettre</h3>
          {untaken.length > 0 ? (
            <p>
              <a href={`#${UNTAKEN}`}>
                {untaken.length === 1
                  ? 'Une réponse n’est pas enregistrée'
                  : `${untaken.length} réponses ne sont pas enregistrées`}
              </a>
            </p>
          ) : null}
          {blocking > 0 ? (
            <p>
              <a href={`#${CONTRADICTIONS}`}>
                {blocking === 1 ? 'Une réponse à corriger' : `${blocking} réponses à corriger`}
              </a>
            </p>
          ) : null}
        </div>
      ) : null}
      {unclear.length > 0 ? (
        <div class="missing">
          <h3>À expliquer pour pouvoir transmettre</h3>
          <ul class="plain">
            {unclear.map(({ rule, findings: own }) => (
              <li key={rule}>
                <a href={`#${explanationId(rule)}`}>{placeOf(outline, own[0]?.pointer ?? '').words}</a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {carried.length > 0 ? (
        <div class="missing">
          <h3>Réponses reprises, à confirmer</h3>
          <ul class="plain">
            {carried.map(([question, from]) => {
              const { section, words } = placeOf(outline, `/${question}`)
              return (
                <li key={question}>
                  <a href={editHref(section, question) ?? `#q-${question}`}>{words}</a>
                  <span>{sourceWords(from, response.schoolYear)}</span>
                </li>
              )
            })}
          </ul>
          <p class="quiet-text">Transmettre les confirme toutes.</p>
        </div>
      ) : null}
    </>
  )
}
