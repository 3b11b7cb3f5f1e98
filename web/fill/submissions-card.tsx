import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { instantText } from '../../forms/dates.ts'
import type { HistoryItem, ResponseView } from '../../forms/response-wire.ts'
import { Note } from '../shared/feedback.tsx'
import { Icon } from '../shared/icons.tsx'
import { Tag } from '../shared/status-tag.tsx'
import { downloadReceipt, type ReceiptKind } from './download-receipt.ts'

type Props = { readonly response: ResponseView; readonly items: readonly HistoryItem[] }

/** Every version that counted, the latest first: whose it is, which one counts, and the receipt that proves it. */
export const Submissions = ({ response, items }: Props): JSX.Element | null => {
  const [failed, setFailed] = useState(false)
  const sent = items.filter(({ type }) => type === 'submitted' || type === 'corrected')
  if (sent.length === 0) return null
  const download = (number: number, kind: ReceiptKind) => {
    setFailed(false)
    downloadReceipt(response.id, `envoi-${number}`, kind, number).catch(() => setFailed(true))
  }
  return (
    <section class="card" aria-labelledby="envois">
      <h2 id="envois">Envois et reçus</h2>
      <p>Chaque version reste telle qu’elle a été reçue, et son reçu signé le prouve. Une seule compte.</p>
      <div role="alert">
        {failed ? <Note tone="stop">Le reçu n’a pas pu être téléchargé. Réessayez.</Note> : null}
      </div>
      <ol class="plain submissions" reversed>
        {sent
          .map((item, i) => ({ ...item, number: item.submission ?? i + 1 }))
          .toReversed()
          .map(({ id, type, at, by, number }) => (
            <li key={id}>
              <p>
                <strong>Envoi n° {number}</strong>{' '}
                {response.submission?.number === number ? (
                  <Tag tone="ok" icon="check">
                    compte
                  </Tag>
                ) : (
                  <Tag>remplacé</Tag>
                )}
                <br />
                {type === 'corrected' ? 'Corrigé par' : 'Transmis par'} {by}, le{' '}
                {instantText(at, response.zone, { seconds: true })}
              </p>
              <p>
                {(['jws', 'pdf'] as const).map((kind) => (
                  <button key={kind} type="button" class="link" onClick={() => download(number, kind)}>
                    <Icon name="download" size={14} /> {kind === 'pdf' ? 'Reçu en PDF' : 'Reçu signé'}
                    <span class="sr-only"> de l’envoi n° {number}</span>
                  </button>
                ))}
              </p>
            </li>
          ))}
      </ol>
    </section>
  )
}
