// The other questionnaires of the Caf, as far as a rule of this one may read the answers given to them.
import type { RuleQuestion } from './rule-places.ts'

export type OtherForm = {
  /** By which a rule reads it, whatever id the Caf publishes it under. */
  readonly kind: string
  readonly title: string
  readonly questions: readonly RuleQuestion[]
}

/** What the families of questionnaires are called that the platform comes with. */
export const FAMILIES: Readonly<Record<string, string>> = {
  'clas-previsionnel': 'Données prévisionnelles',
  'clas-reel': 'Données réelles',
  'clas-bilan': 'Bilan qualitatif',
  'clas-appel-a-projets': 'Appel à projets',
}

export const familyWords = (kind: string): string => FAMILIES[kind] ?? kind

/** What people call the questionnaires of a kind. */
export const otherTitle = (kind: string, others: readonly OtherForm[]): string =>
  FAMILIES[kind] ?? others.find((other) => other.kind === kind)?.title ?? kind
