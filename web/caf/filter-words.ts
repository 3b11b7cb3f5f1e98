// What a list or an export leaves out, in words.
import type { Advance, RowFilter } from '../../forms/row-filter.ts'
import { situationTitle } from './attention.tsx'
import { flagTag } from './flagged.tsx'
import { wordsFor } from './status-bar.tsx'

export const advanceWords: Readonly<Record<Advance, string>> = {
  rien: 'Rien d’enregistré',
  'moins-50': 'Rempli à moins de 50 %',
  'plus-50': 'Rempli à 50 % ou plus',
  complet: 'Tout l’obligatoire rempli',
}

type Named = {
  /** Of how many the words speak. */
  readonly count: number
  /** The name of an organisation, where it is known. */
  readonly nameOf: (organisation: string) => string | undefined
}

/** « brouillons », « bloqués », « Association Belledonne », « “bauges” »: a part each. */
export const filterParts = (
  { statuses = [], flag, situation, advance, organisation, search }: RowFilter,
  { count, nameOf }: Named,
): string[] => [
  ...statuses.map((status) => wordsFor(status, count)),
  ...(flag ? [flagTag(flag)] : []),
  ...(situation ? [situationTitle(situation).toLowerCase()] : []),
  ...(advance ? [advanceWords[advance].toLowerCase()] : []),
  ...(organisation ? [nameOf(organisation) ?? 'une organisation'] : []),
  ...(search ? [`« ${search} »`] : []),
]
