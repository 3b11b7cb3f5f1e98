// What the draft of a new questionnaire starts from: nothing, a version, or a JSON made elsewhere.
import type { Content } from '../editing-wire.ts'

type Named = { readonly id: string; readonly title: string }

/** A questionnaire with one empty page, set as ours are. */
export const blankContent = (named: Named): Content => ({
  definition: {
    locale: 'fr',
    title: named.title,
    showTitle: false,
    showQuestionNumbers: 'off',
    showProgressBar: false,
    showNavigationButtons: false,
    showCompletePage: false,
    questionErrorLocation: 'top',
    questionDescriptionLocation: 'underTitle',
    checkErrorsMode: 'onValueChanged',
    clearInvisibleValues: 'onComplete',
    requiredMark: '(obligatoire)',
    pages: [{ name: 'page1', title: 'Première partie', elements: [] }],
  },
  info: { ...named },
})

/**
 * A version as the start of a questionnaire of that id: its own, or another that goes on as the same kind, so that
 * coherence rules hold and last year's answers are carried over.
 */
export const contentFrom = ({ definition, info }: Content, { id, title }: Named): Content => {
  const kind = info.kind ?? (info.id === id ? undefined : info.id)
  return { definition, info: { ...info, id, title, ...(kind ? { kind } : {}) } }
}

/** A JSON made elsewhere: every property as it is. What we say beside SurveyJS may be missing: publication completes it. */
export const importedContent = ({ definition, info }: Content, named: Named): Content => ({
  definition,
  info: { ...info, ...named },
})
