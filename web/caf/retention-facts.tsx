import type { JSX } from 'preact'
import type { CampaignView } from '../../forms/campaign-wire.ts'
import { deadlineText, instantText } from '../../forms/dates.ts'
import { keptUntil, monthsKept, monthsText } from '../../forms/retention.ts'
import { counted } from './campaign-words.ts'

/** Until when the answers of a campaign are kept; once they are deleted, how many were and when. */
export const RetentionFacts = ({ campaign }: { campaign: CampaignView }): JSX.Element => {
  const { deletion, zone } = campaign
  return (
    <>
      <dt>Conservation</dt>
      <dd>
        {monthsText(monthsKept(campaign))}, jusqu’au {deadlineText(keptUntil(campaign), zone)}
        {deletion ? null : ' ; les dossiers sont ensuite supprimés'}
      </dd>
      {deletion ? (
        <>
          <dt>Suppression</dt>
          <dd>
            {deletion.doneAt
              ? `faite le ${instantText(deletion.doneAt, zone)} : `
              : `commencée le ${instantText(deletion.startedAt, zone)}, ${deletion.countedBy ? 'jusqu’ici ' : 'en cours'}`}
            {deletion.doneAt || deletion.countedBy
              ? `${counted(deletion.responses, 'dossier')} et ${counted(deletion.documents, 'document')}`
              : null}
          </dd>
        </>
      ) : null}
    </>
  )
}
