import type { JSX } from 'preact'
import { dayText, timeText } from '../../forms/dates.ts'
import type { KeptDossier } from '../shared/kept-dossiers.ts'

/** Without network: the dossiers that this device keeps, each of which opens. */
export const KeptHere = ({ kept }: { kept: readonly KeptDossier[] }): JSX.Element => (
  <section aria-labelledby="gardes-ici">
    <h2 id="gardes-ici">Ce que cet appareil garde</h2>
    <p>
      Hors connexion : vous pouvez continuer à remplir ces dossiers. Rien n’est envoyé avant le retour de la
      connexion.
    </p>
    <ul class="plain stack">
      {kept.map(({ id, response, toldAt }) => (
        <li key={id} class="card">
          <a href={response.fillUrl}>{response.campaignTitle}</a>
          <p class="quiet-text">
            {response.projectName} · tel qu’il était le {dayText(toldAt, response.zone)} à{' '}
            {timeText(toldAt, response.zone)}
          </p>
        </li>
      ))}
    </ul>
  </section>
)
