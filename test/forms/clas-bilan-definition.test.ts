import { Model } from 'survey-core'
import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import info from '../../forms/definitions/clas-bilan/form.json' with { type: 'json' }
import survey from '../../forms/definitions/clas-bilan/survey.json' with { type: 'json' }

describe('the definition of clas-bilan', () => {
  const model = new Model(survey)
  const questions = survey.pages.flatMap((page) => page.elements.flatMap(withNested))

  it('is SurveyJS without an unknown property', () => expect(model.jsonErrors).toBeNull())

  it('has one page a section, of the same name and title', () => {
    expect(survey.pages.map(({ name, title }) => ({ name, title }))).toEqual(
      info.sections.map(({ name, title }) => ({ name, title })),
    )
  })

  it('prefills questions that nobody can change', () => {
    const readOnly = model.getAllQuestions().filter((question) => question.readOnly)
    expect(readOnly.map(({ name }) => name).sort()).toEqual(Object.keys(info.prefilled).sort())
  })

  it('titles every question and bounds every entry', () => {
    expect(questions.length).toBeGreaterThan(40)
    expect(questions.filter(({ title }) => !title)).toEqual([])
    const entries = questions.filter((q) => q.type === 'text' || q.type === 'comment')
    expect(
      entries.filter((q) => q.inputType === 'number' && !(q.min === 0 && q.max && q.step === 1)),
    ).toEqual([])
    expect(entries.filter((q) => q.inputType !== 'number' && !q.maxLength)).toEqual([])
  })

  it('says beside every long text to name no child', () => {
    const long = questions.filter((q) => (q.type === 'comment' && !q.cellType) || q.type === 'matrixdynamic')
    expect(long.filter((q) => !q.description?.includes('N’indiquez aucun nom d’enfant'))).toEqual([])
  })
})

/** What a question or a column says of itself, for the rules that hold of every one. */
const Element = z.looseObject({
  type: z.string().optional(),
  cellType: z.string().optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  inputType: z.string().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  step: z.number().optional(),
  maxLength: z.number().optional(),
  elements: z.array(z.unknown()).default([]),
  columns: z.array(z.unknown()).default([]),
})

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
