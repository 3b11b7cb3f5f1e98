// What a partner is written about one response: what happened, what counts, by when, what it costs, where to click.
import { deadlineText, instantText, zoneName } from '../dates.ts'
import type { MailName } from '../nouns/history.ts'
import { corrected, messageToCaf, messageToPartner } from './exchange-letters.ts'
import type { Letter } from './letter.ts'
import {
  type About,
  caf,
  cost,
  draftsDoNotCount,
  due,
  fill,
  lastDay,
  listed,
  project,
  questionnaire,
  said,
  what,
} from './phrases.ts'

/** The mails that a response owes. */
export type ResponseMail = Exclude<MailName, 'closing-summary' | 'invitation'>

/** The letter of a mail about a response as it stands now. Pure; the same facts always make the same letter. */
export const responseLetter = (mail: ResponseMail, about: About): Letter => letters[mail](about)

const call = (about: About): Letter => ({
  subject: `À transmettre au plus tard le ${lastDay(about)} : ${what(about)}`,
  blocks: [
    { text: `${caf(about)} vous demande « ${about.response.campaignTitle} » pour ${project(about)}.` },
    due(about, [...questionnaire(about), ['Durée', `environ ${about.response.estimatedMinutes} minutes`]]),
    ...cost(about),
    fill(about, 'Commencer'),
    draftsDoNotCount,
    { text: 'L’échéance est jointe à ce message, à ouvrir avec votre agenda.' },
  ],
})

const reminderNotStarted = (about: About): Letter => ({
  subject: `Rappel, pas encore commencé, au plus tard le ${lastDay(about)} : ${what(about)}`,
  blocks: [
    {
      text: `${caf(about)} attend « ${about.response.campaignTitle} » pour ${project(about)}. Rien n’a encore été saisi.`,
    },
    ...said('Message de la Caf :', about.facts.message),
    due(about, [...questionnaire(about), ['Durée', `environ ${about.response.estimatedMinutes} minutes`]]),
    ...cost(about),
    fill(about, 'Commencer'),
    draftsDoNotCount,
  ],
})

const reminderDraft = (about: About): Letter => ({
  subject: `Rappel, commencé mais non transmis, au plus tard le ${lastDay(about)} : ${what(about)}`,
  blocks: [
    {
      text: `« ${about.response.campaignTitle} » est commencé pour ${project(about)}, mais n’est pas transmis.`,
    },
    { important: 'En l’état, ce brouillon ne compte pas : il reste à le transmettre.' },
    ...said('Message de la Caf :', about.facts.message),
    due(about),
    ...cost(about),
    ...(about.missing && about.missing.length > 0
      ? [{ title: 'Ce qui manque encore', list: about.missing }]
      : [{ text: 'Les réponses obligatoires semblent toutes là : relisez, puis transmettez.' }]),
    fill(about, 'Reprendre et transmettre'),
  ],
})

/** Facts: `reference`, `receivedAt`, `number`, `sha256`, `by`, of the submission that this one acknowledges. */
const receipt = (about: About): Letter => {
  const { response, facts, origin } = about
  const { zone } = response
  const at = facts.receivedAt ?? response.submission?.receivedAt ?? response.closesAt
  return {
    subject: `Transmis, référence ${facts.reference ?? ''} : ${what(about)}`,
    blocks: [
      {
        text: `${caf(about)} a bien reçu vos réponses pour ${project(about)}. C’est cet envoi qui compte, tant que vous n’en transmettez pas un autre.`,
      },
      {
        facts: [
          ['Référence', facts.reference ?? ''],
          ...questionnaire(about),
          ['Reçu par le serveur', `${instantText(at, zone, { seconds: true })} (${zoneName(zone)})`],
          ['Envoi', `n° ${facts.number ?? '1'}`],
          ...(facts.by ? ([['Transmis par', facts.by]] as const) : []),
          ['Empreinte des réponses (SHA-256)', facts.sha256 ?? ''],
          ['Échéance', deadlineText(response.closesAt, zone)],
        ],
      },
      { action: 'Voir le reçu', url: `${origin}/recu/?dossier=${encodeURIComponent(response.id)}` },
      {
        text: `Le reçu signé est joint à ce message : gardez-le. N’importe qui peut le vérifier à ${origin}/verifier/`,
      },
    ],
  }
}

