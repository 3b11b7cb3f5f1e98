// A definition becomes SurveyJS's model, built in slices, and nothing else in web/ touches SurveyJS; survey-react-ui draws
// some fields, ours (own-inputs.tsx) the others. French alone is loaded, neither the theme nor the root component.
import './fill-parts.ts'
import 'survey-core/i18n/french'
import type { TargetedInputEvent } from 'preact'
import { cloneElement } from 'preact/compat'
import { useEffect } from 'preact/hooks'
import {
  CustomError,
  FunctionFactory,
  type PageModel,
  PanelModel,
  Question,
  QuestionFileModel,
  QuestionHtmlModel,
  QuestionSliderModel,
  QuestionTextModel,
  Serializer,
  type SurveyError,
  SurveyModel,
  settings,
  surveyLocalization,
} from 'survey-core'
import { ReactQuestionFactory, SurveyQuestionText } from 'survey-react-ui'
import { registerProperties } from '../../forms/custom-properties.ts'
import { registerFunctions } from '../../forms/expression-functions.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { phoneWords } from '../../forms/value-words.ts'
import { afterPress } from '../shared/after-press.ts'
import { outlineOf, type SectionOutline } from '../shared/outline.ts'
import { isOnlyOffered, missingIn, withInner } from './count-missing.ts'
import { draftOf, keysOf } from './draft-answers.ts'
import { Html } from './inputs.tsx'
import { sameAnswer } from './merge.ts'
import { ownFault } from './own-faults.ts'
import { leaveField, ownInput } from './own-inputs.tsx'
import { PageFrame } from './question-frame.tsx'
import { mended } from './survey-french.ts'
import { type Options, ours, plainCss, type Survey } from './survey-options.ts'
import { ariaOf, type Drawing, type Question as PartQuestion } from './survey-parts.ts'
import { retypeAmong, untakenAmong } from './typed-places.ts'
import { storedOf, typingOf } from './typed-text.ts'

type Json = Answers[string]
type Node = Readonly<Record<string, Json>>

registerFunctions(FunctionFactory.Instance)
registerProperties(Serializer)
// Put there by withNotices as the model is made: nothing of it is kept.
Serializer.addProperty('question', { name: 'notice', type: 'string' })
settings.animationEnabled = false
Object.assign(surveyLocalization.locales.fr, mended(surveyLocalization.locales.fr))
// A slider would show the nearest number within its bounds in the place of the one that was answered.
Object.defineProperty(QuestionSliderModel.prototype, 'ensureValueRespectMinMax', {
  value: (value: unknown) => value,
})

// Our fields are shown in one way: in another, SurveyJS would hide their title, or what they choose among.
for (const [type, name] of [
  ['boolean', 'displayMode'],
  ['paneldynamic', 'displayMode'],
  ['ranking', 'selectToRankEnabled'],
] as const)
  Serializer.findProperty(type, name).onSetValue = () => undefined

/** A survey, usable once all `steps` are done; each is short. */
export const buildSurvey = (options: Options): { survey: Survey; steps: Iterable<unknown> } => {
  const { pages, elements: _, ...definition } = options.definition
  const model = new SurveyModel({ ...definition, ...ours })
  model.css = plainCss
  model.data = structuredClone(options.answers)
  const sections = new Map(outlineOf(options.definition).map((section) => [section.name, section]))
  const sectionOf = new Map([...sections].flatMap(([name, it]) => keysOf(it).map((key) => [key, name])))
  const drawing = drawingWith(options)
  let isShowing = false

  model.onValueChanged.add((_, { name, question }) => {
    for (const part of withInner(question)) if (part.errors.length > 0) part.validate(true)
    const section = sectionOf.get(name)
    if (section !== undefined && !isShowing) options.onChange(section, name)
  })

  model.onValidateQuestion.add((_, { question, errors }) => {
    if (isOnlyOffered(question)) errors.splice(0)
    const fault = ownFault(question)
    if (fault) errors.splice(0, errors.length, new CustomError(fault, question))
  })
  model.onMatrixCellCreated.add((_, { cellQuestion, column }) => {
    cellQuestion.setPropertyValue('money', column.getPropertyValue('money'))
  })

  const pageOf = (section: string): PageModel => {
    const page = model.getPageByName(section)
    if (!page) throw new Error(`no page « ${section} » in the definition`)
    return page
  }
  const questionsOf = (section: string): Question[] =>
    pageOf(section).questions.filter((question) => question.isVisibleInSurvey)

  const allQuestions = () => [...sections.keys()].flatMap(questionsOf)

  const draftNow = (section: string): Answers => {
    const read = (key: string): Json | undefined =>
      storedOf(model.getQuestionByName(key), model.getValue(key))
    return draftOf(sections.get(section) ?? nothing, read, options.serverSet)
  }

  const survey: Survey = {
    Section: ({ name, ...props }) => {
      const page = pageOf(name)
      // Texts that name answers are told of them on the current page alone.
      useEffect(() => {
        model.currentPage = page
      }, [page])
      return <PageFrame key={name} page={page} drawing={drawing} {...props} />
    },
    draftOf: draftNow,
    show: (section, answers) => {
      isShowing = true
      const shown = draftNow(section)
      for (const key of keysOf(sections.get(section) ?? nothing)) {
        const isServers = Object.hasOwn(options.serverSet, key)
        if (!isServers && !sameAnswer(shown[key], answers[key])) model.setValue(key, answers[key])
      }
      isShowing = false
    },
    isAsked: (section) => pageOf(section).isVisible,
    missing: (section) => missingIn(questionsOf(section)),
    reveal: (section) => {
      for (const question of questionsOf(section)) question.validate(true)
    },
    refuse: (faults) => {
      const told = new Map(faults.map(({ pointer, detail }) => [pointer.split('/')[2] ?? '', detail]))
      for (const [name, detail] of told) {
        // Told anew at each try: what the page itself says of the question is enough, and once.
        const question = model.getQuestionByName(name)
        if (question?.validate(true)) question.addError(detail)
      }
    },
    answer: (question) => model.getValue(question),
    setAnswer: (question, value) => model.setValue(question, value),
    untaken: () => untakenAmong(allQuestions()),
    retype: (untaken) => retypeAmong(allQuestions(), untaken),
    lock: (section) => {
      pageOf(section).readOnly = true
    },
  }
  function* build(): Generator<undefined> {
    // SurveyJS numbers all questions again each time one comes: once is enough, when all are there.
    Object.defineProperty(model, NUMBERING, { value: () => undefined, configurable: true })
    yield* pagesInto(model, pages ?? [])
    Reflect.deleteProperty(model, NUMBERING)
    Reflect.get(model, NUMBERING).call(model)
    // Answers came before their questions: what these compute and show is worked out once all are there.
    isShowing = true
    model.runExpressions()
    isShowing = false
  }
  return { survey, steps: build() }
}

