// Questionnaires of any length, for the checks: every type in turn, with conditions on questions before.
import type { Content } from '../../forms/editing-wire.ts'

type Node = Content['definition']

const QUESTIONS_A_PAGE = 20
const types = [
  'text',
  'radiogroup',
  'checkbox',
  'comment',
  'matrixdynamic',
  'matrixdropdown',
  'boolean',
  'paneldynamic',
]

/** A right questionnaire of so many questions. */
export const questionnaireOf = (count: number): Content => {
  const pages = Array.from(
    { length: Math.ceil(count / QUESTIONS_A_PAGE) },
    (_, page): Node => ({
      name: `page_${page + 1}`,
      title: `Page ${page + 1}`,
      elements: Array.from({ length: Math.min(QUESTIONS_A_PAGE, count - page * QUESTIONS_A_PAGE) }, (_, i) =>
        question(page * QUESTIONS_A_PAGE + i),
      ),
    }),
  )
  return { definition: { title: 'Un questionnaire', pages }, info: {} }
}

const question = (i: number): Node => {
  const type = types[i % types.length] ?? 'text'
  const before = i - (i % types.length) - types.length + 1
  return {
    type,
    name: `question_${i}`,
    title: `Question ${i}`,
    ...(before > 0 && i % 3 === 0
      ? { visibleIf: `{question_${before}} = 'non' and {question_${before - 1}} notempty` }
      : {}),
    ...parts(type),
  }
}

const text = { maxLength: 100 }
const columns = [
  { name: 'nom', title: 'Nom', cellType: 'text', ...text },
  { name: 'oui', title: 'Oui ?', cellType: 'boolean' },
]

const parts = (type: string): Node => {
  if (type === 'text' || type === 'comment') return text
  if (type === 'radiogroup' || type === 'checkbox')
    return { choices: ['oui', 'non', { value: 'peut_etre', text: 'Peut-être' }] }
  if (type === 'matrixdynamic') return { columns, maxRowCount: 3 }
  if (type === 'matrixdropdown') return { columns, rows: ['un', 'deux'] }
  if (type === 'paneldynamic')
    return { maxPanelCount: 3, templateElements: [{ type: 'text', name: 'quoi', title: 'Quoi ?', ...text }] }
  return {}
}
