// What the history of a dossier tells beside its own entries: submissions that were refused, and mails.
import type { MailName } from './nouns/history.ts'
import type { HistoryItem } from './response-wire.ts'

/** A submission that was refused, as its own proof. */
type Attempt = {
  readonly at: string
  readonly by: string
  readonly problem: string
  readonly detail: string
  readonly sha256?: string | undefined
}

type Mail = {
  readonly id: string
  readonly mail: MailName
  readonly at: string
  readonly status: string
  readonly detail?: string | undefined
  readonly people: Readonly<
    Record<string, { readonly outcome: string; readonly at: string; readonly detail?: string | undefined }>
  >
}

/** What people read for each mail. */
const mailWords: Record<MailName, string> = {
  call: 'Appel',
  'reminder-not-started': 'Rappel',
  'reminder-draft': 'Rappel',
  receipt: 'Reçu',
  extension: 'Nouvelle échéance',
  'correction-asked': 'Demande de correction',
  corrected: 'Correction par la Caf',
  'message-to-partner': 'Message de la Caf',
  'message-to-caf': 'Message du partenaire',
  validated: 'Validation',
  'validation-withdrawn': 'Validation retirée',
  missed: 'Échéance passée',
  'closing-summary': 'Clôture',
  invitation: 'Invitation',
}

export const attemptItem = ({ at, by, problem, detail, sha256 }: Attempt, index: number): HistoryItem => ({
  id: `${problem}-${at}-${index}`,
  type: 'attempt',
  at,
  by,
  detail: sha256 ? `${detail} Empreinte de ce qui a été envoyé : ${sha256}` : detail,
})

/** A mail as it was sent, and apart from it what did not arrive; nothing while it waits. */
export const mailItems = (mail: Mail): HistoryItem[] => {
  const fates = Object.entries(mail.people)
  const sent = fates.filter(([, { outcome }]) => outcome === 'sent')
  const lost = fates.filter(([, { outcome }]) => outcome !== 'sent')
  const lastAt = (some: typeof fates) =>
    some
      .map(([, { at }]) => at)
      .toSorted()
      .at(-1) ?? mail.at
  const item = (type: 'mail' | 'mail-lost', at: string, detail: string): HistoryItem => ({
    id: `${type}-${mail.id}`,
    type,
    at,
    detail: `${mailWords[mail.mail]} : ${detail}`,
  })
  const whom = (some: typeof fates) =>
    mail.mail === 'message-to-caf' ? agentsWords(some.length) : some.map(([email]) => email).join(', ')
  return [
    ...(sent.length > 0 ? [item('mail', lastAt(sent), whom(sent))] : []),
    ...(lost.length > 0 ? [item('mail-lost', lastAt(lost), whom(lost))] : []),
    ...(mail.status === 'failed' && fates.length === 0
      ? [item('mail-lost', mail.at, mail.detail ?? 'le service d’envoi n’a pas répondu.')]
      : []),
  ]
}

/** A partner reads this history too: who answers them at the Caf is for the Caf to say. */
const agentsWords = (count: number): string => `${count} ${count > 1 ? 'agents' : 'agent'} de la Caf`
