// /accessibilite/: the statement that RGAA 4 asks for.
import type { JSX } from 'preact'
import { conformityWords } from '../../forms/conformity.ts'
import { dayText } from '../../forms/dates.ts'
import type { Notices } from '../../forms/notices.ts'
import { Lines } from './lines.tsx'

/** State of conformity, what is known not to conform, how it was checked, contact and recourse. */
export const AccessibilityPage = ({ notices }: { notices: Notices }): JSX.Element => (
  <article class="prose">
    <h1>Déclaration d’accessibilité</h1>
    <p class="lead">
      Échéance s’engage à être utilisable par toutes et tous, conformément à l’article 47 de la loi n°
      2005-102 du 11 février 2005. Cette déclaration s’applique à l’ensemble de ce site.
    </p>
    <h2>État de conformité</h2>
    <p>
      Échéance est <strong>{conformityWords[notices.state]}</strong> au référentiel général d’amélioration de
      l’accessibilité (RGAA), version 4.1.{' '}
      {notices.state === 'non'
        ? 'Aucun audit de conformité n’a encore été mené par une personne extérieure à l’équipe. Cela ne veut pas dire que le site est inutilisable ; nos propres vérifications sont décrites ci-dessous.'
        : null}
    </p>
    <h2>Ce que nous vérifions</h2>
    <Lines text={notices.checks} />
    <h2>Contenus non accessibles</h2>
    <p>À notre connaissance :</p>
    <Lines text={notices.nonConformities} />
    <h2>Établissement de cette déclaration</h2>
    <p>
      Elle a été établie le {dayText(`${notices.statementDay}T12:00:00.000Z`, 'UTC')} par {notices.operator},
      à partir des vérifications décrites ci-dessus.
    </p>
    <h2>Retour d’information et contact</h2>
    <p>
      Si vous ne pouvez pas accéder à un contenu ou à une démarche, écrivez à{' '}
      <a href={`mailto:${notices.contact}`}>{notices.contact}</a>, si possible avant l’échéance : nous vous
      orienterons vers une autre manière de répondre ou vous transmettrons le contenu sous une autre forme.
    </p>
    <h2>Voies de recours</h2>
    <p>
      Si vous avez signalé un défaut d’accessibilité qui vous empêche d’utiliser ce site et que vous n’avez
      pas reçu de réponse satisfaisante, vous pouvez saisir le Défenseur des droits :
    </p>
    <Lines text={notices.defender} />
  </article>
)
