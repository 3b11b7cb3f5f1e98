// The notices beside free texts (domain.md: no names, health or origin), read without zod: pages show them too.
import type { TextNotice } from './form-marks.ts'
import type { FormVersion } from './nouns/form.ts'

type Definition = FormVersion['definition']
type Json = Definition[string]

/** In the words of our own forms: what a new long text is given. */
export const USUAL_NOTICE = 'N’indiquez ni nom d’enfant, ni information sur sa santé ou son origine.'

/** The notices that a draft says, whatever was typed. */
export const noticesIn = (said: Json | undefined): TextNotice[] =>
  (Array.isArray(said) ? said : []).flatMap((notice) => {
    if (!isObject(notice) || typeof notice.text !== 'string' || !Array.isArray(notice.questions)) return []
    return [{ text: notice.text, questions: notice.questions.filter((name) => typeof name === 'string') }]
  })

/** The notice beside each question that has one, by name; the first of several holds. */
export const noticesByQuestion = (notices: readonly TextNotice[] = []): ReadonlyMap<string, string> => {
  const texts = new Map<string, string>()
  for (const { text, questions } of notices)
    for (const name of questions) if (!texts.has(name)) texts.set(name, text)
  return texts
}

/**
 * The definition with `notice` said of each question that has one, wherever pages, groups and repeated blocks nest it:
 * for a model that draws it. The same object when there is none.
 */
export const withNotices = (definition: Definition, notices: readonly TextNotice[] = []): Definition => {
  const texts = noticesByQuestion(notices)
  return texts.size === 0 ? definition : noticed(definition, texts)
}

const noticed = (element: Definition, texts: ReadonlyMap<string, string>): Definition => {
  const text = typeof element.type === 'string' ? texts.get(String(element.name)) : undefined
  return Object.fromEntries([
    ...Object.entries(element).map(([key, value]): [string, Json] =>
      HOLDING.has(key) && Array.isArray(value)
        ? [key, value.map((child) => (isObject(child) ? noticed(child, texts) : child))]
        : [key, value],
    ),
    ...(text ? [['notice', text] as const] : []),
  ])
}

const HOLDING = new Set(['pages', 'elements', 'templateElements'])

const isObject = (json: Json): json is Definition =>
  typeof json === 'object' && json !== null && !Array.isArray(json)
