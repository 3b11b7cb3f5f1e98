import type { JSX } from 'preact'
import type { CampaignRow } from '../../forms/campaign-rows-wire.ts'
import { type Situation, situations, situationsOf } from '../../forms/cockpit.ts'
import type { SeveralAction } from './several-actions.ts'

type Props = {
  readonly rows: readonly CampaignRow[]
  readonly now: string
  readonly chosen: Situation | undefined
  readonly onChoose: (situation: Situation | undefined) => void
  /** What may be done at once for those of a situation. */
  readonly may: (action: SeveralAction) => boolean
  readonly onAct: (action: SeveralAction, rows: readonly CampaignRow[]) => void
}

type Words = {
  readonly title: string
  readonly about: string
  readonly action?: SeveralAction
  readonly act?: string
}

const words: Record<Situation, Words> = {
  'non-commence': {
    title: 'Rien de commencé',
    about: 'appelés, sans aucune réponse enregistrée',
    action: 'remind',
    act: 'Relancer',
  },
  bloque: {
    title: 'À l’arrêt',
    about: 'brouillons qui n’avancent plus depuis 7 jours',
    action: 'remind',
    act: 'Relancer',
  },
  urgent: {
    title: 'Derniers jours',
    about: 'rien de transmis, à 7 jours ou moins de l’échéance',
    action: 'remind',
    act: 'Relancer',
  },
  'hors-delai': {
    title: 'Hors délai',
    about: 'échéance passée sans transmission',
    action: 'extend',
    act: 'Prolonger',
  },
  messages: { title: 'Messages non lus', about: 'écrits par les partenaires' },
}

/** « Derniers jours » : what the list says it shows. */
export const situationTitle = (situation: Situation): string => words[situation].title

/** Who has not started, who is stuck, who is late: shown by a press, acted on by another. */
export const Attention = ({ rows, now, chosen, onChoose, may, onAct }: Props): JSX.Element | null => {
  const found = new Map<Situation, CampaignRow[]>(situations.map((situation) => [situation, []]))
  for (const row of rows) for (const situation of situationsOf(row, now)) found.get(situation)?.push(row)
  const present = situations.filter((situation) => found.get(situation)?.length)
  if (present.length === 0) return null
  return (
    <section class="card attention" aria-labelledby="a-suivre">
      <h2 id="a-suivre">À suivre</h2>
      <ul class="plain">
        {present.map((situation) => {
          const those = found.get(situation) ?? []
          const { title, about, action, act } = words[situation]
          return (
            <li key={situation}>
              <button
                type="button"
                class="attention-show"
                aria-pressed={chosen === situation}
                onClick={() => onChoose(chosen === situation ? undefined : situation)}
              >
                <b>{those.length.toLocaleString('fr-FR')}</b>
                <span>
                  <strong>{title}</strong>
                  <small>{about}</small>
                </span>
              </button>
              {action && may(action) ? (
                <button type="button" class="btn quiet" onClick={() => onAct(action, those)}>
                  <span>
                    {act}
                    <span class="sr-only"> : {title.toLowerCase()}</span>…
                  </span>
                </button>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
