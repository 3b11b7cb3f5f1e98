import { withFrenchSpaces } from '../shared/french-spaces.ts'
import type { SectionOutline } from '../shared/outline.ts'

/** Brings `question`, `question/row` or `question/row/column` into view, and its first field under the keyboard. */
export const focusAnswer = (path: string, outline: readonly SectionOutline[]): void => {
  const [question = '', row, column] = path.split('/')
  const whole = document.getElementById(`q-${question}`)
  const fields = outline.flatMap(({ blocks }) => blocks.flatMap((block) => block.fields))
  const field = fields.find(({ name }) => name === question)
  const rows = [...(whole?.querySelectorAll('tbody tr') ?? [])]
  const rowTitle = field?.rows.get(row ?? '')
  const line = rowTitle
    ? rows.find((it) => it.querySelector('th')?.textContent === withFrenchSpaces(rowTitle))
    : rows[Number(row ?? Number.NaN)]
  const title = field?.fields.find(({ name }) => name === column)?.title
  const cells = [...(line?.querySelectorAll<HTMLElement>('td[data-title]') ?? [])]
  const place =
    cells.find((it) => title !== undefined && it.dataset.title?.startsWith(title)) ?? line ?? whole
  place?.scrollIntoView({ block: place === whole ? 'start' : 'center' })
  const first = (what: string) => place?.querySelector<HTMLElement>(what)
  const focusable = first('input, select, textarea') ?? first('button')
  focusable?.focus({ preventScroll: true })
}

/** Brings a question into view that says what is wrong with it, with the keyboard on its first field at fault. */
export const focusFault = (question: string, outline: readonly SectionOutline[]): void => {
  focusAnswer(question, outline)
  const faulty = ['input', 'select', 'textarea'].map((field) => `${field}[aria-invalid="true"]`).join()
  const whole = document.getElementById(`q-${question}`)
  whole?.querySelector<HTMLElement>(faulty)?.focus()
}
