import { rmSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { hasChromium, type Person, useBrowser } from '../support/browser.ts'
import { DEMO_NOW, dataFolder } from '../support/data-folder.ts'
import { goTo, isOffline, isSaved, openResponse, PARTNER, questionsAreLive } from '../support/fill-page.ts'
import { startProcess } from '../support/process.ts'

describe.skipIf(!hasChromium)('a server that dies while somebody writes', () => {
  const browser = useBrowser()
  const { dataDir } = dataFolder(DEMO_NOW)
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))
  const quartierOf = ({ page }: Person) => page.getByLabel('Quartier', { exact: true })

  test('gets what was written once it is back, in this tab or, if it was closed, in another', async () => {
    const start = (port: string) => startProcess(['--port', port, '--data', dataDir, '--now', DEMO_NOW])
    const first = await start('0')
    const restart = () => start(first.port)
    const person = await browser.open()
    await openResponse(person, first.origin, PARTNER, /^Reprendre/)
    await goTo(person, 'Lieu de l’action')
    await quartierOf(person).fill('Avant l’arrêt')
    await isSaved(person)

    await first.kill()
    await quartierOf(person).fill('Pendant l’arrêt')
    await isOffline(person)
    const second = await restart()
    await isSaved(person)

    await second.kill()
    await quartierOf(person).fill('Puis l’onglet fermé')
    await isOffline(person)
    const address = person.page.url()
    await person.page.close()
    const third = await restart()
    try {
      const back = { ...person, page: await person.context.newPage() }
      await back.page.goto(address)
      await questionsAreLive(back)
      await expect.poll(() => quartierOf(back).inputValue()).toBe('Puis l’onglet fermé')
      await isSaved(back)
    } finally {
      await third.kill()
    }
  })
})
