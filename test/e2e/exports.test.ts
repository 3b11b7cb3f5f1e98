// An agent takes a campaign's answers away as files: all, or those the list shows; on a screen and on a telephone.
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import readWorkbook from 'read-excel-file/node'
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
import { usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const browser = useBrowser()
const CAMPAIGN = '/caf/campagne/?id=bilan-2026-06-10-caf731'

/** Asks for a file and saves it once it is ready. */
const saved = async (page: Page, kind: string, choose: () => Promise<void>): Promise<Buffer> => {
  await page.getByRole('button', { name: 'Exporter les dossiers…' }).click()
  await choose()
  await page.getByRole('button', { name: 'Préparer le fichier' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const coming = page.waitForEvent('download')
  await page
    .getByRole('region', { name: 'Exports' })
    .getByRole('listitem')
    .filter({ hasText: kind })
    .getByRole('button', { name: 'Télécharger' })
    .click()
  return readFileSync(await (await coming).path())
}

describe.runIf(hasChromium)('exports of a campaign', () => {
  let agent: Person
  beforeAll(async () => {
    agent = await browser.open()
    await signIn(agent, platform.local.origin, 'conseiller@caf731.test')
  })

  it('hold what the list shows, as a workbook that opens', async () => {
    const { page } = agent
    await page.goto(`${platform.local.origin}${CAMPAIGN}&etat=submitted`)
    const bytes = await saved(page, 'Classeur (XLSX)', async () => {
      await expect
        .poll(() => page.getByRole('radio', { name: 'Ceux que la liste montre' }).isChecked())
        .toBe(true)
      await expectAccessible(agent)
    })
    const [dossiers] = await readWorkbook(bytes)
    expect(dossiers?.sheet).toBe('Dossiers')
    const state = dossiers?.data[0]?.indexOf('État [etat]') ?? -1
    expect(new Set(dossiers?.data.slice(1).map((row) => row[state]))).toEqual(new Set(['Transmis']))
  })

  it('hold what the list shows by situation and by organisation too, and say so', async () => {
    const { page } = agent
    await page.goto(`${platform.local.origin}${CAMPAIGN}&cas=urgent&organisation=asso-belledonne`)
    const bytes = await saved(page, 'Données (JSON)', async () => {
      await page.getByText('derniers jours, Association Belledonne').waitFor()
      await page.getByRole('radio', { name: 'Données (JSON)' }).check()
    })
    const { dossiers } = JSON.parse(bytes.toString())
    expect(dossiers.map(({ projet }: { projet: string }) => projet)).toEqual([
      'Clas de Belledonne',
      'Clas des Bauges',
    ])
    await page.getByText('Données (JSON) · derniers jours, Association Belledonne').waitFor()
  })

  it('hold everything when asked, as a table, from a telephone', async () => {
    const phone = await browser.open(PHONE)
    await signIn(phone, platform.local.origin, 'conseiller@caf731.test')
    const { page } = phone
    await page.goto(`${platform.local.origin}${CAMPAIGN}`)
    const bytes = await saved(page, 'Tableau (CSV)', async () => {
      await page.getByRole('radio', { name: 'Tableau (CSV)' }).check()
      await expectAccessible(phone)
      await expectNoSidewaysScroll(phone)
    })
    const rows: string[][] = parse(bytes, { bom: true, delimiter: ';' })
    const listed = await (await platform.as('conseiller@caf731.test')).get(
      '/campaigns/bilan-2026-06-10-caf731/responses',
    )
    expect(rows).toHaveLength(listed.body.items.length + 1)
    await page.getByText('Tableau (CSV) · tous les dossiers').first().waitFor()
    await expectAccessible(phone)
    await expectNoSidewaysScroll(phone)
  })
})
