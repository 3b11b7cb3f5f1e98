import type { JSX } from 'preact'
import { StatePage } from '../shared/feedback.tsx'

/** What the service worker shows without network, where a page is not kept on the device. */
export const OfflinePage = (): JSX.Element => (
  <StatePage
    icon="offline"
    title="Hors connexion"
    actions={
      <a class="btn" href="/mes-demarches/">
        Ce que cet appareil garde
      </a>
    }
  >
    <p>
      Hors connexion : cette page n’est pas gardée sur cet appareil. Rechargez-la au retour de la connexion à
      Internet. Rien n’est perdu : ce que vous avez saisi reste gardé sur cet appareil.
    </p>
  </StatePage>
)
