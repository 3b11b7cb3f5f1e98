import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { hasChromium, useBrowser } from '../support/browser.ts'
import { goTo, isOffline, isSaved, openResponse, PARTNER, questionsAreLive } from '../support/fill-page.ts'
import { startProcess } from '../support/process.ts'

describe.skipIf(!hasChromium)('a server that dies while somebody writes', () => {
  const browser = useBrowser()
  const dataDir = mkdtempSync(join(tmpdir(), 'echeance-restart-'))
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

  test('gets what was written once it is back', async () => {
    const before = await startProcess(['--port', '0', '--data', dataDir])
    const person = await browser.open()
    await openResponse(person, before.origin, PARTNER, /^Reprendre/)
    await goTo(person, 'Lieu de l’action')
    const quartier = person.page.getByLabel('Quartier', { exact: true })
    await quartier.fill('Avant l’arrêt')
    await isSaved(person)
    await before.kill()
    await quartier.fill('Pendant l’arrêt')
    await isOffline(person)
    const after = await startProcess(['--port', before.port, '--data', dataDir])
    try {
      await isSaved(person)
      await person.page.reload()
      await questionsAreLive(person)
      expect(await quartier.inputValue()).toBe('Pendant l’arrêt')
      expect(person.faults).toEqual([])
    } finally {
      await after.kill()
    }
  })
})
