// What a rehearsal found, in a sentence.
import type { RehearsalCounts } from '../moving-wire.ts'

/** « 12 brouillons à compléter, 1 réponse perdrait une valeur. » */
export const rehearsalWords = ({ handled, drafts, submitted, losing }: RehearsalCounts): string => {
  const parts = [
    ...(drafts > 0 ? [`${several(drafts, 'brouillon')} à compléter`] : []),
    ...(submitted > 0 ? [`${several(submitted, 'dossier')} déjà transmis à compléter`] : []),
    ...(losing > 0
      ? [`${several(losing, 'dossier')} ${losing > 1 ? 'perdraient' : 'perdrait'} une valeur`]
      : []),
  ]
  if (handled === 0) return 'Aucun dossier n’a encore été appelé.'
  return parts.length > 0 ? `${parts.join(', ')}.` : 'Rien ne serait perdu, et rien ne serait à compléter.'
}

const several = (count: number, word: string): string =>
  `${count.toLocaleString('fr-FR')} ${word}${count > 1 ? 's' : ''}`
