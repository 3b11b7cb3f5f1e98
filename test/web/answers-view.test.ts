import { readFileSync } from 'node:fs'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { describe, expect, it } from 'vitest'
import { answerAt, isBlank, sumOf, wordsOf } from '../../web/shared/answer-text.ts'
import { AnswersView, type AnswersViewProps } from '../../web/shared/answers-view.tsx'
import { outlineOf } from '../../web/shared/outline.ts'

const definition: unknown = JSON.parse(
  readFileSync(new URL('../../forms/definitions/clas-bilan/survey.json', import.meta.url), 'utf8'),
)
const view = (props: Partial<AnswersViewProps>): string =>
  renderToString(h(AnswersView, { definition, answers: {}, ...props }))

const one = (element: object, answers: Record<string, unknown>): string =>
  view({ definition: { pages: [{ name: 'p', title: 'Partie', elements: [element] }] }, answers })

describe('answers to read', () => {
  it('shows every section of the bilan under its title', () => {
    const titles = [...view({}).matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, title]) => title)
    expect(titles).toEqual(outlineOf(definition).map(({ title }) => title))
    expect(titles).toHaveLength(8)
  })

  it('shows only the sections asked for', () => {
    expect(view({ sections: ['lieu'] })).not.toContain('Structure et contacts')
  })

  it('says choices in their words, never as values', () => {
    const html = view({ answers: { structure_type: 'ccas', locaux: ['ecole', 'bibliotheque'] } })
    expect(html).toContain('Centre communal d’action sociale (CCAS)')
    expect(html).toContain('<li>Bibliothèque ou médiathèque</li>')
    expect(html).not.toContain('>bibliotheque<')
  })

  it('says that a question has no answer, unless it stands under a condition', () => {
    const html = view({ sections: ['lieu'] })
    expect(html).toContain('Sans réponse')
    expect(html).toContain('id="q-qpv"')
    expect(html).not.toContain('id="q-qpv_nom"')
    expect(view({ answers: { qpv_nom: 'Les Hauts' } })).toContain('id="q-qpv_nom"')
  })

  it('sums the rows and columns of a table as the questionnaire does', () => {
    const participants = {
      elementaire: { filles: 14, garcons: 11 },
      college: { filles: 6, garcons: 9 },
      lycee: { filles: 0, garcons: 0 },
    }
    const html = view({ sections: ['participants'], answers: { participants } })
    const rows = [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell = '']) =>
        cell.replaceAll(/<[^>]+>/g, ''),
      ),
    )
    expect(rows.slice(1)).toEqual([
      ['Élémentaire', '14', '11', '25'],
      ['Collège', '6', '9', '15'],
      ['Lycée', '0', '0', '0'],
      ['Ensemble', '20', '20', '40'],
    ])
  })

  it('writes money in euros wherever it stands, with the totals a draft does not hold', () => {
    const reel: unknown = JSON.parse(
      readFileSync(new URL('../../forms/definitions/clas-reel/survey.json', import.meta.url), 'utf8'),
    )
    const charges = { c60: { montant: 123_456 }, c64: { montant: 0 }, c86: { montant: 5_000 } }
    const produits = { p70623: { montant: 100_000 } }
    const html = view({ definition: reel, sections: ['charges', 'produits'], answers: { charges, produits } })
    const text = html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
    expect(text).toContain('60 – Achats 1 234,56 €')
    expect(text).toContain('64 – Frais de personnel 0,00 €')
    expect(text).toContain('Total 1 284,56 €')
    expect(text).toMatch(/Total des charges, comptes 60 à 69\s+1 234,56 €/)
    expect(text).toMatch(/Résultat : produits moins charges\s+−284,56 €/)
    expect(html).not.toMatch(/123.?456/)
  })

  it('shows a computed question once what it sums is answered', () => {
    expect(view({ answers: { intervenants_salaries: 2, intervenants_benevoles: 9 } })).toMatch(
      /id="q-intervenants_total".*?>11</,
    )
    expect(view({})).not.toContain('q-intervenants_total')
  })

  it('writes what people typed as text, whatever it looks like', () => {
    const html = view({ answers: { bilan: '<img src=x onerror=alert(1)>' } })
    expect(html).toContain('&lt;img src=x onerror=alert(1)>')
    expect(html).not.toContain('<img')
  })

  it('leaves out html elements of the definition', () => {
    const html = one({ type: 'html', name: 'n', html: '<b>gras</b>' }, {})
    expect(html).not.toContain('gras')
  })

  it('links each section and each fault to where it is corrected', () => {
    const html = view({
      editHref: (section, question) => `/remplir/?partie=${section}${question ? `#${question}` : ''}`,
      faults: [{ pointer: '/qpv_nom', detail: 'Indiquez le nom du quartier prioritaire.' }],
    })
    expect(html).toContain('<a href="/remplir/?partie=lieu">Modifier')
    expect(html).toMatch(/id="q-qpv_nom".*?href="\/remplir\/\?partie=lieu#qpv_nom">Indiquez le nom/)
  })

  it('says the comment of an « other » choice beside it', () => {
    const element = { type: 'radiogroup', name: 'q', choices: ['a'], showOtherItem: true }
    expect(one(element, { q: 'other', 'q-Comment': 'Péniche' })).toContain('Autre : Péniche')
  })

  it('reads a panel that is repeated as one row an item', () => {
    const element = {
      type: 'paneldynamic',
      name: 'q',
      templateElements: [{ type: 'text', name: 'lieu', title: 'Lieu' }],
    }
    expect(one(element, { q: [{ lieu: 'Gymnase' }, { lieu: 'École' }] })).toMatch(/Gymnase.*École/)
  })
})

