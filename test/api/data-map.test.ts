import { describe, expect, it } from 'vitest'
import { dataMapOf } from '../../forms/data-map.ts'
import { neededText, sectionFacts } from '../../forms/data-map-words.ts'
import { dataMapPdf } from '../../functions/documents/data-map-pdf.ts'
import { definitionNames, publishedForm } from '../support/definitions.ts'
import { wordsOf } from '../support/pdf-words.ts'
import { usePlatform } from '../support/server.ts'

const platform = usePlatform({ now: '2026-06-10T09:00:00.000Z' })
const PARTNER = 'partenaire@asso-belledonne.test'

/** Lines are cut where the page ends: words are compared without what stands between them. */
const squeezed = (text: string): string => text.replaceAll(/\s+/g, '')
const pdfOf = async (...form: Parameters<typeof dataMapPdf>) => Buffer.from(await dataMapPdf(...form))

describe.each(definitionNames)('what to prepare for %s, on paper', (name) => {
  const form = publishedForm(name, { fewCommunes: true })
  const { sections, minutes, title, toPrepare } = dataMapOf(form)

  it('tells everything to gather, when it is needed, by section and by role, with the time it takes', async () => {
    const words = squeezed(wordsOf(await pdfOf(form)))
    const items = sections.flatMap(({ data, documents }) => [...documents, ...data])
    const told = [
      title,
      `environ ${minutes} min`,
      ...toPrepare,
      ...sections.flatMap((section, i) => [`${i + 1}. ${section.title}`, sectionFacts(section)]),
      ...items.flatMap((item) => [item.title, neededText(item)]),
    ]
    expect(told.filter((text) => !words.includes(squeezed(text)))).toEqual([])
    expect(words.match(/page\d+sur\d+/g)?.length).toBeGreaterThan(1)
  })

  it('is a tagged file with its language and its title, the same each time', async () => {
    const pdf = await pdfOf(form)
    const raw = pdf.toString('latin1')
    for (const part of ['/Lang (fr-FR)', '/Marked true', '/DisplayDocTitle true', '/S /H1', '/S /LI'])
      expect(raw).toContain(part)
    expect(wordsOf(await pdfOf(form))).toBe(wordsOf(pdf))
  })
})

describe('what to prepare', () => {
  it('is online beside the questionnaire, for everybody, as PDF', async () => {
    const { body } = await (await platform.as(PARTNER)).get('/responses')
    const { dataMapUrl, fillUrl } = body.items[0]
    expect(fillUrl.startsWith(dataMapUrl.replace('preparer/', ''))).toBe(true)
    const reply = await fetch(`${platform.local.origin}${dataMapUrl}donnees-a-reunir.pdf`)
    expect(reply.status).toBe(200)
    expect(reply.headers.get('content-type')).toBe('application/pdf')
    expect(wordsOf(Buffer.from(await reply.arrayBuffer()))).toContain('Numéro SIRET')
  })

  it('is told of what is not open yet', async () => {
    const { body } = await (await platform.as(PARTNER)).get('/upcoming')
    const urls: string[] = body.items.map(({ dataMapUrl }: { dataMapUrl: string }) => dataMapUrl)
    expect(urls).toContain('/remplir/clas-bilan/1/preparer/')
    for (const url of new Set(urls))
      expect((await fetch(`${platform.local.origin}${url}donnees-a-reunir.pdf`)).status).toBe(200)
  })
})
