import type { JSX } from 'preact'
import { Dialog, DialogActions } from '../../shared/dialog.tsx'
import { Refusal } from '../../shared/refusal.tsx'
import type { Action } from '../../shared/use-action.ts'
import { quoted } from '../../shared/words.ts'
import type { Found } from './use-rehearsal.ts'

/** A question whose answers are not taken over, and in how many responses. */
export type LostQuestion = { readonly question: string; readonly title: string; readonly count: number }

type Props = {
  readonly found: Found
  /** Of the campaign. */
  readonly title: string
  readonly lost: readonly LostQuestion[]
  readonly action: Action
  readonly onMove: () => void
  readonly onClose: () => void
}

/** Says how many responses go to the other version, what is not taken over, and that there is no way back. */
export const MoveDialog = ({ found, title, lost, action, onMove, onClose }: Props): JSX.Element => {
  const { asked, rehearsal } = found
  const { from, total } = rehearsal
  return (
    <Dialog title={`Passer ${quoted(title)} à la version ${asked.to} ?`} onClose={onClose}>
      <p>
        {total === 0 ? (
          'Cette campagne n’a pas encore de dossier.'
        ) : (
          <>
            <strong>{dossiers(total)}</strong> {total > 1 ? 'vont' : 'va'} de la version {from} à la version{' '}
            {asked.to}.
          </>
        )}
      </p>
      {lost.length > 0 ? (
        <>
          <p>Ce qui n’est pas repris, et ne se lira plus qu’à part dans chaque dossier :</p>
          <ul>
            {lost.map((one) => (
              <li key={one.question}>
                {quoted(one.title)} ({dossiers(one.count)})
              </li>
            ))}
          </ul>
        </>
      ) : total > 0 ? (
        <p>Toutes les réponses sont reprises.</p>
      ) : null}
      <p>
        <strong>La campagne ne revient pas à la version {from}.</strong>
      </p>
      {action.failure ? <Refusal error={action.failure} /> : null}
      <DialogActions
        label={`Passer à la version ${asked.to}`}
        busyLabel="Passage…"
        busy={action.busy}
        danger
        onClose={onClose}
        onAct={onMove}
      />
    </Dialog>
  )
}

/** « 1 dossier », « 1 200 dossiers » */
export const dossiers = (count: number): string =>
  `${count.toLocaleString('fr-FR')} ${count > 1 ? 'dossiers' : 'dossier'}`
