// What a person is written when somebody gives their address an access.
import { deadlineText } from '../dates.ts'
import { type Agent, agentRoleWords, type Member, partnerRoleWords } from '../people.ts'
import type { Letter } from './letter.ts'

type About = { readonly access: Member | Agent; readonly origin: string }

/** The letter of an invitation. Pure. */
export const invitationLetter = ({ access, origin }: About): Letter => {
  const place = 'organisationName' in access ? access.organisationName : access.cafName
  const ends = access.invitationEndsAt
  return {
    subject: `Votre accès à Échéance pour ${place}`,
    blocks: [
      { text: `${access.invitedBy ?? place} vous donne un accès à Échéance pour « ${place} ».` },
      { title: 'Ce que vous pourrez y faire', list: rolesOf(access) },
      { action: 'Se connecter', url: `${origin}/` },
      {
        text: `Connectez-vous avec cette adresse, ${access.email} : l’accès commence à ce moment-là. Aucun mot de passe n’est à choisir.`,
      },
      ...(ends
        ? [
            {
              important: `Connectez-vous au plus tard le ${deadlineText(ends, 'Europe/Paris')} : après, l’invitation ne vaut plus.`,
            },
          ]
        : []),
      { text: 'Si ce message ne vous dit rien, ne faites rien : sans connexion, personne n’a d’accès.' },
    ],
  }
}

const rolesOf = (access: Member | Agent): string[] =>
  'organisationName' in access
    ? access.roles.map((role) => `${partnerRoleWords[role].name} : ${partnerRoleWords[role].does}`)
    : access.roles.map((role) => `${agentRoleWords[role].name} : ${agentRoleWords[role].does}`)