const NUMBERING = 'updateVisibleIndexes'
const nothing: SectionOutline = { name: '', title: '', blocks: [] }

/** Adds the pages one element at a time: together they would hold a slow telephone up for a second. */
function* pagesInto(model: SurveyModel, pages: Json): Generator<undefined> {
  for (const { elements = [], ...own } of nodesOf(pages)) {
    const page = model.addNewPage(String(own.name))
    page.fromJSON(own)
    yield
    for (const json of nodesOf(elements)) {
      const element = Serializer.createClass(String(json.type))
      if (!element) continue
      element.fromJSON(json)
      yield
      page.addElement(element)
      yield
    }
  }
}

const nodesOf = (json: Json): Node[] => (Array.isArray(json) ? json.filter(isNode) : [])
const isNode = (json: Json): json is Node & { [key: string]: Json } =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

/** A text field alone, without the counter around it; a telephone is read as it is dialled. */
class TextInput extends SurveyQuestionText {
  protected override renderElement() {
    const { question } = this
    // Of these alone SurveyJS waits until one has left them.
    const waits = ['email', 'tel', 'url'].includes(question.inputType)
    const onInput = ({ currentTarget }: TargetedInputEvent<HTMLInputElement>) => {
      question.inputValue = currentTarget.value
    }
    // Without `maxlength`, which cuts what is pasted and says nothing.
    const own = { ...ariaOf(question), ...typingOf(question), maxLength: undefined }
    return cloneElement(this.renderInput(), waits ? { ...own, onInput } : own)
  }
  protected override getValueCore() {
    const value = super.getValueCore()
    return this.question.inputType === 'tel' && typeof value === 'string' ? phoneWords(value) : value
  }
}

/** How the questions of a survey are drawn. */
const drawingWith = ({ sanitise, drawDocuments, ...around }: Options): Drawing => {
  const onLeave = (question: PartQuestion) =>
    afterPress(() => {
      leaveField(question)
      around.onLeft?.()
    })
  const input: Drawing['input'] = (question) => {
    const own = ownInput(question, drawing)
    if (own) return own
    if (question instanceof QuestionTextModel) return <TextInput question={question} creator={creator} />
    if (question instanceof QuestionHtmlModel)
      return <Html html={question.getLocalizableString('html')} sanitise={sanitise} />
    if (question instanceof QuestionFileModel) return drawDocuments?.(question, ariaOf(question))
    const type = question.getType() === 'boolean' ? 'sv-boolean-radio' : question.getType()
    const props = { question, creator, isDisplayMode: question.isInputReadOnly }
    const drawn = ReactQuestionFactory.Instance.createQuestion(type, props)
    // Read-only radio buttons and checkboxes of SurveyJS still turn under the finger.
    return question.isInputReadOnly ? <fieldset disabled>{drawn}</fieldset> : drawn
  }
  // SurveyJS itself says what is wrong with one text of several.
  const renderError = (key: string, error: SurveyError) => <p key={key}>{error.getText()}</p>
  const creator = { createQuestionElement: input, renderError }
  const element: Drawing['element'] = (it) =>
    it instanceof PanelModel || it instanceof Question ? it : undefined
  const { onTyped, beside, above, under } = around
  const drawing: Drawing = { element, input, onLeave, onTyped, beside, above, under }
  return drawing
}
