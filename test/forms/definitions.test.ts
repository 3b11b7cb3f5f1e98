import { Model, Serializer } from 'survey-core'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import { registerProperties } from '../../forms/custom-properties.ts'
import { readDefinition } from '../../forms/definition.ts'
import { findAll } from '../../forms/operands.ts'
import { noticesByQuestion } from '../../forms/text-notices.ts'
import { unsupported } from '../../forms/unsupported.ts'
import { definitionNames, publishedForm } from '../support/definitions.ts'

registerProperties(Serializer)

const forms = definitionNames.map((name) => publishedForm(name, { fewCommunes: true }))
const formOf = (name: string) => publishedForm(name, { fewCommunes: true })

it('the five forms of the partner’s year are there', () => {
  expect(definitionNames.toSorted()).toEqual([
    'clas-appel-a-projets',
    'clas-bilan',
    'clas-previsionnel',
    'clas-reel',
    'habilitation',
  ])
})

describe.each(forms)('the definition of $formId', ({ definition, info, formId }) => {
  const model = new Model(definition)
  const { pages } = z.looseObject({ pages: z.array(Page) }).parse(definition)
  const elements = pages.flatMap((page) => page.elements.flatMap(withNested))

  it('is SurveyJS without an unknown property, and nothing that we cannot check', () => {
    expect(model.jsonErrors).toBeNull()
    expect(unsupported(definition)).toEqual([])
  })

  it('has one page a section, of the same name and title', () => {
    expect(pages.map(({ name, title }) => ({ name, title }))).toEqual(
      info.sections.map(({ name, title }) => ({ name, title })),
    )
  })

  it('is of its own kind and has a receipt prefix of its own', () => {
    expect(info).toMatchObject({ id: formId, kind: formId })
    expect(forms.filter((other) => other.info.referencePrefix === info.referencePrefix)).toHaveLength(1)
  })

  it('prefills questions that nobody can change', () => {
    const readOnly = model.getAllQuestions().filter((question) => question.readOnly)
    expect(readOnly.map(({ name }) => name).sort()).toEqual(Object.keys(info.prefilled).sort())
  })

  it('titles every question, bounds every entry and says what to do where an answer is missing', () => {
    expect(elements.length).toBeGreaterThan(15)
    expect(elements.filter(({ title }) => !title)).toEqual([])
    const entries = elements.filter((q) => q.type === 'text' || q.type === 'comment')
    expect(
      entries.filter((q) => q.inputType === 'number' && !(q.min === 0 && q.max && q.step)).map((q) => q.name),
    ).toEqual([])
    expect(entries.filter((q) => q.inputType !== 'number' && !q.maxLength).map((q) => q.name)).toEqual([])
    expect(elements.filter((q) => q.isRequired && !q.requiredErrorText).map((q) => q.name)).toEqual([])
  })

  it('says beside every long text to name no child', () => {
    const long = elements.filter((q) => (q.type === 'comment' && !q.cellType) || q.type === 'matrixdynamic')
    const beside = noticesByQuestion(info.notices)
    expect(long.filter((q) => !beside.get(q.name)?.includes('nom d’enfant'))).toEqual([])
  })

  it('writes French as French people do', () => {
    const texts = JSON.stringify([definition, info]).match(/"(?:title|description|text)":"[^"]*"/g) ?? []
    expect(texts.filter((text) => /\w'\w|\.\.\.|[^\s\u00a0][?;!](?:\s|"$)/.test(text))).toEqual([])
  })

  it('marks money as whole cents, and nothing but money', () => {
    const money = elements.filter((q) => q.money && q.type !== 'expression')
    expect(money.filter((q) => !(q.inputType === 'number' && q.step === 1 && q.min === 0))).toEqual([])
    expect(
      money.map(({ name }) => name).filter((name) => !/montant|charges|ps_|financements/.test(name)),
    ).toEqual([])
  })

  it('carries over questions that both forms have, with the same kind of answer', () => {
    const typeOf = (name: string) =>
      new Map(readDefinition(formOf(name)).questions.map((q) => [q.name, `${q.type} ${q.inputType}`]))
    const [own] = [typeOf(formId)]
    for (const { from, questions } of info.carriedOver) {
      const theirs = typeOf(from)
      expect(questions.filter((name) => !own.has(name) || own.get(name) !== theirs.get(name))).toEqual([])
      expect(questions.filter((name) => Object.hasOwn(info.prefilled, name))).toEqual([])
    }
  })
})

describe('réel and prévisionnel', () => {
  const [real, planned] = [formOf('clas-reel'), formOf('clas-previsionnel')]
  const identifiers = (form: typeof real) =>
    readDefinition(form).questions.map(
      ({ name, type, inputType, page, money, min, max, step, rows, fields }) => ({
        ...{ name, type, inputType, page, money, min, max, step },
        rows,
        fields: fields.map((field) => [field.name, field.type, field.money, field.choices]),
      }),
    )

  it('share every identifier, type, line and choice, so that they compare mechanically', () => {
    expect(identifiers(real)).toEqual(identifiers(planned))
  })

  it('are compared by every number that people type, one row per collectif apart', () => {
    const compared = real.info.compared?.values ?? []
    expect(real.info.compared?.with).toBe('clas-previsionnel')
    const numbers = readDefinition(real).questions.flatMap((q) => {
      if (q.inputType === 'number') return [{ pointer: `/${q.name}`, money: q.money }]
      const cells = q.type === 'matrixdropdown' ? q.fields.filter((f) => f.inputType === 'number') : []
      return cells.map((f) => ({ pointer: `/${q.name}/*/${f.name}`, money: f.money }))
    })
    expect(compared.toSorted(byPointer)).toEqual(numbers.toSorted(byPointer))
  })

  it('ask for every account of the budget', () => {
    const accounts = (name: string) =>
      readDefinition(real)
        .questions.find((q) => q.name === name)
        ?.rows.map(({ text }) => text.split(' ')[0])
    expect(accounts('charges')).toEqual('60 61 62 63A 63B 64 65 66 67 68 69 86'.split(' '))
    expect(accounts('produits')).toEqual(
      '70623 70641 741 742 743 744 745 746 747 748 75 76 77 78 79 87'.split(' '),
    )
  })
})

describe('the facts of the funding', () => {
  it.each(['clas-reel', 'clas-previsionnel'])('are questions of %s', (name) => {
    const { info } = formOf(name)
    const sample = {
      collectifs_total: 1,
      collectifs: [{ bonus_enfants: 'oui', bonus_parents: 'oui' }],
      charges: { c60: { montant: 1 } },
    }
    const patterns = Object.values(info.funding ?? {}).flatMap((fact) =>
      fact === undefined ? [] : 'sum' in fact ? fact.sum : [fact.count],
    )
    expect(patterns).toHaveLength(4)
    for (const pattern of patterns) expect(findAll(sample, pattern), pattern).not.toEqual([])
  })
})

const byPointer = (a: { pointer: string }, b: { pointer: string }) => (a.pointer < b.pointer ? -1 : 1)

/** What a question or a column says of itself, for the rules that hold of every one. */
const Element = z.looseObject({
  name: z.string().default(''),
  type: z.string().optional(),
  cellType: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  inputType: z.string().optional(),
  money: z.boolean().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  step: z.number().optional(),
  maxLength: z.number().optional(),
  isRequired: z.boolean().optional(),
  requiredErrorText: z.string().optional(),
  elements: z.array(z.unknown()).default([]),
  columns: z.array(z.unknown()).default([]),
})
const Page = z.object({ name: z.string(), title: z.string(), elements: z.array(z.unknown()) })

/** An element, the questions of a panel and the columns of a table, each with the type it is entered as. */
const withNested = (json: unknown): z.infer<typeof Element>[] => {
  const { columns, elements, ...element } = Element.parse(json)
  const entered = columns.map((column) => Element.parse(column)).filter((column) => column.cellType)
  return [
    { ...element, columns, elements },
    ...elements.flatMap(withNested),
    ...entered.map((column) => ({ ...column, type: column.cellType })),
  ]
}
