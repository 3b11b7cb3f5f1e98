import { describe, expect, it } from 'vitest'
import info from '../../forms/definitions/clas-bilan/form.json' with { type: 'json' }
import survey from '../../forms/definitions/clas-bilan/survey.json' with { type: 'json' }
import { isCommune } from '../../forms/identifiers.ts'
import { FormInfo, FormVersion } from '../../forms/nouns/form.ts'
import { publishable } from '../../forms/publication.ts'
import { communesOf } from '../../infra/publication/communes.ts'

const definition = FormVersion.shape.definition.parse(survey)

describe('publishable', () => {
  const nested = {
    pages: [
      {
        name: 'lieu',
        elements: [{ type: 'panel', name: 'adresse', elements: [{ type: 'dropdown', name: 'lieu' }] }],
      },
    ],
  }
  const fill = (communes: FormInfo['communes'], found = [{ code: '73008', nom: 'Aix-les-Bains' }]) =>
    publishable(nested, { communes }, () => found)

  it('fills a question inside a panel, and not the page of the same name', () => {
    expect(fill({ lieu: ['73'] })).toEqual({
      pages: [
        {
          name: 'lieu',
          elements: [
            {
              type: 'panel',
              name: 'adresse',
              elements: [
                { type: 'dropdown', name: 'lieu', choices: [{ value: '73008', text: 'Aix-les-Bains' }] },
              ],
            },
          ],
        },
      ],
    })
  })

  it('sorts in French order and keeps one of each', () => {
    const found = ['Égly', 'Zoteux', 'Eaubonne', 'Étampes'].map((nom, i) => ({ code: `7300${i}`, nom }))
    const filled = fill({ lieu: ['73', '73'] }, found)
    expect(
      JSON.stringify(filled)
        .match(/"text":"[^"]+"/g)
        ?.map((text) => text.slice(8, -1)),
    ).toEqual(['Eaubonne', 'Égly', 'Étampes', 'Zoteux'])
  })

  it('leaves what it is given as it was', () => {
    const before = structuredClone(nested)
    fill({ lieu: ['73'] })
    expect(nested).toEqual(before)
  })

  it('refuses a question that does not exist', () => {
    expect(() => fill({ ville: ['73'] })).toThrow('ville')
  })

  it('refuses a département without communes', () => {
    expect(() => fill({ lieu: ['00'] }, [])).toThrow('lieu')
  })
})

describe('clas-bilan', () => {
  it('is published with the communes of Savoie', () => {
    const published = JSON.stringify(publishable(definition, FormInfo.parse(info), communesOf))
    expect(published).toContain('{"value":"73008","text":"Aix-les-Bains"}')
    expect(published).not.toContain('"choices":[]')
  })
})

describe('communesOf', () => {
  it.each([
    ['73', '73008', 'Aix-les-Bains', 273],
    ['2A', '2A004', 'Ajaccio', 124],
    ['974', '97411', 'Saint-Denis', 24],
  ])('knows the communes of %s', (departement, code, nom, count) => {
    const communes = communesOf(departement)
    expect(communes).toHaveLength(count)
    expect(communes).toContainEqual({ code, nom })
    expect(new Set(communes.map((c) => c.code)).size).toBe(count)
    expect(communes.filter((c) => !isCommune(c.code))).toEqual([])
  })

  it('knows none elsewhere', () => expect(communesOf('00')).toEqual([]))
})