/** Facts: `reason`, and `by` if it is to be said. */
const extension = (about: About): Letter => ({
  subject: `Nouvelle échéance, le ${lastDay(about)} : ${what(about)}`,
  blocks: [
    {
      text: `${caf(about)} a repoussé l’échéance de « ${about.response.campaignTitle} » pour ${project(about)}.`,
    },
    due(about),
    ...said('Motif donné par la Caf :', about.facts.reason),
    ...cost(about),
    fill(about, 'Ouvrir le dossier'),
    draftsDoNotCount,
    { text: 'La nouvelle échéance est jointe, à ouvrir avec votre agenda : elle y remplace l’ancienne.' },
  ],
})

/** Facts: `message`, and `by` if it is to be said. */
const correctionAsked = (about: About): Letter => ({
  subject: `Correction demandée, au plus tard le ${lastDay(about)} : ${what(about)}`,
  blocks: [
    {
      text: `${caf(about)} a relu vos réponses pour ${project(about)} et vous demande de les corriger.`,
    },
    ...said('Message de la Caf :', about.facts.message),
    ...listed('Questions concernées', about.facts.questions),
    due(about),
    {
      text: 'Votre envoi compte toujours tant que vous n’en transmettez pas un autre. Sans nouvel envoi avant l’échéance, c’est lui qui sera examiné.',
    },
    fill(about, 'Corriger et transmettre'),
  ],
})

const validated = (about: About): Letter => ({
  subject: `Validé par la Caf : ${what(about)}`,
  blocks: [
    {
      text: `${caf(about)} a validé vos réponses pour ${project(about)}. Il n’y a plus rien à faire ; le dossier ne change plus.`,
    },
    ...(about.response.submission
      ? [{ facts: [['Référence', about.response.submission.reference]] as const }]
      : []),
    {
      action: 'Voir le reçu',
      url: `${about.origin}/recu/?dossier=${encodeURIComponent(about.response.id)}`,
    },
  ],
})

const validationWithdrawn = (about: About): Letter => ({
  subject: `Validation retirée par la Caf : ${what(about)}`,
  blocks: [
    {
      text: `${caf(about)} a retiré sa validation de vos réponses pour ${project(about)}. Votre envoi compte toujours : il est de nouveau examiné.`,
    },
    fill(about, 'Ouvrir le dossier'),
  ],
})

/** Facts: `complete` is `true` when the draft held every required answer. */
const missed = (about: About): Letter => ({
  subject: `Échéance passée, rien n’a été transmis : ${what(about)}`,
  blocks: [
    {
      text: `L’échéance de « ${about.response.campaignTitle} » est passée, et rien n’a été transmis pour ${project(about)}.`,
    },
    { facts: [['Échéance', deadlineText(about.response.closesAt, about.response.zone)]] },
    ...cost(about),
    {
      text:
        about.facts.complete === 'true'
          ? 'Votre brouillon était complet, mais il n’a pas été transmis : il est gardé, en lecture seule, et la Caf le sait.'
          : 'Ce que vous aviez saisi est gardé, en lecture seule.',
    },
    { text: 'Contactez votre Caf sans attendre : elle seule peut accorder un délai.' },
    fill(about, 'Revoir le dossier'),
  ],
})

const letters: Record<ResponseMail, (about: About) => Letter> = {
  call,
  'reminder-not-started': reminderNotStarted,
  'reminder-draft': reminderDraft,
  receipt,
  extension,
  'correction-asked': correctionAsked,
  corrected,
  'message-to-partner': messageToPartner,
  'message-to-caf': messageToCaf,
  validated,
  'validation-withdrawn': validationWithdrawn,
  missed,
}
