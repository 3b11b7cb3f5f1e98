// Somebody who types a whole questionnaire into the page, question by question, as the definition asks it.
import type { Locator } from 'playwright-core'
import { phoneWords } from '../../forms/value-words.ts'
import { type Field, outlineOf } from '../../web/shared/outline.ts'
import type { Person } from './browser.ts'
import { goTo, isSaved } from './fill-page.ts'

type Values = Readonly<Record<string, unknown>>

const recordOf = (value: unknown): Values =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

/** An amount as a person writes it: « 845,30 ». */
const euros = (cents: number): string => (cents / 100).toFixed(2).replace('.', ',')

/** Types a value into the field of a question, or of a cell. */
const type = async (place: Locator, field: Field, value: unknown): Promise<void> => {
  const { type: kind, money, inputType } = field
  if (kind === 'radiogroup')
    await place.getByRole('radio', { name: field.choices.get(String(value)) ?? '', exact: true }).check()
  else if (kind === 'checkbox')
    for (const one of [value].flat())
      await place.getByRole('checkbox', { name: field.choices.get(String(one)) ?? '', exact: true }).check()
  else if (kind === 'dropdown') await choose(place, field, String(value))
  else if (kind === 'comment') await place.locator('textarea').fill(String(value))
  else if (money && typeof value === 'number') await place.locator('input').fill(euros(value))
  else if (typeof value === 'number') await place.locator('input').fill(String(value).replace('.', ','))
  else await place.locator('input').fill(inputType === 'tel' ? phoneWords(String(value)) : String(value))
}

const choose = async (place: Locator, field: Field, value: string): Promise<void> => {
  const list = place.locator('select')
  if ((await list.count()) > 0) {
    await list.selectOption(value)
    return
  }
  const name = field.choices.get(value) ?? ''
  await place.getByRole('combobox').fill(name)
  await place.getByRole('option', { name, exact: true }).click()
}

const typeRows = async (question: Locator, field: Field, value: unknown): Promise<void> => {
  const body = question.locator('tbody tr')
  const rows: [number, Values][] = Array.isArray(value)
    ? value.map((row, i) => [i, recordOf(row)])
    : [...field.rows.keys()].map((name, i) => [i, recordOf(recordOf(value)[name])])
  for (const [i, cells] of rows) {
    if (Array.isArray(value) && (await body.count()) <= i)
      await question.getByRole('button', { name: /^Ajouter/ }).click()
    for (const [c, column] of field.fields.entries())
      if (cells[column.name] !== undefined)
        await type(body.nth(i).locator('td:not(.read)').nth(c), column, cells[column.name])
  }
}

/** Types the answers to every question of a section that has one. */
export const typeSection = async (
  person: Person,
  definition: unknown,
  section: string,
  answers: Values,
): Promise<void> => {
  const outline = outlineOf(definition).find(({ name }) => name === section)
  if (!outline) throw new Error(`no section « ${section} »`)
  await goTo(person, outline.title)
  for (const field of outline.blocks.flatMap(({ fields }) => fields)) {
    if (answers[field.name] === undefined || field.type === 'expression' || field.type === 'file') continue
    const question = person.page.locator(`#q-${field.name}`)
    if (field.fields.length > 0) await typeRows(question, field, answers[field.name])
    else await type(question, field, answers[field.name])
  }
  await isSaved(person)
}
