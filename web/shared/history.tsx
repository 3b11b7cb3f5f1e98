import type { JSX } from 'preact'
import { deadlineText, instantText } from '../../forms/dates.ts'
import type { HistoryList } from '../../forms/response-wire.ts'
import { Icon, type IconName } from './icons.tsx'

type Item = HistoryList['items'][number]

const looks: Record<Item['type'], { words: string; icon: IconName; tone: string }> = {
  called: { words: 'Partenaire appelé', icon: 'calendar', tone: '' },
  started: { words: 'Brouillon commencé', icon: 'half', tone: '' },
  'given-up': { words: 'Brouillon supprimé', icon: 'cross', tone: '' },
  renamed: { words: 'Dossier renommé', icon: 'pen', tone: '' },
  submitted: { words: 'Réponses transmises', icon: 'check', tone: 'ok' },
  reminded: { words: 'Rappel envoyé', icon: 'clock', tone: '' },
  extended: { words: 'Échéance prolongée', icon: 'calendar', tone: 'ok' },
  'correction-asked': { words: 'Correction demandée par la Caf', icon: 'back', tone: 'warn' },
  corrected: { words: 'Réponses corrigées par la Caf', icon: 'pen', tone: 'ok' },
  message: { words: 'Message écrit', icon: 'mail', tone: '' },
  lapsed: { words: 'Correction non reçue : l’envoi précédent compte', icon: 'clock', tone: 'warn' },
  validated: { words: 'Dossier validé', icon: 'double-check', tone: 'ok' },
  'validation-withdrawn': { words: 'Validation retirée par la Caf', icon: 'back', tone: 'warn' },
  missed: { words: 'Échéance passée sans transmission', icon: 'cross', tone: 'stop' },
  'version-changed': { words: 'Nouvelle version du questionnaire', icon: 'pen', tone: '' },
  mail: { words: 'Message envoyé', icon: 'mail', tone: '' },
  'mail-lost': { words: 'Message non remis', icon: 'alert', tone: 'warn' },
  attempt: { words: 'Envoi refusé', icon: 'alert', tone: 'warn' },
}

/** What happened, in words. */
export const historyWords = (type: Item['type']): string => looks[type].words

type Props = {
  readonly items: readonly Item[]
  readonly zone: string
  /** What else is told of an item. */
  readonly more?: (item: Item) => JSX.Element | null
}

/** What happened to a response, latest first; refused submissions are told too. */
export const History = ({ items, zone, more }: Props): JSX.Element => (
  <ol class="plain timeline" reversed>
    {items.toReversed().map((item) => {
      const { id, at, type, by, detail, closesAt, submission } = item
      return (
        <li key={id} class={looks[type].tone}>
          <span class="dot">
            <Icon name={looks[type].icon} size={14} />
          </span>
          <div>
            <strong>{looks[type].words}</strong>
            <p class="quiet-text">
              {instantText(at, zone, { seconds: type === 'submitted' || type === 'attempt' })}
              {by ? <> · {by}</> : null}
            </p>
            {closesAt ? <p>Jusqu’au {deadlineText(closesAt, zone)}.</p> : null}
            {submission ? <p>Envoi n° {submission}.</p> : null}
            {detail ? <p>{detail}</p> : null}
            {more?.(item)}
          </div>
        </li>
      )
    })}
  </ol>
)
