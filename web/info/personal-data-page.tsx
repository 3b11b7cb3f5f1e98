// /donnees-personnelles/: what is kept about people, why, how long, and their rights (RGPD, articles 13 and 14).
import type { JSX } from 'preact'
import type { Notices } from '../../forms/notices.ts'
import { Paragraphs } from './lines.tsx'

/** Purpose, data, recipients, retention, cookies and rights. */
export const PersonalDataPage = ({ notices }: { notices: Notices }): JSX.Element => (
  <article class="prose">
    <h1>Données personnelles</h1>
    <p class="lead">
      Échéance ne demande que ce qu’il faut pour instruire les projets Clas. Les questionnaires portent sur
      des effectifs, jamais sur un enfant en particulier.
    </p>
    <h2>Pourquoi</h2>
    <p>Responsable du traitement : {notices.operator}.</p>
    <Paragraphs text={notices.purposes} />
    <h2>Ce qui est enregistré</h2>
    <ul>
      <li>le compte : nom, adresse électronique, rôles ;</li>
      <li>les réponses et les envois : contact du projet, effectifs, textes, documents ;</li>
      <li>l’historique : qui a transmis, lu pour la Caf ou modifié, et quand ;</li>
      <li>
        sur votre appareil : les réponses qui ne sont pas encore enregistrées, et le dossier que vous
        remplissez, douze heures au plus, pour le rouvrir sans connexion. Il en part quand vous vous
        déconnectez : faites-le sur un appareil partagé.
      </li>
    </ul>
    <p class="note">
      Dans les textes libres, n’écrivez aucun nom d’enfant, ni information de santé, ni origine.
    </p>
    <h2>Qui les voit</h2>
    <Paragraphs text={notices.recipients} />
    <h2>Combien de temps</h2>
    <Paragraphs text={notices.retention} />
    <h2>Cookies</h2>
    <p>
      Un seul cookie, nécessaire à la connexion : il garde votre session ouverte et n’est lisible par aucun
      programme de la page. Il n’y a ni mesure d’audience, ni publicité, ni service tiers.
    </p>
    <h2>Vos droits</h2>
    <Paragraphs text={notices.rights} />
    <p>
      Écrivez à la personne déléguée à la protection des données :{' '}
      <a href={`mailto:${notices.dataProtection}`}>{notices.dataProtection}</a>.
    </p>
  </article>
)
