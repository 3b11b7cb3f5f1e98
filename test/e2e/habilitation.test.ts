// A newcomer of no organisation: the form that anybody may start, the documents of their case and no others, and what
// its validation by the Caf opens.
import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  hasChromium,
  type Person,
  PHONE,
  signIn,
  useBrowser,
} from '../support/browser.ts'
import { publishedForm } from '../support/definitions.ts'
import { give, named, pdf } from '../support/documents.ts'
import { goTo, isSaved, questionsAreLive } from '../support/fill-page.ts'
import { type Caller, usePlatform } from '../support/server.ts'
import { typeSection } from '../support/type-answers.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const { open } = useBrowser()
const NEWCOMER = 'bonjour@nouvelle-association.test'
const CAMPAIGN = 'Habilitation des partenaires 2026-2027'
const { definition } = publishedForm('habilitation')

const AFAS = [
  'Bulletin d’adhésion AFAS',
  'Pièce jointe 1 (PJ 1)',
  'Pièce jointe 2 (PJ 2)',
  'Pièce jointe 3 (PJ 3)',
]
const structure = {
  structure_nom: 'Les Petits Cahiers',
  siret: '82345671000016',
  representant_nom: 'Noor Diallo',
  representant_fonction: 'Présidente',
  mel: 'noor@nouvelle-association.test',
  telephone: '+33479123456',
}
const personnes = [
  { nom: 'Noa Lambert', fonction: 'Coordination', mel: NEWCOMER, roles: ['administrateur', 'approbateur'] },
  {
    nom: 'Noor Diallo',
    fonction: 'Présidente',
    mel: 'noor@nouvelle-association.test',
    roles: ['saisie-financiere'],
  },
]

