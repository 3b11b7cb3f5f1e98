import { chromium } from 'playwright-core'

const origin = process.argv[2],
  what = process.argv[3] ?? 'all'
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
const open = async (viewport: any) => {
  const context = await browser.newContext({ viewport, locale: 'fr-FR', timezoneId: 'Europe/Paris' })
  const page = await context.newPage()
  page.on('console', (m) => {
    if (m.type() === 'error') console.log('CONSOLE', m.text())
  })
  page.on('pageerror', (e) => console.log('PAGEERROR', e.message))
  return page
}
const sign = async (page: any, email: string) => {
  await page.goto(origin)
  await page.getByRole('button', { name: 'Se connecter' }).first().click()
  await page.locator(`button[value="${email}"]`).click()
  await page.waitForURL((u: URL) => ['/mes-demarches/', '/caf/'].includes(u.pathname))
}
for (const [name, vp] of [
  ['d', { width: 1200, height: 900 }],
  ['p', { width: 360, height: 740 }],
] as const) {
  if (!what.includes(name) && what !== 'all') continue
  const page = await open(vp)
  await sign(page, 'partenaire@asso-belledonne.test')
  await page.waitForSelector('main a')
  for (const project of ['clas-de-belledonne', 'clas-des-bauges']) {
    const id = `reel-ouvert-caf731.${project}`
    for (const part of ['activite', 'collectifs', 'charges']) {
      await page.goto(`${origin}/remplir/clas-reel/1/?dossier=${id}&partie=${part}`)
      await page.locator('.questions .q:not([inert] .q)').first().waitFor()
      await page.waitForTimeout(1500)
      await page.screenshot({ path: `/tmp/cp/${name}-${project}-${part}.png`, fullPage: true })
    }
    await page.goto(`${origin}/relire/?dossier=${id}`)
    await page.waitForSelector('#transmettre')
    await page.waitForTimeout(800)
    await page.screenshot({ path: `/tmp/cp/${name}-${project}-relire.png`, fullPage: true })
  }
}
await browser.close()
