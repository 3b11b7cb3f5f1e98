// Who gave the other answer of a conflict, as it is told: somebody else, or the same person from another tab or device.
import type { SectionConflict } from './autosave.ts'

export type ConflictWords = {
  readonly mine: string
  readonly keepMine: string
  readonly theirs: string
  readonly keepTheirs: string
  /** What happened, at the field. */
  readonly atField: string
}

/** Whether the answer that is saved came from this very person. */
const isOwn = ({ author }: Pick<SectionConflict, 'author'>, me: string): boolean => author?.savedBy === me

export const conflictWords = (conflict: Pick<SectionConflict, 'author'>, me: string): ConflictWords => {
  if (isOwn(conflict, me))
    return {
      mine: 'Ici',
      keepMine: 'Garder celle d’ici',
      theirs: 'Dans un autre onglet, ou sur un autre appareil',
      keepTheirs: 'Garder celle de l’autre onglet',
      atField: 'Vous avez répondu autrement dans un autre onglet.',
    }
  const whose = conflict.author ? `celle de ${conflict.author.savedBy}` : 'l’autre'
  return {
    mine: 'La vôtre',
    keepMine: 'Garder la vôtre',
    theirs: whose.charAt(0).toUpperCase() + whose.slice(1),
    keepTheirs: `Garder ${whose}`,
    atField: `${conflict.author?.savedBy ?? 'Une autre personne'} a répondu autrement.`,
  }
}

/** Which answer is saved until one has chosen. */
export const untilThen = (conflicts: readonly Pick<SectionConflict, 'author'>[], me: string): string =>
  conflicts.every((conflict) => isOwn(conflict, me))
    ? 'Vous avez répondu autrement dans un autre onglet, ou sur un autre appareil. Choisissez celle qui reste. D’ici là, c’est celle de l’autre onglet qui est enregistrée.'
    : 'Choisissez celle qui reste. D’ici là, c’est celle de l’autre personne qui est enregistrée.'
