import type { JSX } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { instantText } from '../../forms/dates.ts'
import type { HistoryItem } from '../../forms/response-wire.ts'
import { historyWords } from '../shared/history.tsx'
import { Icon } from '../shared/icons.tsx'
import { quoted } from '../shared/words.ts'

type Props = {
  /** What happened since the dossier was read. */
  readonly news: readonly HistoryItem[]
  readonly zone: string
  readonly onSeen: () => void
}

/** That somebody else acted on the dossier before what was asked: what they did, and the choice that is left. */
export const ChangedMeanwhile = ({ news, zone, onSeen }: Props): JSX.Element => {
  const place = useRef<HTMLElement>(null)
  useEffect(() => place.current?.focus(), [])
  const hasChanges = news.some(({ type }) => type === 'submitted' || type === 'corrected')
  return (
    <section class="notice warn" ref={place} tabIndex={-1} aria-labelledby="entre-temps">
      <h2 id="entre-temps">
        <Icon name="alert" size={20} />
        Ce dossier a changé pendant que vous le lisiez
      </h2>
      <p>Rien de ce que vous demandiez n’a été fait.{news.length > 0 ? ' Entre-temps :' : ''}</p>
      <ul>
        {news.map(({ id, type, at, by, detail }) => (
          <li key={id}>
            <strong>{historyWords(type)}</strong>
            {by ? ` par ${by}` : ''}, le {instantText(at, zone)}
            {detail ? ` : ${quoted(detail)}` : '.'}
          </li>
        ))}
      </ul>
      <p>
        {hasChanges ? (
          <>
            <a href="#changements">Voir ce qui a changé, réponse par réponse</a>.{' '}
          </>
        ) : null}
        La page montre maintenant le dossier tel qu’il est : à vous de choisir entre le laisser ainsi et
        demander de nouveau.
      </p>
      <button type="button" class="btn quiet" onClick={onSeen}>
        J’en ai pris connaissance
      </button>
    </section>
  )
}
