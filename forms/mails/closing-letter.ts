// What the Caf is written when one of its campaigns has closed.
import { deadlineText } from '../dates.ts'
import type { Campaign } from '../nouns/campaign.ts'
import type { Letter } from './letter.ts'

type About = {
  readonly campaign: Campaign
  /** Counts as text: see `owed.closingSummary`. */
  readonly facts: Readonly<Record<string, string>>
  readonly origin: string
}

const counted = [
  ['called', 'Dossiers appelés'],
  ['submitted', 'Transmis, à examiner'],
  ['to-correct', 'En correction'],
  ['validated', 'Validés'],
  ['missed', 'Non transmis'],
  ['complete', 'Dont brouillons complets, mais non transmis'],
  ['waiting', 'Encore attendus, délai accordé'],
] as const

/** The letter of the closing summary. Pure. */
export const closingLetter = ({ campaign, facts, origin }: About): Letter => ({
  subject: `Campagne close : ${campaign.title}`,
  blocks: [
    {
      text: `La campagne « ${campaign.title} » est close. Plus aucune réponse n’y est acceptée, sauf délai ou correction que vous accordez.`,
    },
    {
      facts: [
        ['Échéance', deadlineText(campaign.closesAt, campaign.zone)],
        ...counted.flatMap(([name, words]) => {
          const count = facts[name]
          return count === undefined ? [] : [[words, count] as const]
        }),
      ],
    },
    ...(Number(facts.complete ?? 0) > 0
      ? [
          {
            important:
              'Des brouillons étaient complets sans avoir été transmis : ces partenaires pensaient peut-être avoir fini.',
          },
        ]
      : []),
    ...(facts.proposed
      ? [
          {
            text: 'La campagne de l’année suivante est préparée : elle attend que vous la publiiez, ou la supprimiez.',
          },
        ]
      : []),
    { action: 'Voir les dossiers', url: `${origin}/caf/campagne/?id=${encodeURIComponent(campaign.id)}` },
  ],
})
