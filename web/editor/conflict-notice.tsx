// Two people saved: what the other changed, and a choice. Whichever is taken, the other is one « Annuler » away.
import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Change } from '../../forms/publishing-wire.ts'
import { ChangesList } from './changes-list.tsx'
import type { Conflict, Editing } from './editing.ts'
import { dateTimeText } from './when.ts'
import { takeTheirs, whoSaved } from './whose-words.ts'

export const ConflictNotice = ({ editing }: { editing: Editing }): JSX.Element | null => {
  const conflict = editing.conflict()
  if (!conflict || editing.standing().kind === 'other') return null
  const { theirs } = conflict
  const who = whoSaved(theirs.savedBy, editing.me.name)
  return (
    <section class="card conflict" role="alert" aria-labelledby="a-departager">
      <h2 id="a-departager">Deux versions du brouillon à départager</h2>
      <p>
        <strong>{who}</strong> a enregistré le brouillon {dateTimeText(theirs.savedAt)}, alors que vous aviez
        des modifications qui n’étaient pas enregistrées. Rien n’est écrasé : choisissez laquelle garder.
        L’autre restera à un « Annuler » près.
      </p>
      <TheirChanges conflict={conflict} />
      <div class="conflict-actions">
        <button type="button" class="btn" onClick={() => editing.choose('theirs')}>
          {takeTheirs(theirs.savedBy, editing.me.name)}
        </button>
        <button type="button" class="btn quiet" onClick={() => editing.choose('mine')}>
          Garder la mienne
        </button>
      </div>
    </section>
  )
}

/** What the other changed, worked out by what is loaded for this alone. */
const TheirChanges = ({ conflict: { base, theirs } }: { conflict: Conflict }): JSX.Element | null => {
  const [changes, setChanges] = useState<readonly Change[]>()
  useEffect(() => {
    import('../../forms/changes/changes-between.ts').then(
      ({ changesBetween }) => setChanges(changesBetween(base, theirs.content)),
      () => undefined,
    )
  }, [base, theirs])
  if (!changes || changes.length === 0) return null
  return (
    <>
      <h3>Ce qui y a changé</h3>
      <ChangesList changes={changes} />
    </>
  )
}
