// Exports in words.
import type { ExportFilter } from '../../forms/exports/filter.ts'
import type { ExportFormat, ExportView } from '../../forms/exports/wire.ts'
import { counted } from './campaign-words.ts'
import type { TableView } from './rows.ts'
import { wordsFor } from './status-bar.tsx'

export const formatWords: Readonly<Record<ExportFormat, { readonly name: string; readonly about: string }>> =
  {
    xlsx: {
      name: 'Classeur (XLSX)',
      about: 'Une feuille de dossiers, une par liste, et un dictionnaire des colonnes.',
    },
    csv: {
      name: 'Tableau (CSV)',
      about: 'Une ligne par dossier, pour tout tableur ou logiciel de statistiques.',
    },
    json: { name: 'Données (JSON)', about: 'Les réponses telles que transmises, pour un programme.' },
    pdf: {
      name: 'Dossiers en PDF (ZIP)',
      about: 'Un PDF par dossier transmis, avec ses documents.',
    },
  }

/** The filter of a table that is not shown whole. */
export const filterOf = ({ status, flag, search }: TableView): ExportFilter => ({
  ...(status ? { statuses: [status] } : {}),
  ...(flag ? { flag } : {}),
  ...(search.trim() ? { search: search.trim() } : {}),
})

/** « tous les dossiers », « brouillons, “bauges” » */
export const filterWords = ({ statuses = [], flag, search }: ExportFilter): string => {
  const flags = { 'looks-complete': 'semblent complets', 'correction-lapsed': 'correction non reçue' }
  const parts = [
    ...statuses.map((status) => wordsFor(status, 2)),
    ...(flag ? [flags[flag]] : []),
    ...(search ? [`« ${search} »`] : []),
  ]
  return parts.length > 0 ? parts.join(', ') : 'tous les dossiers'
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
