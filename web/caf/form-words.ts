// What a questionnaire's cards and dialogs say, in words. Pure.
import { dayText, instantText } from '../../forms/dates.ts'
import type { DraftStanding, FormList, FormView, Lock } from '../../forms/editing-wire.ts'
import type { ChangesView } from '../../forms/publishing-wire.ts'
import { quoted } from '../shared/words.ts'
import { counted } from './campaign-words.ts'

export type FormRow = FormList['items'][number]

/** « Version 3, publiée le lundi 1 juin 2026. » */
export const publishedWords = ({ latestVersion, publishedAt }: FormRow, zone: string): string => {
  if (latestVersion === undefined) return 'Jamais publié : aucune campagne ne peut encore le demander.'
  const when = publishedAt ? `, publiée le ${dayText(publishedAt, zone)}` : ''
  return `Version ${latestVersion}${when}.`
}

/** « Brouillon modifié le mercredi 10 juin 2026 à 11 h 00 par Camille Martin. » */
export const draftWords = (draft: DraftStanding, zone: string): string =>
  `Brouillon modifié le ${instantText(draft.savedAt, zone)} par ${draft.savedBy}.`

/** « Camille Martin le modifie en ce moment. » */
export const lockWords = (lock: Lock, email: string | undefined): string =>
  lock.email === email
    ? 'Vous le modifiez en ce moment, dans un autre onglet.'
    : `${lock.name} le modifie en ce moment.`

/** What is lost with a draft, before it is given up. */
export const givenUpWords = ({ latestVersion }: Pick<FormRow, 'latestVersion'>): string =>
  latestVersion === undefined
    ? 'Ce questionnaire n’a jamais été publié : il disparaît avec son brouillon, et ne pourra pas être rétabli.'
    : `Ce qui y a été changé est perdu, et ne pourra pas être rétabli. La version ${latestVersion}, publiée, reste telle quelle : campagnes et dossiers ne changent pas.`

/** What was done on the page that one comes from, or here. */
export const givenUpSaid = (title: string): string => `Le brouillon de ${quoted(title)} est abandonné.`

/** The names of the files of an export: « clas-bilan-v3.json ». */
export const fileNameOf = (id: string, which: number | 'draft', whole: boolean): string =>
  `${id}-${which === 'draft' ? 'brouillon' : `v${which}`}${whole ? '-complet' : ''}.json`

export const editorUrl = (id: string): string => `/caf/questionnaire/?formulaire=${encodeURIComponent(id)}`
export const versionsUrl = (id: string): string =>
  `/caf/questionnaires/versions/?formulaire=${encodeURIComponent(id)}`

/** The two that are compared: versions by number, or `draft`, as the address of the changes names them. */
export type Pair = { readonly from: string; readonly to: string }

/** What can be compared, from the earliest to the draft. */
export const sidesOf = ({ versions, draft }: Pick<FormView, 'versions' | 'draft'>): string[] => [
  ...versions.map(({ version }) => String(version)),
  ...(draft ? ['draft'] : []),
]

export const sideWords = (side: string): string => (side === 'draft' ? 'Brouillon' : `Version ${side}`)

/** « De la version 1 au brouillon : 3 changements » */
export const changesTitle = ({ from, to, items, patch }: ChangesView): string => {
  const start = from === 'draft' ? 'Du brouillon' : `De la version ${from}`
  const end = to === 'draft' ? 'au brouillon' : `à la version ${to}`
  if (items.length === 0)
    return `${start} ${end}\u00a0: ${patch.length === 0 ? 'rien ne change' : 'rien ne change pour qui répond'}`
  return `${start} ${end}\u00a0: ${counted(items.length, 'changement')}`
}
