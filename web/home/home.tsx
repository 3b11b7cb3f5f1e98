import type { JSX } from 'preact'
import { Icon } from '../shared/icons.tsx'

/** What the site is, in three sentences, and the one thing to do. Written into the document by the build. */
export const Home = ({ onSignIn, notice }: { onSignIn?: () => void; notice?: JSX.Element }): JSX.Element => (
  <>
    {notice}
    <div class="hero">
      <div>
        <h1>Vos démarches Clas, rendues à temps</h1>
        <p class="lead">
          Échéance réunit les questionnaires que votre Caf attend pour vos projets Clas : ce qui est dû, pour
          quand, et où vous en êtes. Vos réponses s’enregistrent à mesure que vous écrivez, même sans réseau.
          Quand vous transmettez, vous recevez un reçu qui fait foi.
        </p>
        <button type="button" class="btn" onClick={onSignIn}>
          Se connecter
        </button>
        <noscript>
          <p class="note stop">Activez JavaScript dans votre navigateur pour vous connecter.</p>
        </noscript>
      </div>
      <section class="card sample" aria-label="Comment cela se passe">
        <ol>
          <li>
            <Icon name="calendar" size={22} />
            <p>
              <b>Une date claire</b>Ouvert jusqu’à la fin du dernier jour, 23 h 59, à l’heure du serveur.
            </p>
          </li>
          <li>
            <Icon name="half" size={22} />
            <p>
              <b>Brouillon, non transmis</b>Tant que vous n’avez pas transmis, c’est écrit sur chaque page.
            </p>
          </li>
          <li>
            <Icon name="check" size={22} />
            <p>
              <b>Transmis</b>Un reçu signé dit ce qui a été reçu, et quand. Vous pouvez encore le remplacer
              avant l’échéance.
            </p>
          </li>
        </ol>
      </section>
    </div>
  </>
)
