// What surrounds every page: skip link, header, main, footer.
import type { ComponentChildren, JSX } from 'preact'
import type { Me } from '../../forms/session-wire.ts'
import { StatePage } from './feedback.tsx'
import { Mark } from './icons.tsx'
import { homeOf } from './me.ts'
import { signOut } from './session.ts'

export type ShellProps = {
  /** The signed-in person, once known: their pages and their name are in the header. */
  readonly me?: Me | undefined
  /** The Caf this page belongs to, beside the brand. */
  readonly caf?: string | undefined
  /** The address in the navigation that this page belongs to. */
  readonly current?:
    | '/mes-demarches/'
    | '/mon-organisation/'
    | '/calendrier/'
    | '/caf/'
    | '/caf/questionnaires/'
    | '/caf/organisations/'
    | '/caf/agents/'
    | '/caf/calendrier/'
    | undefined
  /** How far the site conforms to the RGAA, in words: the law has the home page say it. */
  readonly conformity?: string | undefined
  readonly children: ComponentChildren
}

/** The page around its content. */
export const Shell = ({ me, caf, current, conformity, children }: ShellProps): JSX.Element => (
  <>
    <a class="skip" href="#contenu">
      Aller au contenu
    </a>
    <header class="top">
      <div class="top-in">
        <a class="brand" href={me ? homeOf(me) : '/'}>
          <Mark />
          <span>
            Échéance <small>{caf ?? me?.agencies[0]?.cafName}</small>
          </span>
        </a>
        {me ? <Navigation me={me} current={current} /> : null}
        {me ? (
          <div class="who">
            <span class="who-name">{me.name}</span>
            <button type="button" class="link" onClick={signOut}>
              Se déconnecter
            </button>
          </div>
        ) : null}
      </div>
    </header>
    <main id="contenu" tabIndex={-1}>
      {me && isReserved(me, current) ? <Reserved /> : children}
    </main>
    <footer class="foot">
      <div>
        <p>Échéance : les démarches Clas, à temps.</p>
        <a href="/verifier/">Vérifier un reçu</a>
        <a href="/accessibilite/">Accessibilité{conformity ? ` : ${conformity}` : ''}</a>
        <a href="/donnees-personnelles/">Données personnelles</a>
      </div>
    </footer>
  </>
)

/** A page of the Caf, for somebody who is an agent of none: an empty list would say what is not so. */
const isReserved = ({ agencies }: Me, current: ShellProps['current']): boolean =>
  current?.startsWith('/caf/') === true && agencies.length === 0

const Reserved = (): JSX.Element => (
  <StatePage
    icon="lock"
    title="Cette page est réservée aux agents de la Caf"
    actions={
      <a class="btn" href="/mes-demarches/">
        Voir mes démarches
      </a>
    }
  >
    <p>Vos questionnaires, leurs échéances et ce que vous avez transmis sont dans « Mes démarches ».</p>
  </StatePage>
)

const Navigation = ({ me, current }: { me: Me; current: ShellProps['current'] }): JSX.Element => (
  <nav aria-label="Navigation principale">
    <ul>
      {me.memberships.length > 0 || me.agencies.length === 0 ? (
        <>
          <NavigationItem href="/mes-demarches/" current={current}>
            Mes démarches
          </NavigationItem>
          {me.memberships.length > 0 ? (
            <NavigationItem href="/mon-organisation/" current={current}>
              {me.memberships.length > 1 ? 'Mes organisations' : 'Mon organisation'}
            </NavigationItem>
          ) : null}
          <NavigationItem href="/calendrier/" current={current}>
            Calendrier
          </NavigationItem>
        </>
      ) : null}
      {me.agencies.length > 0 ? (
        <>
          <NavigationItem href="/caf/" current={current}>
            Campagnes
          </NavigationItem>
          {isDesigner(me) ? (
            <NavigationItem href="/caf/questionnaires/" current={current}>
              Questionnaires
            </NavigationItem>
          ) : null}
          <NavigationItem href="/caf/organisations/" current={current}>
            Organisations
          </NavigationItem>
          {me.agencies.some(({ roles }) => roles.includes('administrateur')) ? (
            <NavigationItem href="/caf/agents/" current={current}>
              Agents
            </NavigationItem>
          ) : null}
          <NavigationItem href="/caf/calendrier/" current={current}>
            {me.memberships.length > 0 ? 'Calendrier de la Caf' : 'Calendrier'}
          </NavigationItem>
        </>
      ) : null}
    </ul>
  </nav>
)

const isDesigner = ({ agencies }: Me): boolean => agencies.some(({ roles }) => roles.includes('concepteur'))

const NavigationItem = (props: {
  href: string
  current?: string | undefined
  children: string
}): JSX.Element => (
  <li>
    <a href={props.href} {...(props.href === props.current ? { 'aria-current': currentAs(props.href) } : {})}>
      {props.children}
    </a>
  </li>
)

/** This very page, or one that is reached from it. */
const currentAs = (href: string): 'page' | 'true' => (location.pathname === href ? 'page' : 'true')
