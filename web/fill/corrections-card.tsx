import type { JSX } from 'preact'
import { instantText } from '../../forms/dates.ts'
import type { HistoryItem } from '../../forms/response-wire.ts'
import { ChangedAnswers } from '../shared/changed-answers.tsx'
import { CafCorrection } from './caf-correction.tsx'
import type { Dossier } from './load-response.ts'
import { isChanged } from './review-standing.ts'

type Props = { readonly dossier: Dossier; readonly corrections: readonly HistoryItem[] }

/** What the Caf corrected, each time with who, why, and every answer before and after. */
export const Corrections = ({ dossier, corrections }: Props): JSX.Element | null => {
  const { response, outline } = dossier
  if (corrections.length === 0) return null
  return (
    <section class="card" aria-labelledby="corrections">
      <h2 id="corrections" tabIndex={-1}>
        Corrigé par la Caf
      </h2>
      {isChanged(response) ? <CafCorrection dossier={dossier} isFollowed /> : null}
      {corrections.map(({ id, at, by, detail, submission, changes = [] }) => (
        <article key={id} aria-labelledby={`correction-${submission}`}>
          <h3 id={`correction-${submission}`}>
            Envoi n° {submission}, le {instantText(at, response.zone)}
          </h3>
          <p>
            Par {by}.{' '}
            {response.submission?.number === submission ? (
              <strong>C’est cette version qui compte.</strong>
            ) : (
              'Un envoi plus récent l’a remplacée.'
            )}
          </p>
          <p>Motif :</p>
          <blockquote class="reason">{detail}</blockquote>
          <ChangedAnswers
            outline={outline}
            changes={changes}
            sides={[`Avant (envoi n° ${(submission ?? 1) - 1})`, 'Après, corrigé par la Caf']}
            level={4}
          />
        </article>
      ))}
      <p>
        <a href="#messages">Répondre à la Caf par un message</a>
      </p>
    </section>
  )
}
