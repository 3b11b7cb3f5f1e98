import { describe, expect, it } from 'vitest'
import {
  DESKTOP,
  expectAccessible,
  expectNoSidewaysScroll,
  hasChromium,
  type Person,
  PHONE,
  signIn,
  useBrowser,
} from '../support/browser.ts'
import { usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const { open } = useBrowser()

const CAMPAIGN = 'bilan-2026-06-10-caf731'
const PARTNER = 'partenaire@asso-belledonne.test'
const AGENT = 'conseiller@caf731.test'
const DESIGNER = 'concepteur@caf731.test'

/** Every page of the site but the questionnaire: who opens it, and what it says once it is there. */
const pages: readonly (readonly [path: string, who: string | undefined, says: string])[] = [
  ['/', undefined, 'Vos démarches Clas, rendues à temps'],
  ['/connexion/retour/', undefined, 'Vous n’êtes pas connecté'],
  ['/accessibilite/', undefined, 'Déclaration d’accessibilité'],
  ['/donnees-personnelles/', undefined, 'Données personnelles'],
  ['/problems/form-closed/', undefined, 'L’échéance est passée'],
  ['/nulle-part/', undefined, 'Cette page n’existe pas'],
  ['/mes-demarches/', undefined, 'Connectez-vous pour continuer'],
  ['/mes-demarches/', PARTNER, 'À faire'],
  [`/relire/?dossier=${CAMPAIGN}.clas-des-bauges`, PARTNER, 'Transmettre à la Caf de la Savoie'],
  ['/relire/?dossier=bilan-clos-caf731.clas-des-bauges', PARTNER, 'Votre envoi'],
  ['/recu/?dossier=bilan-ouvert-caf731.clas-de-belledonne', PARTNER, 'Les réponses transmises'],
  [`/recu/?dossier=${CAMPAIGN}.clas-des-bauges`, PARTNER, 'Non transmis : il n’y a pas encore de reçu'],
  ['/mes-demarches/', AGENT, 'Cette page est réservée aux partenaires'],
  ['/caf/', AGENT, 'En cours'],
  ['/caf/', PARTNER, 'Cette page est réservée aux agents de la Caf'],
  [`/caf/campagne/?id=${CAMPAIGN}`, AGENT, 'Bilan qualitatif 2025-2026'],
  [`/caf/resultats/?campagne=${CAMPAIGN}`, AGENT, 'Structure et contacts'],
  [`/caf/dossier/?id=${CAMPAIGN}.clas-du-lac`, AGENT, 'Historique'],
  [`/caf/dossier/?id=${CAMPAIGN}.clas-des-bauges`, AGENT, 'Historique'],
  ['/caf/questionnaires/', DESIGNER, 'Questionnaires'],
  ['/caf/questionnaires/', AGENT, 'Réservé aux concepteurs'],
  ['/caf/questionnaires/versions/?formulaire=clas-bilan', DESIGNER, 'Versions publiées'],
  ['/caf/organisations/', AGENT, 'Organisations'],
  ['/caf/organisation/?id=commune-lac', AGENT, 'Commune du Lac'],
  ['/caf/importer/', AGENT, 'Réservé à l’administrateur'],
  ['/caf/dossier/?id=bilan-2026.nulle-part', AGENT, 'Cette page ou ce dossier n’existe pas'],
]

/** The header's entries and where each stands, and the one that this page belongs to. */
const menuOf = ({ page }: Person) =>
  page
    .getByRole('navigation', { name: 'Navigation principale' })
    .getByRole('link')
    .evaluateAll((links) => ({
      entries: links.map((link) => link.textContent),
      places: links.map((link) => JSON.stringify(link.getBoundingClientRect())),
      current: links.filter((link) => link.ariaCurrent).map((link) => link.textContent),
    }))

describe.skipIf(!hasChromium).each([
  ['a desk', DESKTOP],
  ['a telephone', PHONE],
])('on %s', (_, viewport) => {
  const people = new Map<string, Promise<Person>>()
  const personOf = (who: string | undefined): Promise<Person> => {
    const known = people.get(who ?? '') ?? start(who)
    people.set(who ?? '', known)
    return known
  }
  const menus = new Map<string, object>()
  const start = async (who: string | undefined): Promise<Person> => {
    const person = await open(viewport)
    if (who) await signIn(person, platform.local.origin, who)
    return person
  }

  it.each(pages)('%s, opened by %s, is accessible and never scrolls sideways', async (path, who, says) => {
    const person = await personOf(who)
    await person.page.goto(platform.local.origin + path)
    await person.page.getByRole('heading', { name: says }).first().waitFor()
    await expectAccessible(person)
    await expectNoSidewaysScroll(person)
    if (path.startsWith('/caf/') && who) {
      const { current, ...menu } = await menuOf(person)
      expect(menus.get(who) ?? menu, 'the menu of the page before').toEqual(menu)
      expect(current).toHaveLength(/servée? aux /.test(says) ? 0 : 1)
      menus.set(who, menu)
    }
    if (viewport !== PHONE) return
    await person.page.setViewportSize({ width: 320, height: 640 })
    await expectNoSidewaysScroll(person)
    await person.page.setViewportSize(PHONE)
  })

  it('the choice of an account is accessible too', async () => {
    const person = await open(viewport)
    await person.page.goto(platform.local.origin)
    await person.page.getByRole('button', { name: 'Se connecter' }).click()
    await person.page.getByRole('heading', { name: 'Choisir un compte de démonstration' }).waitFor()
    await expectAccessible(person)
    await expectNoSidewaysScroll(person)
  })
})

describe.skipIf(!hasChromium)('the faults that fail a test', () => {
  it('hold what a page breaks of the content security policy', async () => {
    const { page, faults } = await open()
    await page.goto(platform.local.origin)
    await page.evaluate(() => {
      const style = document.createElement('style')
      style.textContent = 'body { color: red }'
      document.head.append(style)
    })
    await expect.poll(() => faults.some((fault) => fault.startsWith('CSP: style-src-elem'))).toBe(true)
    faults.splice(0)
  })
})
