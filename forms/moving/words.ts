// What a rehearsal found, in a sentence.
import type { RehearsalCounts } from '../moving-wire.ts'

/** « 12 brouillons à compléter, 1 dossier où une valeur ne serait pas reprise. » */
export const rehearsalWords = ({ handled, drafts, submitted, losing }: RehearsalCounts): string => {
  const parts = [
    ...(drafts > 0 ? [`${several(drafts, 'brouillon')} à compléter`] : []),
    ...(submitted > 0 ? [`${several(submitted, 'dossier')} déjà transmis à compléter`] : []),
    ...(losing > 0 ? [`${several(losing, 'dossier')} où une valeur ne serait pas reprise`] : []),
  ]
  if (handled === 0) return 'Aucun dossier n’a encore été appelé.'
  return parts.length > 0 ? `${parts.join(', ')}.` : 'Tout serait repris, et rien ne serait à compléter.'
}

const several = (count: number, word: string): string =>
  `${count.toLocaleString('fr-FR')} ${word}${count > 1 ? 's' : ''}`