describe('documents among answers', () => {
  const statuts = { name: 'statuts.pdf', type: 'application/pdf', content: 'abc' }
  const definition = { pages: [{ name: 'p', elements: [{ type: 'file', name: 'pieces', title: 'Pièces' }] }] }

  it('are told by name and kind, each to be saved by its own button', () => {
    const html = view({ definition, answers: { pieces: [statuts] }, response: 'a.b' })
    expect(html.match(/<button/g)).toHaveLength(1)
    expect(html.replaceAll(/<[^>]+>/g, '')).toContain('Télécharger statuts.pdf PDF')
    expect(html).not.toContain('abc')
  })

  it('are told by name alone where nobody says of which dossier they are', () => {
    const html = view({ definition, answers: { pieces: [statuts] } })
    expect([html.includes('statuts.pdf'), html.includes('<button')]).toEqual([true, false])
  })
})

describe('a value in words', () => {
  const field = outlineOf({ pages: [{ elements: [{ type: 'text', name: 'q' }] }] })[0]?.blocks[0]?.fields[0]
  if (!field) throw new Error('no field')

  it.each([
    [{}, 1234.5, '1\u202f234,5'],
    [{ inputType: 'date' }, '2024-07-12', '12 juillet 2024'],
    [{ inputType: 'tel' }, '+33479123456', '04 79 12 34 56'],
    [{ inputType: 'tel' }, '+262692123456', '+262 692 12 34 56'],
    [{ money: true }, 123_456, '1\u202f234,56\u00a0€'],
    [{ money: true }, 0, '0,00\u00a0€'],
    [{}, true, 'Oui'],
  ])('%j %j is « %s »', (props, value, words) => {
    expect(wordsOf({ ...field, ...props }, value)).toEqual([words])
  })

  it('takes zero and false for answers, blanks for none', () => {
    expect([0, false].map(isBlank)).toEqual([false, false])
    expect([undefined, null, '', [], {}, { a: '' }].map(isBlank)).not.toContain(false)
  })

  it('finds what an expression names inside tables, and their totals', () => {
    const answers = { t: { l1: { n: 1 }, l2: { n: 2, m: 5 } }, liste: [{ n: 4 }, {}], 'x-total': 9 }
    const at = (name: string) => answerAt(answers, name)
    expect(['t.l2.m', 't-total.n', 'liste-total.n', 'x-total'].map(at)).toEqual([5, 3, 4, 9])
    expect(['t.l3.n', 't-total.z', 'rien-total.n', 't.constructor', 'toString'].map(at)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('computes sums and nothing else', () => {
    const values: Record<string, unknown> = { a: 1, b: 2 }
    const of = (name: string) => values[name]
    expect(sumOf('{row.a} + {row.b}', of)).toBe(3)
    expect(sumOf('sum({a}, {b}, {c})', of)).toBe(3)
    expect(sumOf('{a} - {b}', of)).toBe(-1)
    expect(sumOf('{a}-{c}', of)).toBe(1)
    expect(sumOf('{a} * {b}', of)).toBeUndefined()
    expect(sumOf('iif({a} > 1, {b}, 0)', of)).toBeUndefined()
  })
})
