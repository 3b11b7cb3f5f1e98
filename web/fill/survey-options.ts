// What a survey is to the rest of the page, what it is made from, and what every questionnaire has in common.
import type { JSX } from 'preact'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import type { Fault } from '../../forms/problems.ts'
import type { DrawDocuments } from './document-input.tsx'
import type { Drawing } from './survey-parts.ts'
import type { Untaken } from './untaken.ts'

/** How many questions of a section still need an answer, and how many fields another one: of a table, each cell. */
export type Missing = {
  readonly lacking: number
  readonly faulty: number
  /** The first question of either kind. */
  readonly first?: string | undefined
}

export type Survey = {
  /** The questions of a section; `whole` draws them all at once. */
  readonly Section: (props: { name: string; whole?: boolean; onShown?: () => void }) => JSX.Element
  /** What the person answered in a section, as it is to be saved. */
  readonly draftOf: (section: string) => Answers
  /** Shows these answers in a section, in the place of what it had. */
  readonly show: (section: string, answers: Answers) => void
  /** Whether a section is to be filled at all: the answers to others may decide. */
  readonly isAsked: (section: string) => boolean
  readonly missing: (section: string) => Missing
  /** Says at each question of a section what it still needs. */
  readonly reveal: (section: string) => void
  /** Says at its question what the server refused. */
  readonly refuse: (faults: readonly Fault[]) => void
  /** The answer to one question, as it is shown. */
  readonly answer: (question: string) => Answers[string] | undefined
  /** Answers one question in the place of the person; undefined takes the answer away. */
  readonly setAnswer: (question: string, value: Answers[string] | undefined) => void
  /** What stands in fields and cannot be taken. */
  readonly untaken: () => readonly Untaken[]
  /** Shows again what was typed and could not be taken, where there is no answer since. */
  readonly retype: (untaken: readonly Untaken[]) => void
  /** Nothing of this section can be changed any more. */
  readonly lock: (section: string) => void
}

export type Options = {
  readonly definition: FormVersion['definition']
  /** All answers known, by question, those the server sets among them. */
  readonly answers: Answers
  readonly serverSet: Answers
  readonly sanitise: (html: string) => string
  /** The person changed the answer to a question of this section. */
  readonly onChange: (section: string, question: string) => void
  /** A number was typed; whether it was taken as an answer. */
  readonly onTyped?: Drawing['onTyped']
  /** The person goes on from a field. */
  readonly onLeft?: (() => void) | undefined
  /** What to read beside a column of a table, above and under a field. */
  readonly beside?: Drawing['beside']
  readonly above?: Drawing['above']
  readonly under?: Drawing['under']
  /** Draws what gives documents to a question; without it they are not asked for. */
  readonly drawDocuments?: DrawDocuments | undefined
}

/** What every questionnaire has in common, whatever its definition says. */
export const ours = {
  // The page has its own width: SurveyJS would look at every question each time one comes to say which.
  widthMode: 'responsive',
  locale: 'fr',
  requiredMark: '(obligatoire)',
  questionsOnPageMode: 'standard',
  firstPageIsStartPage: false,
  textUpdateMode: 'onTyping',
  checkErrorsMode: 'onNextPage',
  clearInvisibleValues: 'onComplete',
  focusFirstQuestionAutomatic: false,
  autoGrowComment: true,
  allowResizeComment: false,
}

/** SurveyJS draws its own radio buttons over the browser's; ours are the browser's. */
const bare = { itemControl: '', materialDecorator: '', materialRadioDecorator: '', itemRadioControl: '' }
export const plainCss = { radiogroup: bare, checkbox: bare, boolean: bare }
