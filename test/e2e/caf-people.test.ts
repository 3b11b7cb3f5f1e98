// The Caf's people: what waits for it, an organisation with its project and notification, and lists from a file.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  hasChromium,
  type Person,
  PHONE,
  signIn,
  useBrowser,
} from '../support/browser.ts'
import { usePlatform } from '../support/server.ts'
import { workbookOf } from '../support/workbook.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const { open } = useBrowser()
const ADMIN = 'administrateur@caf731.test'

const at = async (email: string, path: string, viewport?: typeof PHONE): Promise<Person> => {
  const person = await open(viewport)
  await signIn(person, platform.local.origin, email)
  await person.page.goto(platform.local.origin + path)
  return person
}
const shot = async ({ page }: Person, name: string) => {
  if (process.env.SHOTS)
    await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`), fullPage: true })
}
const csv = (name: string, text: string | Buffer) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.isBuffer(text) ? text : Buffer.from(text),
})

describe.skipIf(!hasChromium)('what waits for a Caf', () => {
  it('is told on its first page, and leads to each dossier', async () => {
    const alix = await at('conseiller@caf731.test', '/caf/')
    const todo = alix.page.getByRole('region', { name: /^À faire/ })
    const real = todo.getByRole('listitem').filter({ hasText: 'Données réelles' })
    await todo.getByRole('button', { name: /^Afficher/ }).click()
    await real.getByRole('link', { name: 'Clas du Val' }).waitFor()
    await alix.page.getByText('1 dossier à lire').first().waitFor()
    await expectAccessible(alix)
    await shot(alix, 'to-do')
    await real.getByRole('link').click()
    await alix.page.waitForURL(/\/caf\/dossier\//)
    const phone = await at('conseiller@caf731.test', '/caf/', PHONE)
    await phone.page.getByRole('region', { name: /^À faire/ }).waitFor()
    await expectAccessible(phone)
    await expectNoSidewaysScroll(phone)
    await shot(phone, 'to-do-phone')
  })
})

describe.skipIf(!hasChromium)('who administers a Caf', () => {
  it('adds an organisation, its project, what is notified, and its first person', async () => {
    const morgan = await at(ADMIN, '/caf/organisations/')
    const { page } = morgan
    await page.getByRole('link', { name: 'Association Belledonne' }).waitFor()
    await expectAccessible(morgan)
    await shot(morgan, 'organisations')
    await page.getByLabel('Rechercher un nom, un numéro ou un projet').fill('clas du lac')
    await page.getByText('1 organisation', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Ajouter une organisation…' }).click()
    await page.getByLabel('Nom', { exact: true }).fill('é'.repeat(201))
    await page.getByText(/^Ce texte a 201 caractères.: 200 au plus/).waitFor()
    await page.getByLabel('Nom', { exact: true }).fill('Les Écoliers')
    await page.getByLabel('Numéro SIRET').fill('11122233344455')
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
    await page.getByText('Ce numéro SIRET n’existe pas').waitFor()
    await expectAccessible(morgan)
    await shot(morgan, 'organisation-dialog')
    await page.getByLabel('Numéro SIRET').fill('43210987400011')
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
    await page.getByText(/déjà inscrite/).waitFor()
    await page.getByLabel('Numéro SIRET').fill('512 345 679 00017')
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
    await page.waitForURL(/\/caf\/organisation\//)
    await page.getByText('L’organisation est ajoutée.').waitFor()
    await page.getByText('SIRET 512 345 679 00017').waitFor()

    await page.getByRole('button', { name: 'Ajouter un projet…' }).click()
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
    await page.getByText('Donnez le nom du projet').waitFor()
    await page.getByLabel('Nom du projet').fill('Clas du Soir')
    await page.getByLabel('Première année de la convention').selectOption('2026-2027')
    await page.getByLabel('Dernière année').selectOption('2029-2030')
    await expectAccessible(morgan)
    await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
    await page.getByText('Le projet « Clas du Soir » est ajouté.').waitFor()
    await page.getByRole('button', { name: /^Noter les collectifs notifiés/ }).click()
    await page.getByLabel('Collectifs notifiés').fill('3,5')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText('Donnez un nombre entier, de 0 à 999.').waitFor()
    await page.getByLabel('Collectifs notifiés').fill('3')
    await expectAccessible(morgan)
    await shot(morgan, 'notification-dialog')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await page.getByText('La notification de « Clas du Soir » pour 2026-2027 est notée.').waitFor()
    await page.getByRole('row', { name: '2026-2027 3' }).waitFor()

    await page.getByRole('button', { name: 'Inviter une personne…' }).click()
    await page.getByLabel('Son adresse électronique').fill('direction@ecoliers.test')
    await page.getByRole('checkbox', { name: /^Administrateur/ }).check()
    await page.getByRole('button', { name: 'Inviter', exact: true }).click()
    await page.getByText('direction@ecoliers.test est invité.').waitFor()
    await expectAccessible(morgan)
    await shot(morgan, 'organisation')
  })

  it('is the only one to be offered it; an adviser notes notifications, on a telephone too', async () => {
    const alix = await at('conseiller@caf731.test', '/caf/organisations/', PHONE)
    const { page } = alix
    await page.getByRole('link', { name: 'Association Belledonne' }).waitFor()
    await expect.poll(() => page.getByRole('button', { name: /^Ajouter/ }).count()).toBe(0)
    await expectAccessible(alix)
    await expectNoSidewaysScroll(alix)
    await shot(alix, 'organisations-phone')
    await page.getByRole('link', { name: 'Association Belledonne' }).click()
    await page.getByRole('heading', { name: /^Dossiers/ }).waitFor()
    await expect.poll(() => page.getByRole('button', { name: /^(Ajouter|Inviter)/ }).count()).toBe(0)
    await page
      .getByRole('button', { name: /^Noter les collectifs notifiés/ })
      .first()
      .waitFor()
    await expectAccessible(alix)
    await expectNoSidewaysScroll(alix)
    await shot(alix, 'organisation-phone')
  })
})

describe.skipIf(!hasChromium)('a list from a file', () => {
  it('is looked at line by line, imported once it is right, and changes nothing the second time', async () => {
    const morgan = await at(ADMIN, '/caf/organisations/')
    const { page } = morgan
    await page.getByRole('link', { name: 'Importer une liste…' }).click()
    await page.getByRole('heading', { level: 1, name: 'Importer' }).waitFor()
    await expectAccessible(morgan)

    const model = page.waitForEvent('download')
    await page.getByRole('button', { name: /^Télécharger un modèle/ }).click()
    const saved = await model
    expect(saved.suggestedFilename()).toBe('modele-organisations.csv')
    expect(readFileSync(await saved.path(), 'utf8')).toMatch(/^\ufeffnom;siret;rna;commune\r\n/)

    const file = page.getByLabel('Fichier Excel ou CSV')
    // What Excel saves without a word of its encoding is read, and what to look at is told.
    await file.setInputFiles(csv('ecole.csv', Buffer.from('nom;siret\r\nÉcole;\r\n', 'latin1')))
    await page.getByText(/lus comme ceux d’Excel pour Windows.*École/).waitFor()
    await page.getByText('1 ligne : 0 à ajouter').waitFor()
    await expectAccessible(morgan)
    await shot(morgan, 'import-windows')
    await file.setInputFiles(csv('colonnes.csv', 'numero;ville\r\n1;2\r\n'))
    await page.getByText(/Il manque la colonne «.nom.»/).waitFor()
    await file.setInputFiles(csv('liste.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0])))
    await page.getByText('Ce fichier est un ancien classeur Excel (.xls)').waitFor()
    // What was said of the file before is gone.
    expect(await page.getByText(/Il manque la colonne/).count()).toBe(0)
    // A workbook so large that its library would inflate it in a worker, which the CSP refuses.
    const rows = Array.from({ length: 1999 }, (_, i) => [null, null, null, `${i}`, 'x'.repeat(40), i, i, i])
    await file.setInputFiles(
      csv(
        'liste.xlsx',
        workbookOf({ Feuil1: [['nom', 'siret', 'rna'], ['Le Nid', 82345671000016], ...rows] }),
      ),
    )
    await page.getByText(/^2.000 lignes.: 1 à ajouter/).waitFor()
    // 50 MB: said at once, without reading it, and nothing leaves the page.
    const sent: string[] = []
    page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
    const large = join(mkdtempSync(join(tmpdir(), 'echeance-')), 'photos.csv')
    writeFileSync(large, Buffer.alloc(50 * 1024 * 1024, 'x'))
    await file.setInputFiles(large)
    await page.getByText('Ce fichier pèse 50 Mo').waitFor()
    expect(sent).toEqual([])
    rmSync(large)
    await expectAccessible(morgan)

    const lines = [
      'nom;siret;rna',
      'La Ruche;;W731234567',
      'Le Nid;82345671000016;',
      'La Ruche bis;;W731234567',
    ]
    await file.setInputFiles(csv('liste.csv', [...lines, 'Faux;11122233344455;'].join('\r\n')))
    await page.getByRole('row', { name: '4 Cette ligne répète la ligne 2.' }).waitFor()
    await page.getByRole('row', { name: /^5 Ce numéro SIRET n’existe pas.*Faux.; 11122233344455$/ }).waitFor()
    await page.getByText('4 lignes : 2 à ajouter, 0 à changer, 0 sans changement, 2 à corriger.').waitFor()
    await expect.poll(() => page.getByRole('button', { name: /^Importer/ }).count()).toBe(0)
    await expectAccessible(morgan)
    await shot(morgan, 'import-faulty')

    await file.setInputFiles(csv('liste.csv', lines.slice(0, 3).join('\r\n')))
    await page.getByRole('row', { name: '2 Ajouter : La Ruche' }).waitFor()
    await expectAccessible(morgan)
    await shot(morgan, 'import-preview')
    await page.getByRole('button', { name: 'Importer 2 lignes' }).click()
    await page.getByText('2 lignes ajoutées, 0 changée, 0 sans changement.').waitFor()
    await expectAccessible(morgan)
    await shot(morgan, 'import-done')

    await file.setInputFiles(csv('liste.csv', lines.slice(0, 3).join('\r\n')))
    await page.getByText('Tout ce que dit ce fichier est déjà là').waitFor()

    await file.setInputFiles(csv('liste.csv', 'nom;rna\nLe Nid volé;W731234567'))
    await page.getByRole('row', { name: /^2 Ce numéro est déjà celui de « La Ruche »/ }).waitFor()
    await expectAccessible(morgan)

    await page.getByRole('radio', { name: /^Projets/ }).check()
    await file.setInputFiles(csv('projets.csv', 'organisation,projet\nW731234567,"Clas de la Ruche, Aix"'))
    await page.getByRole('button', { name: 'Importer 1 ligne' }).click()
    await page.getByText('1 ligne ajoutée, 0 changée, 0 sans changement.').waitFor()
    await page.goto(`${platform.local.origin}/caf/organisations/`)
    await page.getByText('Clas de la Ruche, Aix').waitFor()
  })

  it('is brought from a telephone too, by who administers alone', async () => {
    const morgan = await at(ADMIN, '/caf/importer/', PHONE)
    await morgan.page.getByLabel('Fichier Excel ou CSV').waitFor()
    await morgan.page
      .getByLabel('Fichier Excel ou CSV')
      .setInputFiles(csv('liste.csv', 'nom;rna\nX;W73\nLe Nid;W739999991'))
    await morgan.page.getByRole('heading', { name: 'Aperçu de liste.csv' }).waitFor()
    await expectAccessible(morgan)
    await expectNoSidewaysScroll(morgan)
    await shot(morgan, 'import-phone')
    const alix = await at('conseiller@caf731.test', '/caf/importer/')
    await alix.page.getByRole('heading', { name: 'Réservé à l’administrateur' }).waitFor()
  })
})
