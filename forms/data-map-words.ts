// The data map in words, once for its page and its PDF.
import type { DataItem, DataMap, DocumentItem, SectionMap } from './data-map.ts'
import { partnerRoleWords } from './people.ts'

export const DATA_MAP_TITLE = 'Ce qu’il faut préparer'

/** The text with the spaces of French punctuation kept from the end of a line. */
export const unbroken = (text: string): string =>
  text.replaceAll('« ', '«\u00a0').replaceAll(/ (?=[»?!:;])/g, '\u00a0')

/** Whether a thing is needed, and when: « Obligatoire si « Statut juridique » est « Association » ». */
export const neededText = ({ needed, condition }: Pick<DataItem, 'needed' | 'condition'>): string => {
  if (needed === 'optional') return condition ? `Facultatif, ${condition}` : 'Facultatif'
  return condition ? `Obligatoire ${condition}` : 'Obligatoire'
}

/** The mark of a thing that not everybody has to have. */
export const neededMark = ({ needed }: Pick<DataItem, 'needed'>): string | undefined =>
  ({ always: undefined, if: 'selon les cas', optional: 'facultatif' })[needed]

/** What to have of a datum, a sentence each: how it is given, among which choices, of which lines. */
export const dataDetails = ({ kind, lines, columns, choices }: DataItem): string[] => [
  choices.length > 0 ? `${kind} : ${choices.join(' ; ')}.` : `${kind}.`,
  ...(lines.length > 0 ? [`Lignes : ${lines.join(' ; ')}.`] : []),
  ...(columns.length > 0 ? [`Pour chaque ligne : ${columns.join(' ; ')}.`] : []),
]

/** How many files to have at most, and which kinds are taken. */
export const documentDetails = ({ most, endings }: DocumentItem): string[] => [
  `${most === 1 ? 'Un fichier' : `${most} fichiers au plus`}${endings.length > 0 ? ` : ${endings.join(', ')}` : ''}.`,
]

/** Who fills a section, how long it takes, how much there is to gather. */
export const sectionFacts = ({ role, minutes, data, documents }: SectionMap): string =>
  `Rôle « ${partnerRoleWords[role].name} » · ${amounts(minutes, data.length, documents.length)}`

export type RoleShare = {
  readonly role: string
  readonly sections: readonly string[]
  readonly facts: string
}

/** What falls to each role, in the order of the sections. */
export const roleShares = ({ sections }: DataMap): RoleShare[] =>
  [...Map.groupBy(sections, ({ role }) => role)].map(([role, own]) => {
    const sum = (of: (section: SectionMap) => number) =>
      own.reduce((total, section) => total + of(section), 0)
    return {
      role: partnerRoleWords[role].name,
      sections: own.map(({ title }) => title),
      facts: amounts(
        sum(({ minutes }) => minutes),
        sum(({ data }) => data.length),
        sum(({ documents }) => documents.length),
      ),
    }
  })

const amounts = (minutes: number, data: number, documents: number): string =>
  [
    `environ ${minutes} min`,
    ...(data > 0 ? [counted(data, 'donnée')] : []),
    ...(documents > 0 ? [counted(documents, 'document')] : []),
  ].join(' · ')

const counted = (count: number, noun: string): string => `${count} ${noun}${count > 1 ? 's' : ''}`
