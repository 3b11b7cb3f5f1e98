import type { JSX } from 'preact'
import type { CampaignRows } from '../../forms/campaign-rows-wire.ts'
import type { Flag } from '../../forms/nouns/response.ts'
import { Banner } from '../shared/feedback.tsx'

/** What the closing points out: drafts that look complete though nobody sent them, corrections that never came. */
export const Flagged = ({ rows, onShow }: FlaggedProps): JSX.Element => (
  <>
    {(['looks-complete', 'correction-lapsed'] as const).map((flag) => {
      const count = rows.items.filter(({ flags }) => flags.includes(flag)).length
      return count === 0 ? null : (
        <Banner
          key={flag}
          tone="warn"
          end={
            <button type="button" class="btn quiet" onClick={() => onShow(flag)}>
              {count > 1 ? 'Les voir' : 'Le voir'}
            </button>
          }
        >
          {flagged[flag].sentence(count)}
        </Banner>
      )
    })}
  </>
)
type FlaggedProps = { rows: CampaignRows; onShow: (flag: Flag) => void }

const flagged = {
  'looks-complete': {
    tag: 'semblent complets',
    sentence: (n: number) =>
      n > 1
        ? `${n} brouillons semblent complets, mais n’ont pas été transmis : ils ne comptent pas.`
        : '1 brouillon semble complet, mais n’a pas été transmis : il ne compte pas.',
  },
  'correction-lapsed': {
    tag: 'correction non reçue',
    sentence: (n: number) =>
      n > 1
        ? `${n} corrections demandées n’ont pas été transmises à temps : les envois précédents comptent.`
        : '1 correction demandée n’a pas été transmise à temps : l’envoi précédent compte.',
  },
} as const

/** « semblent complets »: what the list says it shows. */
export const flagTag = (flag: Flag): string => flagged[flag].tag
