// Exports in words.

import type { CampaignRow } from '../../forms/campaign-rows-wire.ts'
import type { ExportFormat, ExportView } from '../../forms/exports/wire.ts'
import type { RowFilter } from '../../forms/row-filter.ts'
import { counted } from './campaign-words.ts'
import { filterParts } from './filter-words.ts'

export const formatWords: Readonly<Record<ExportFormat, { readonly name: string; readonly about: string }>> =
  {
    xlsx: {
      name: 'Classeur (XLSX)',
      about: 'Une feuille de dossiers, une par liste, et un dictionnaire des colonnes.',
    },
    csv: {
      name: 'Tableau (CSV)',
      about:
        'Une ligne par dossier, pour un autre logiciel. Dans Excel, préférez le classeur : ouvrir un CSV y abîme les numéros SIRET.',
    },
    json: { name: 'Données (JSON)', about: 'Les réponses telles que transmises, pour un programme.' },
    pdf: {
      name: 'Dossiers en PDF (ZIP)',
      about: 'Un PDF par dossier transmis, avec ses documents.',
    },
  }

/** « tous les dossiers », « brouillons, « bauges » » */
export const filterWords = (filter: RowFilter, items: readonly CampaignRow[]): string => {
  const nameOf = (id: string) => items.find(({ organisationId }) => organisationId === id)?.organisationName
  return filterParts(filter, { count: 2, nameOf }).join(', ') || 'tous les dossiers'
}

/** « 1 200 dossiers sur 5 000 » */
export const progressWords = ({ progress: { handled, total } }: ExportView): string => {
  if (total === undefined) return 'Sur le point de commencer'
  if (handled >= total) return 'Le fichier est assemblé'
  return `${counted(handled, 'dossier')} sur ${total.toLocaleString('fr-FR')}`
}

/** « 1,2 Mo » */
export const sizeWords = (bytes: number): string => {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1000, 'Ko'] : [bytes / 1_000_000, 'Mo']
  const digits = value < 10 ? 1 : 0
  return `${value.toLocaleString('fr-FR', { maximumFractionDigits: digits })} ${unit}`
}
