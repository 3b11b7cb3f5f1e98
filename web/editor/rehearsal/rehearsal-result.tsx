// What a rehearsal found: in a sentence, then question by question and response by response.
import type { JSX } from 'preact'
import { deskUrl } from '../../../forms/addresses.ts'
import { rehearsalWords } from '../../../forms/moving/words.ts'
import type { RehearsalItem } from '../../../forms/moving-wire.ts'
import { Banner } from '../../shared/feedback.tsx'
import { StatusTag } from '../../shared/status-tag.tsx'
import { quoted } from '../../shared/words.ts'
import type { Found } from './use-rehearsal.ts'

type Props = {
  readonly found: Found
  /** Whether the change was made since. */
  readonly isDone: boolean
}

/** More of them would only be scrolled past: the sentence counts all. */
const MOST_SHOWN = 100

export const RehearsalResult = ({ found, isDone }: Props): JSX.Element => {
  const { rehearsal, isWhole } = found
  const { counts, items, total } = rehearsal
  if (!isWhole)
    return (
      <div role="status">
        <p>
          Essai en cours : {counts.handled.toLocaleString('fr-FR')} dossiers sur{' '}
          {total.toLocaleString('fr-FR')}.
        </p>
        <progress max={Math.max(1, total)} value={counts.handled} aria-label="Avancement de l’essai" />
      </div>
    )
  return (
    <>
      <Banner tone={counts.losing > 0 ? 'warn' : 'ok'} live="status">
        <strong>{rehearsalWords(counts)}</strong> {handledWords(counts.handled, counts.untouched)}
        {isDone ? ' C’était l’essai, avant le passage.' : ' Rien n’a changé.'}
      </Banner>
      {items.length > 0 ? <Items items={items} /> : null}
    </>
  )
}

const handledWords = (handled: number, untouched: number): string => {
  if (handled === 0) return ''
  const seen = handled > 1 ? `${handled.toLocaleString('fr-FR')} dossiers essayés` : 'Un dossier essayé'
  return untouched > 0
    ? `${seen}, dont ${untouched.toLocaleString('fr-FR')} pas encore ${untouched > 1 ? 'commencés' : 'commencé'}.`
    : `${seen}.`
}

const Items = ({ items }: { readonly items: readonly RehearsalItem[] }): JSX.Element => (
  <section aria-labelledby="dossiers-touches">
    <h3 id="dossiers-touches">Ce qui arriverait, dossier par dossier</h3>
    <ul class="plain rehearsed">
      {items.slice(0, MOST_SHOWN).map((item) => (
        <li key={item.id}>
          <details>
            <summary>
              <strong>{item.projectName}</strong> · {item.organisationName} <StatusTag status={item.status} />{' '}
              <span>{shortWords(item)}</span>
            </summary>
            {item.lost.length > 0 ? (
              <>
                <h4>Ne serait pas repris</h4>
                <dl>
                  {item.lost.map(({ pointer, title, words, reason }) => (
                    <div key={pointer}>
                      <dt>{title}</dt>
                      <dd>
                        {quoted(words)} {reason}
                      </dd>
                    </div>
                  ))}
                </dl>
              </>
            ) : null}
            {item.toComplete.length > 0 ? (
              <>
                <h4>Serait à compléter</h4>
                <ul>
                  {item.toComplete.map(({ pointer, detail }) => (
                    <li key={pointer}>{detail}</li>
                  ))}
                </ul>
              </>
            ) : null}
            <p>
              <a href={deskUrl(item.id)}>Ouvrir ce dossier</a>
            </p>
          </details>
        </li>
      ))}
    </ul>
    {items.length > MOST_SHOWN ? (
      <p>
        Les {MOST_SHOWN} premiers sont montrés ici, sur {items.length}.
      </p>
    ) : null}
  </section>
)

const shortWords = ({ lost, toComplete }: RehearsalItem): string =>
  [
    ...(lost.length > 0
      ? [`${lost.length} ${lost.length > 1 ? 'valeurs non reprises' : 'valeur non reprise'}`]
      : []),
    ...(toComplete.length > 0 ? [`${toComplete.length} à compléter`] : []),
  ].join(', ')
