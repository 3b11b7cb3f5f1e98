import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { dataMapPath } from '../../forms/addresses.ts'
import { writeStaticFiles } from '../../infra/local/static-files.ts'
import { publish } from '../../infra/publication/publish.ts'
import {
  expectAccessible,
  expectNoSidewaysScroll,
  hasChromium,
  type Person,
  PHONE,
  signIn,
  useBrowser,
} from '../support/browser.ts'
import { definitionNames } from '../support/definitions.ts'
import { usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const { open } = useBrowser()
const PARTNER = 'partenaire@asso-belledonne.test'

const formIdOf = (name: string) => `${name}-essai`
const addressOf = (name: string) =>
  platform.local.origin + dataMapPath({ formId: formIdOf(name), formVersion: 1 })

describe.skipIf(!hasChromium)('« Ce qu’il faut préparer »', () => {
  let person: Person
  beforeAll(async () => {
    const at = '2026-06-01T08:00:00.000Z'
    const siteDir = join(platform.dataDir, 'site')
    mkdirSync(siteDir, { recursive: true })
    for (const source of definitionNames) {
      const formId = formIdOf(source)
      await publish({ source, formId, cafId: 'caf-essai', departements: ['73'], at })
      await writeStaticFiles(formId, siteDir)
    }
    person = await open()
  })

  it.each(definitionNames)('of %s is accessible at a desk, on a telephone and at 320 px', async (name) => {
    const { page } = person
    await page.goto(addressOf(name))
    await page.getByRole('heading', { name: 'Qui remplit quoi' }).waitFor()
    await page.getByRole('button', { name: 'Imprimer' }).waitFor()
    await expectAccessible(person)
    for (const size of [PHONE, { width: 320, height: 640 }]) {
      await page.setViewportSize(size)
      await expectAccessible(person)
      await expectNoSidewaysScroll(person)
    }
    await page.setViewportSize({ width: 1200, height: 900 })
    const pdf = await page.getByRole('link', { name: 'Ouvrir en PDF' }).getAttribute('href')
    const file = await person.context.request.get(platform.local.origin + pdf)
    expect(file.headers()['content-type']).toBe('application/pdf')
  })

  it('marks what only some have to give, with the condition in words, and who fills what', async () => {
    const { page } = person
    await page.goto(addressOf('clas-appel-a-projets'))
    const statutes = page.getByRole('listitem').filter({ hasText: 'Statuts' }).last()
    await statutes.getByText('selon les cas').waitFor()
    await statutes.getByText('Obligatoire si « Statut juridique » est « Association ».').waitFor()
    await page.getByText('Rôle « Saisie financière »').first().waitFor()
  })

  it('prints what is to gather, without what is only for the screen', async () => {
    const { page } = person
    await page.goto(addressOf('clas-reel'))
    await page.getByRole('button', { name: 'Imprimer' }).waitFor()
    await page.emulateMedia({ media: 'print' })
    await page.getByText('Charges de l’année', { exact: true }).waitFor()
    for (const gone of ['Imprimer', 'Ouvrir en PDF', 'Accessibilité', 'Données personnelles'])
      await expect.poll(() => page.getByText(gone).first().isVisible()).toBe(false)
    await page.emulateMedia({ media: 'screen' })
  })

  it('is reached from the card, the questionnaire, the calendar and what is to come', async () => {
    const partner = await open()
    const { page } = partner
    await signIn(partner, platform.local.origin, PARTNER)
    const arrived = async () => {
      await page.waitForURL(/\/preparer\/$/)
      await page.getByRole('heading', { name: 'À avoir sous la main' }).waitFor()
    }
    const link = page.getByRole('link', { name: /^Ce qu’il faut préparer/ })
    await page
      .getByRole('article', { name: 'Bilan qualitatif 2025-2026' })
      .getByRole('link', { name: /^Ce qu’il faut préparer/ })
      .first()
      .click()
    await arrived()
    await page.goBack()
    await page
      .getByRole('region', { name: /^À venir/ })
      .getByRole('link')
      .first()
      .click()
    await arrived()
    await page.goto(`${platform.local.origin}/calendrier/`)
    await link.first().click()
    await arrived()
    await page.goto(`${platform.local.origin}/mes-demarches/`)
    await page
      .getByRole('link', { name: /^Commencer/ })
      .first()
      .click()
    await link.click()
    await arrived()
  })

  it('is reached from a campaign, by the Caf', async () => {
    const agent = await open()
    await signIn(agent, platform.local.origin, 'conseiller@caf731.test')
    await agent.page.goto(`${platform.local.origin}/caf/campagne/?id=bilan-2026-06-10-caf731`)
    await agent.page.getByRole('link', { name: /^Ce qu’il faut préparer/ }).click()
    await agent.page.getByRole('heading', { name: 'À avoir sous la main' }).waitFor()
  })
})
