// /accessibilite/: the statement that RGAA 4 asks for.
import type { JSX } from 'preact'
import { siteFacts } from './site-facts.ts'

/** State of conformity, what is known not to conform, how it was checked, contact and recourse. */
export const AccessibilityPage = (): JSX.Element => (
  <article class="prose">
    <h1>Déclaration d’accessibilité</h1>
    <p class="lead">
      Échéance s’engage à être utilisable par toutes et tous, conformément à l’article 47 de la loi n°
      2005-102 du 11 février 2005. Cette déclaration s’applique à l’ensemble de ce site.
    </p>
    <h2>État de conformité</h2>
    <p>
      Échéance est <strong>non conforme</strong> au référentiel général d’amélioration de l’accessibilité
      (RGAA), version 4.1 : aucun audit de conformité n’a encore été mené par une personne extérieure à
      l’équipe. Cela ne veut pas dire que le site est inutilisable ; nos propres vérifications sont décrites
      ci-dessous.
    </p>
    <h2>Ce que nous vérifions</h2>
    <ul>
      <li>chaque page, par un outil automatique (axe), sur les critères WCAG 2.2 de niveau A et AA ;</li>
      <li>le parcours entier au clavier seul, de la connexion au reçu ;</li>
      <li>l’affichage à 320 pixels de large, au zoom de 200 % et à l’impression.</li>
    </ul>
    <h2>Contenus non accessibles</h2>
    <p>À notre connaissance :</p>
    <ul>
      <li>
        les questionnaires n’ont pas encore été essayés de bout en bout avec un lecteur d’écran ; les grands
        tableaux de saisie peuvent être longs à parcourir ;
      </li>
      <li>sur un petit écran, les tableaux larges défilent horizontalement dans leur cadre ;</li>
      <li>le service de connexion n’a pas été vérifié comme le reste du site.</li>
    </ul>
    <h2>Établissement de cette déclaration</h2>
    <p>
      Elle a été établie le {siteFacts.statementDate} par l’équipe du site, à partir de ses propres
      vérifications avec Chromium.
    </p>
    <h2>Retour d’information et contact</h2>
    <p>
      Si vous ne pouvez pas accéder à un contenu ou à une démarche, écrivez à{' '}
      <a href={`mailto:${siteFacts.contact}`}>{siteFacts.contact}</a>, si possible avant l’échéance : nous
      vous orienterons vers une autre manière de répondre ou vous transmettrons le contenu sous une autre
      forme.
    </p>
    <h2>Voies de recours</h2>
    <p>
      Si vous avez signalé un défaut d’accessibilité qui vous empêche d’utiliser ce site et que vous n’avez
      pas reçu de réponse satisfaisante, vous pouvez saisir le Défenseur des droits :
    </p>
    <ul>
      <li>
        <a href="https://formulaire.defenseurdesdroits.fr/">par son formulaire en ligne</a> ;
      </li>
      <li>
        <a href="https://www.defenseurdesdroits.fr/carte-des-delegues">
          auprès de son délégué dans votre région
        </a>{' '}
        ;
      </li>
      <li>
        par courrier gratuit, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.
      </li>
    </ul>
  </article>
)
