// What was published is the same after a restart, and after a kill at any moment.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DEMO_NOW } from '../support/data-folder.ts'
import { contentWith, DESIGNER, makeForm, publishForm, publishNext, question } from '../support/made-form.ts'
import { useRestarts } from '../support/restarts.ts'

const platform = useRestarts()
const start = (now: string) => platform.start(DESIGNER, now)
/** A file as it is on disk: who wrote it again would have given it another date. */
const onDisk = (path: string) => {
  const at = join(platform.dataDir, 'site', path)
  return { bytes: readFileSync(at), writtenAt: statSync(at).mtimeMs }
}

describe('after a restart', () => {
  it('versions are as they were, to the byte, and the demo goes on beside what its Caf made of its forms', async () => {
    let designer = await start(DEMO_NOW)
    const { id, etag } = await makeForm(designer, contentWith(question('nom')))
    const { body } = await publishForm(designer, id, etag)
    const demo = (await designer.get('/forms/clas-bilan/versions/1')).body.content
    demo.definition.pages[0].elements.push(question('nouvelle', { isRequired: true }))
    await designer.post('/forms/clas-bilan/draft', { body: { from: { formId: 'clas-bilan', version: 1 } } })
    expect(await publishNext(designer, 'clas-bilan', demo)).toBe(2)
    const files = [`forms/${id}/1.json`, 'forms/clas-bilan/1.json', 'forms/clas-bilan/2.json']
    const before = files.map(onDisk)
    const view = (await designer.get(`/forms/${id}/versions/1`)).text
    await platform.kill()

    designer = await start('2026-06-11T09:00:00.000Z')
    expect(files.map(onDisk)).toEqual(before)
    expect((await designer.get(`/forms/${id}/versions/1`)).text).toBe(view)
    const served = await fetch(`${platform.place().origin}${body.definitionUrl}`)
    expect(await served.text()).toBe(before[0]?.bytes.toString())
    const bilan = (await designer.get('/forms/clas-bilan')).body
    expect([bilan.latestVersion, bilan.versions.length]).toEqual([2, 2])
    await platform.kill()
  })
})

describe('kill -9 while a draft is published', () => {
  it('loses nothing, and publishing again makes one version', async () => {
    let designer = await start(DEMO_NOW)
    const { id, etag } = await makeForm(designer, contentWith(question('nom')))
    const published = publishForm(designer, id, etag).catch(() => undefined)
    await platform.kill()
    await published
    designer = await start(DEMO_NOW)
    const again = await publishForm(designer, id, etag)
    expect([again.status, again.body.version]).toEqual([201, 1])
    const { versions, draft } = (await designer.get(`/forms/${id}`)).body
    expect([versions.length, draft]).toEqual([1, undefined])
    expect((await fetch(`${platform.place().origin}${again.body.definitionUrl}`)).status).toBe(200)
  })
})
