import { describe, expect, it } from 'vitest'
import { readFormFile } from '../../web/caf/read-form-file.ts'
import { definitionsElsewhere } from '../support/definitions-elsewhere.ts'

const read = (json: unknown, name = 'enquete.json') =>
  readFormFile(typeof json === 'string' ? json : JSON.stringify(json), name)

describe('a questionnaire in a file', () => {
  it('is a SurveyJS definition, kept to the last property', () => {
    for (const definition of Object.values(definitionsElsewhere)) {
      if (!definition.pages && !definition.elements) continue
      const file = read(JSON.stringify(definition, null, 2))
      expect('content' in file && JSON.stringify(file.content.definition)).toBe(JSON.stringify(definition))
    }
  })

  it('is an export of ours, with what we say beside it', () => {
    const content = { definition: { pages: [] }, info: { title: 'Bilan', toPrepare: ['Le budget.'] } }
    expect(read(content)).toMatchObject({ content, title: 'Bilan' })
  })

  it.each([
    [{ title: 'Enquête', pages: [] }, 'Enquête'],
    [{ title: { default: 'Survey', fr: 'Enquête' }, elements: [] }, 'Enquête'],
    [{ pages: [] }, 'bilan-2026'],
  ])('is proposed a title: %o', (json, title) => {
    expect(read(json, 'bilan-2026.json')).toMatchObject({ title })
  })

  it('says how much it asks, of pages and of questions in panels', () => {
    const question = { type: 'text', name: 'a' }
    const panel = {
      type: 'panel',
      elements: [question, { type: 'paneldynamic', templateElements: [question] }],
    }
    expect(read({ pages: [{ elements: [question, panel] }, {}] })).toMatchObject({
      summary: '2 pages, 4 questions.',
    })
    expect(read({ elements: [question] })).toMatchObject({ summary: '1 page, 1 question.' })
  })

  it.each([
    ['no JSON, and where it ends to be', '{\n  "pages": [,]\n}', /ligne 2/],
    ['JSON cut short', '{"pages": [', /JSON valide/],
    ['nothing', '', /JSON valide/],
    ['a list', '[]', /SurveyJS/],
    ['a text', '"bonjour"', /SurveyJS/],
    ['another JSON', '{"name": "echeance", "version": "1"}', /« pages »/],
    ['a content without questions', '{"definition": {}, "info": {}}', /« pages »/],
    ['more than 220 KB', { pages: [], logo: 'x'.repeat(230_000) }, /220 Ko/],
  ])('is not %s', (_, json, words) => {
    const file = read(json)
    expect('fault' in file && file.fault).toMatch(words)
  })

  it('may begin with the mark of UTF-8 that some editors write', () => {
    expect(read('\ufeff{"pages": []}')).toHaveProperty('content')
  })
})
