// What a partner and a Caf are written of what the other did: a correction made in the partner's place, a message.
import { deskUrl, followUrl } from '../addresses.ts'
import type { Letter } from './letter.ts'
import { type About, caf, listed, project, said, what } from './phrases.ts'

/** Facts: `number`, `reference` and `by` of the correction, `reason`, `changed`. */
export const corrected = (about: About): Letter => {
  const { response, facts, origin } = about
  return {
    subject: `Corrigé par la Caf : ${what(about)}`,
    blocks: [
      { text: `${caf(about)} a corrigé vos réponses pour ${project(about)}.` },
      ...said('Motif donné par la Caf :', facts.reason),
      ...listed('Ce qui a été corrigé', facts.changed),
      {
        important: `C’est cette version corrigée qui compte maintenant (envoi n° ${facts.number ?? ''}, référence ${facts.reference ?? ''}).`,
      },
      {
        text: 'Ce que vous aviez transmis reste tel quel, et son reçu le prouve toujours. Un brouillon que vous n’avez pas transmis est gardé aussi.',
      },
      { action: 'Voir avant et après', url: origin + followUrl(response.id) },
      { text: 'Sur cette page, vous pouvez répondre à la Caf par un message.' },
    ],
  }
}

/** Facts: `text`, `by`, and the `title` of the question it is about, if any. */
export const messageToPartner = (about: About): Letter => ({
  subject: `Message de la Caf : ${what(about)}`,
  blocks: [
    { text: `${about.facts.by ?? ''}, ${about.response.cafName}, vous écrit au sujet de ${project(about)}.` },
    ...letterOf(about),
    { action: 'Lire et répondre', url: `${about.origin}${followUrl(about.response.id)}#messages` },
  ],
})

/** Facts: as for the other side. */
export const messageToCaf = (about: About): Letter => ({
  subject: `Message de ${about.response.organisationName} : ${what(about)}`,
  blocks: [
    {
      text: `${about.facts.by ?? ''}, ${about.response.organisationName}, vous écrit au sujet de ${project(about)}.`,
    },
    ...letterOf(about),
    { action: 'Lire et répondre', url: `${about.origin}${deskUrl(about.response.id)}#messages` },
  ],
})

const letterOf = ({ facts }: About) =>
  said(facts.title ? `À propos de « ${facts.title} » :` : 'Son message :', facts.text)