describe.skipIf(!hasChromium)('a newcomer', () => {
  let noa: Person
  let alix: Person
  let api: Caller
  let id: string
  beforeAll(async () => {
    api = await platform.as(NEWCOMER)
    noa = await open(PHONE)
    await signIn(noa, platform.local.origin, NEWCOMER)
  })

  it('starts an habilitation from what is open to all, for a structure that they name', async () => {
    const { page } = noa
    await page.getByRole('heading', { name: 'Aucune démarche pour le moment' }).waitFor()
    const openToAll = page.getByRole('region', { name: 'Démarches ouvertes à tous' })
    await openToAll.getByText('vous avez accès à votre organisation').waitFor()
    await expectAccessible(noa)
    await expectNoSidewaysScroll(noa)
    await openToAll.getByRole('button', { name: `Commencer… : ${CAMPAIGN}`, exact: true }).click()
    await page.getByRole('button', { name: 'Commencer', exact: true }).click()
    await page.getByText('Écrivez le nom de votre structure.').waitFor()
    await expectAccessible(noa)
    await page.getByLabel('Nom de votre structure').fill('Les Petits Cahiers')
    await page.getByRole('button', { name: 'Commencer', exact: true }).click()
    await page.waitForURL(/\/remplir\/habilitation\//)
    await questionsAreLive(noa)
    id = new URL(page.url()).searchParams.get('dossier') ?? ''
  })

  it('is told beside a SIRET that passes a naive check that there is none such', async () => {
    const { page } = noa
    const siret = page.locator('#q-siret input')
    await siret.fill('11122233344455')
    await siret.press('Tab')
    await page.locator('#q-siret').getByText('Ce numéro SIRET n’existe pas').waitFor()
    await expectAccessible(noa)
    await typeSection(noa, definition, 'structure', structure)
    await page.locator('#q-siret').getByText('Ce numéro SIRET n’existe pas').waitFor({ state: 'detached' })
  })

  it('is asked for the documents of their case, and no others', async () => {
    const { page } = noa
    const expectDocuments = async (expected: readonly string[]): Promise<void> => {
      await goTo(noa, 'Documents à joindre')
      // Questions of a section are drawn in slices: the last ones may come after the first.
      await expect
        .poll(async () => {
          const titles = await page.locator('.questions .q-file .q-title').allTextContents()
          return titles.map((title) => title.replace(' (obligatoire)', ''))
        })
        .toEqual(expected)
      await goTo(noa, 'Votre situation')
    }
    const answer = async (question: string, word: 'Oui' | 'Non', named: string) => {
      await page.locator(`#q-${question}`).getByRole('radio', { name: word }).check()
      await expect.poll(() => page.locator('#q-cas .computed').textContent()).toBe(named)
    }
    await goTo(noa, 'Votre situation')
    await answer('convention_signee', 'Non', 'A')
    await expect.poll(() => page.locator('#q-bulletin_signe').count()).toBe(0)
    await expectDocuments(['Fiche d’identification', 'Convention signée', ...AFAS])
    await answer('convention_signee', 'Oui', '–')
    await answer('bulletin_signe', 'Oui', 'C')
    await expectDocuments(['Pièce jointe 3 (PJ 3)'])
    await answer('bulletin_signe', 'Non', 'B')
    await expectDocuments(AFAS)
    await expectAccessible(noa)
    await page.reload()
    await questionsAreLive(noa)
    await goTo(noa, 'Votre situation')
    await expect.poll(() => page.locator('#q-cas .computed').textContent()).toBe('B')
  })

  it('never has an address duplicated with a row', async () => {
    const { page } = noa
    await typeSection(noa, definition, 'personnes', { personnes: personnes.slice(0, 1) })
    await page.getByRole('button', { name: 'Dupliquer la ligne 1' }).click()
    const second = (title: string) => page.getByLabel(`ligne 2, colonne ${title}`)
    await expect.poll(() => second('Prénom et nom').inputValue()).toBe('Noa Lambert')
    await expect.poll(() => second('Mél').inputValue()).toBe('')
    const approver = page.getByRole('checkbox', { name: /^Approbateur/ }).nth(1)
    await expect.poll(() => approver.isChecked()).toBe(true)
    await approver.uncheck()
    await page
      .getByRole('checkbox', { name: /^Administrateur/ })
      .nth(1)
      .uncheck()
    await typeSection(noa, definition, 'personnes', { personnes })
    await expectNoSidewaysScroll(noa)
    await expectAccessible(noa)
  })

  it('gives the documents, reads everything again, and transmits', async () => {
    const { page } = noa
    await goTo(noa, 'Documents à joindre')
    for (const name of ['bulletin_afas', 'pj_1', 'pj_2', 'pj_3']) {
      const buffer = pdf(name, 900)
      const file = { name: `${name}.pdf`, mimeType: 'application/pdf', buffer }
      await page.locator(`#q-${name} input[type=file]`).setInputFiles(file)
      await page.locator(`#q-${name} .kept`).filter({ hasText: file.name }).waitFor()
    }
    await isSaved(noa)
    await expectAccessible(noa)
    await expectNoSidewaysScroll(noa)
    await goTo(noa, 'Personnes à habiliter')
    await page.locator('.fill-actions').getByRole('link', { name: 'Relire et transmettre' }).click()
    await page.locator('#q-pj_3').getByText('pj_3.pdf').waitFor()
    await expectAccessible(noa)
    await expectNoSidewaysScroll(noa)
    await page.getByRole('button', { name: 'Transmettre', exact: true }).click()
    await page.waitForURL(/\/recu\//)
    await page.getByText('C’est transmis.').waitFor()
    const { submission } = (await api.get(`/responses/${id}`)).body
    expect(submission.answers).toMatchObject({ ...structure, cas: 'B', personnes })
    // Nobody is let in before the Caf has said so.
    expect((await api.get('/me')).body.memberships).toEqual([])
  })

  it('is found by the Caf among what it has to do, with documents to read, and validated', async () => {
    alix = await open()
    await signIn(alix, platform.local.origin, 'conseiller@caf731.test')
    const { page } = alix
    await page.goto(`${platform.local.origin}/caf/`)
    const todo = page.getByRole('region', { name: /^À faire/ })
    const item = todo.getByRole('listitem').filter({ hasText: 'Les Petits Cahiers' })
    await todo.getByRole('button', { name: /^Afficher les/ }).click()
    await item.getByText('Habilitation à valider').waitFor()
    await item.getByRole('link', { name: 'Les Petits Cahiers' }).click()
    await page.waitForURL(/\/caf\/dossier\//)
    await page.locator('#q-cas').getByText('B', { exact: true }).waitFor()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Télécharger pj_3.pdf' }).click(),
    ])
    expect(readFileSync(await download.path())).toEqual(pdf('pj_3', 900))
    await page.getByRole('button', { name: 'Valider…' }).click()
    await page.getByText('la personne qui a fait la demande y a accès').waitFor()
    await expectAccessible(alix)
    await page.getByRole('button', { name: 'Valider', exact: true }).click()
    await page.getByText('Le dossier est validé : l’organisation est inscrite').waitFor()
    await page.getByRole('button', { name: 'Retirer la validation…' }).waitFor()
    await page.goto(`${platform.local.origin}/caf/`)
    await todo.getByRole('listitem').first().waitFor()
    await expect.poll(() => todo.getByText('Les Petits Cahiers').count()).toBe(0)
  })

  it('is in: their organisation, its people and its documents', async () => {
    const { page } = noa
    await page.goto(`${platform.local.origin}/mon-organisation/`)
    await page.getByRole('heading', { level: 1, name: 'Les Petits Cahiers' }).waitFor()
    await page.getByText('SIRET 823 456 710 00016').waitFor()
    await page.getByRole('button', { name: 'Inviter une personne…' }).waitFor()
    const noor = page.getByRole('listitem').filter({ hasText: 'noor@nouvelle-association.test' })
    await noor.getByText('Invitation en attente').waitFor()
    await noor.getByText('Saisie financière').waitFor()
    await page.getByRole('row').filter({ hasText: 'pj_3.pdf' }).waitFor()
    await expectAccessible(noa)
    await expectNoSidewaysScroll(noa)
  })

  it('with the number of an organisation that is here joins it only when the agent says so', async () => {
    const claude = await platform.as('partenaire@commune-lac.test')
    const started = await claude.post('/campaigns/habilitation-caf731/responses', {
      body: { organisationName: 'Les Copieurs' },
    })
    const path = `/responses/${started.body.id}`
    const given = await give(claude, path, { question: 'pj_3', name: 'pj.pdf', bytes: pdf() })
    const { siret, ...others } = structure
    const answers = {
      ...others,
      structure_nom: 'Les Copieurs',
      rna: 'W731000001',
      convention_signee: 'oui',
      bulletin_signe: 'oui',
      pj_3: [named(given.body.document)],
      personnes: [{ ...personnes[0], mel: 'partenaire@commune-lac.test' }],
    }
    const sent = await claude.post(`${path}/submission`, {
      headers: { 'idempotency-key': 'envoi', 'if-match': (await claude.get(path)).etag },
      body: { answers },
    })
    expect(sent.status).toBe(201)
    const { page } = alix
    await page.goto(`${platform.local.origin}/caf/dossier/?id=${started.body.id}`)
    await page.getByRole('button', { name: 'Valider…' }).click()
    await page.getByRole('button', { name: 'Valider', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Une organisation est déjà inscrite avec ce numéro.').waitFor()
    await expect.poll(() => dialog.textContent()).not.toContain('Belledonne')
    await expectAccessible(alix)
    expect((await claude.get(path)).body.status).toBe('submitted')
    expect((await claude.get('/me')).body.memberships).toHaveLength(1)
    await dialog.getByRole('button', { name: 'Valider et donner cet accès' }).click()
    await page.getByText('Le dossier est validé : l’organisation est inscrite').waitFor()
    expect((await claude.get('/me')).body.memberships).toHaveLength(2)
  })
})
