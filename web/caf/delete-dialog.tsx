import type { JSX } from 'preact'
import type { Campaign } from '../../forms/nouns/campaign.ts'
import { request } from '../shared/api.ts'
import { Dialog, DialogActions } from '../shared/dialog.tsx'
import { Refusal } from '../shared/refusal.tsx'
import { useAction } from '../shared/use-action.ts'
import { quoted } from '../shared/words.ts'

/** Asks once before a draft is deleted. */
export const DeleteDialog = ({
  campaign,
  onClose,
}: {
  campaign: Pick<Campaign, 'id' | 'title'>
  onClose: () => void
}): JSX.Element => {
  const action = useAction()
  const remove = () =>
    action.run(async () => {
      await request(`/campaigns/${encodeURIComponent(campaign.id)}`, {
        method: 'DELETE',
        read: () => undefined,
      })
      location.assign('/caf/?fait=supprimee')
    })
  return (
    <Dialog title={`Supprimer le brouillon ${quoted(campaign.title)} ?`} onClose={onClose}>
      <p>Il n’a jamais été publié : personne n’en a rien reçu. Il ne pourra pas être rétabli.</p>
      {action.failure ? <Refusal error={action.failure} /> : null}
      <DialogActions label="Supprimer" busy={action.busy} danger onClose={onClose} onAct={remove} />
    </Dialog>
  )
}
