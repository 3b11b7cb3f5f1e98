// /donnees-personnelles/: what is kept about people, why, how long, and their rights (RGPD, articles 13 and 14).
import type { JSX } from 'preact'
import { siteFacts } from './site-facts.ts'

/** Purpose, data, recipients, retention, cookies and rights. */
export const PersonalDataPage = (): JSX.Element => (
  <article class="prose">
    <h1>Données personnelles</h1>
    <p class="lead">
      Échéance ne demande que ce qu’il faut pour instruire les projets Clas. Les questionnaires portent sur
      des effectifs, jamais sur un enfant en particulier.
    </p>
    <h2>Pourquoi</h2>
    <p>
      Responsable du traitement : {siteFacts.operator}. Les données servent à recueillir les déclarations des
      partenaires, à instruire leurs droits à la prestation de service et à en garder la preuve. La base
      légale est l’exécution d’une mission d’intérêt public (article 6.1.e du RGPD).
    </p>
    <h2>Ce qui est enregistré</h2>
    {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
    <section class="scroll" aria-label="Données, destinataires et durées" tabIndex={0}>
      <table>
        <caption>Données, destinataires et durées</caption>
        <thead>
          <tr>
            <th scope="col">Données</th>
            <th scope="col">Qui les voit</th>
            <th scope="col">Durée</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Compte : nom, adresse électronique, rôles</th>
            <td>Votre organisation, la Caf</td>
            <td>Tant que l’habilitation est en cours</td>
          </tr>
          <tr>
            <th scope="row">Réponses et envois : contact du projet, effectifs, textes</th>
            <td>Votre organisation, la Caf qui finance le projet</td>
            <td>Durée de la convention, puis délai de contrôle et d’archivage de la Caf</td>
          </tr>
          <tr>
            <th scope="row">Historique : qui a transmis ou modifié, et quand</th>
            <td>Votre organisation, la Caf</td>
            <td>Comme les réponses</td>
          </tr>
          <tr>
            <th scope="row">Réponses non encore enregistrées, sur votre appareil</th>
            <td>Les personnes qui utilisent cet appareil</td>
            <td>Jusqu’à leur enregistrement par le serveur</td>
          </tr>
        </tbody>
      </table>
    </section>
    <p class="note">
      Dans les textes libres, n’écrivez aucun nom d’enfant, ni information de santé, ni origine.
    </p>
    <h2>Cookies</h2>
    <p>
      Un seul cookie, nécessaire à la connexion : il garde votre session ouverte et n’est lisible par aucun
      programme de la page. Il n’y a ni mesure d’audience, ni publicité, ni service tiers.
    </p>
    <h2>Vos droits</h2>
    <p>
      Vous pouvez demander à consulter, corriger ou limiter l’usage des données qui vous concernent, ou vous y
      opposer pour des raisons tenant à votre situation. Écrivez à la personne déléguée à la protection des
      données : <a href={`mailto:${siteFacts.dataProtection}`}>{siteFacts.dataProtection}</a>. Sans réponse
      satisfaisante, vous pouvez adresser une réclamation à la{' '}
      <a href="https://www.cnil.fr/fr/plaintes">
        Commission nationale de l’informatique et des libertés (CNIL)
      </a>
      .
    </p>
  </article>
)
