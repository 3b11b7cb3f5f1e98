// A concepteur publishes on the deployed platform: what a function rendered and put in the bucket that CloudFront serves.
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { putFile } from '../../../infra/aws/operate/put-file.ts'
import { putVersions } from '../../../infra/aws/operate/put-versions.ts'
import { everyForm } from '../../../infra/publication/every-form.ts'
import { AGENT, OTHER_AGENT, useDeployed } from '../../support/deployed.ts'
import { contentWith, makeForm, publishForm, publishNext, question } from '../../support/made-form.ts'
import { wordsOf } from '../../support/pdf-words.ts'
import { publishedFile } from '../../support/published-file.ts'

const aws = useDeployed()
const published = (address: string) => publishedFile(aws.output('DefinitionsBucket'), address)

describe('publishing from the page', () => {
  it('puts the files of a version where the site serves them from, and leaves those of the one before', async () => {
    const designer = aws.as(AGENT)
    const { id, etag } = await makeForm(designer, contentWith(question('nom')))
    const { status, body } = await publishForm(designer, id, etag)
    expect([status, body.version, body.detail]).toEqual([201, 1, undefined])
    const definition = await published(body.definitionUrl)
    expect(createHash('sha256').update(definition.bytes).digest('hex')).toBe(body.sha256)
    expect(definition).toMatchObject({
      cacheControl: 'public, max-age=31536000, immutable',
      type: 'application/json; charset=utf-8',
    })
    const page = await published(`/remplir/${id}/1/index.html`)
    expect([page.type, page.cacheControl]).toEqual(['text/html; charset=utf-8', 'no-cache'])
    expect(page.text).toContain('Question nom')
    expect(page.text).toMatch(/\/assets\/[\w-]+\.js/)
    expect((await published(`/remplir/${id}/1/preparer/index.html`)).text).toContain('Question nom')
    const paper = await published(`/remplir/${id}/1/preparer/donnees-a-reunir.pdf`)
    expect([paper.type, wordsOf(paper.bytes)]).toEqual([
      'application/pdf',
      expect.stringContaining('Question nom'),
    ])

    expect(await publishNext(designer, id, contentWith(question('nom', { isRequired: true })))).toBe(2)
    expect(await published(body.definitionUrl)).toEqual(definition)
    const { items } = (await designer.get(`/forms/${id}/changes?from=1&to=2`)).body
    expect(items.map(({ words }: { words: string }) => words)).toContain(
      'La question « Question nom » devient obligatoire.',
    )
    expect((await aws.as(OTHER_AGENT).get(`/forms/${id}/versions/1`)).status).toBe(404)
  })

  it('is rendered again with all others when the site is put online anew, and its definition stays', async () => {
    const { id, etag } = await makeForm(aws.as(AGENT), contentWith(question('nom')))
    await publishForm(aws.as(AGENT), id, etag)
    const addresses = [id, 'clas-bilan'].flatMap((form) => [
      `/remplir/${form}/1/index.html`,
      `/forms/${form}/1.json`,
    ])
    const before = await Promise.all(addresses.map(published))
    const bucket = aws.output('DefinitionsBucket')
    for (const form of [id, 'clas-bilan'])
      await putFile(bucket, `/remplir/${form}/1/index.html`, 'du site précédent')
    await putVersions(bucket, await everyForm())
    expect(await Promise.all(addresses.map(published))).toEqual(before)
  })
})
