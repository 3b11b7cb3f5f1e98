// How much answers may weigh, how long a page is, and how long all of it takes. None of it stands in the way.
import { takesSeveral } from '../choices.ts'
import { secondsFor } from '../data-map.ts'
import { type Question, readDefinition } from '../definition.ts'
import { calledOf, type Reading, setting, type Told } from './reading.ts'

const MOST_BYTES = 128 * 1024
const SECTION_BYTES = 60 * 1024
const MOST_QUESTIONS = 40
/** Announced and weighed minutes apart by more than this factor. */
const FAR = 3

/** Only of a definition that can be read: the others have more urgent findings. */
export const sizesIn = (reading: Reading): Told[] => {
  const { definition, info } = reading.content
  const { questions } = readDefinition({ definition })
  const asked = questions.filter(({ type }) => type !== 'expression')
  const bytes = (own: readonly Question[]) => own.reduce((sum, question) => sum + bytesOf(question), 0)
  const byPage = reading.pages.map((page) => ({ page, own: asked.filter((one) => one.page === page.name) }))
  const minutes = Math.ceil(asked.reduce((sum, question) => sum + secondsFor(question), 0) / 60)
  const said = info.estimatedMinutes
  return [
    ...(bytes(asked) > MOST_BYTES
      ? [
          {
            check: 'answers-too-big',
            path: ['definition'],
            detail: `Remplies au plus long, les réponses feraient ${inKilobytes(bytes(asked))} Ko : 128 Ko peuvent être transmis.`,
          } as const,
        ]
      : []),
    ...byPage
      .filter(({ own }) => bytes(own) > SECTION_BYTES)
      .map(
        ({ page, own }): Told => ({
          check: 'long-section',
          path: page.path,
          detail: `Remplie au plus long, la page « ${calledOf(page)} » ferait ${inKilobytes(bytes(own))} Ko : 60 Ko s’enregistrent. Abaissez des longueurs ou découpez-la.`,
        }),
      ),
    ...byPage
      .filter(({ own }) => own.length > MOST_QUESTIONS)
      .map(
        ({ page, own }): Told => ({
          check: 'long-page',
          path: page.path,
          detail: `La page « ${calledOf(page)} » pose ${own.length} questions : découpez-la, chaque page s’enregistre à part.`,
        }),
      ),
    ...(typeof said === 'number' && (said > minutes * FAR || said * FAR < minutes)
      ? [
          {
            check: 'estimated-time',
            path: ['info', 'estimatedMinutes'],
            detail: `Vous annoncez ${said} minutes ; d’après les questions, il en faudrait environ ${minutes}.`,
            fix: setting(['info', 'estimatedMinutes'], minutes, `Annoncer ${minutes} minutes`),
          } as const,
        ]
      : []),
  ]
}

const inKilobytes = (bytes: number): number => Math.round(bytes / 1024)

/** The most that an answer weighs, by what bounds it; a text that nothing bounds is told apart. */
const bytesOf = (question: Question): number => {
  const { type, fields, rows, choices, name } = question
  const own = name.length + 6
  if (fields.length > 0) {
    const line = fields.reduce((sum, field) => sum + bytesOf(field), 2)
    return own + line * linesOf(question)
  }
  const longest = choices.reduce((most, { value }) => Math.max(most, String(value).length), 8)
  if (type === 'matrix') return own + rows.length * 40
  if (type === 'slider') return own + 40
  if (takesSeveral(question))
    return own + choices.reduce((sum, { value }) => sum + String(value).length + 3, 0)
  if (type === 'text' || type === 'comment')
    return own + (question.inputType === 'text' ? Math.max(question.maxLength, 0) : 40)
  return own + longest
}

const linesOf = ({ type, rows, maxRowCount, maxPanelCount }: Question): number => {
  if (type === 'matrixdynamic') return maxRowCount
  return type === 'paneldynamic' ? maxPanelCount : Math.max(1, rows.length)
}
