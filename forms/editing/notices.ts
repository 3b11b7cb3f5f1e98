// The notices beside free texts, as they are edited: each text once, with the questions it stands beside. They are the
// questions' own: they follow a renaming, a copy and a deletion. What a draft says otherwise is left as it is.
import type { Content } from '../editing-wire.ts'
import { noticesByQuestion, noticesIn, USUAL_NOTICE } from '../text-notices.ts'
import { type Edit, editTo } from './edit.ts'
import { isObject, type Json, type JsonObject } from './json-pointer.ts'

/** What stands beside a question; undefined when nothing does. */
export const noticeBeside = ({ info }: Content, name: string): string | undefined =>
  noticesByQuestion(noticesIn(info.notices)).get(name)

/** The texts of a questionnaire's notices, each once. */
export const noticeTexts = ({ info }: Content): string[] => [
  ...new Set(noticesIn(info.notices).map(({ text }) => text)),
]

/** What a new long text is given: the words that the questionnaire says most, or the usual ones. */
export const noticeForNew = ({ info }: Content): string => {
  const [most] = noticesIn(info.notices).toSorted((a, b) => b.questions.length - a.questions.length)
  return most?.text.trim() || USUAL_NOTICE
}

/** Puts a text beside a question, in the place of what stood there; nothing takes it away. */
export const setNotice = (content: Content, name: string, text: string | undefined): Edit => {
  const label = text === undefined ? 'Retirer un avertissement' : 'Modifier un avertissement'
  return editTo(label, content, { ...content, info: withNotice(content.info, name, text) })
}

/** Gives a notice other words, beside all its questions; an empty one is for the checks to tell of. */
export const setNoticeText = (content: Content, index: number, text: string): Edit => {
  const { notices } = content.info
  const notice = Array.isArray(notices) ? notices[index] : undefined
  if (!Array.isArray(notices) || !isObject(notice)) return { label: '', patch: [] }
  const op = notice.text === undefined ? 'add' : 'replace'
  return {
    label: `Modifier l’avertissement ${index + 1}`,
    patch: [{ op, path: `/info/notices/${index}/text`, value: text }],
  }
}

/** Takes a notice away from all its questions. */
export const removeNotice = (content: Content, index: number): Edit => {
  const { notices } = content.info
  const left = Array.isArray(notices) ? notices.toSpliced(index, 1) : undefined
  return editTo('Retirer un avertissement', content, { ...content, info: withList(content.info, left) })
}

/** `info` with a text beside a question; one that is beside it alone is changed where it stands. */
export const withNotice = (info: JsonObject, name: string, text: string | undefined): JsonObject => {
  const notices = listOf(info.notices)
  const own = notices.findIndex((notice) => asked(notice)?.length === 1 && asked(notice)?.[0] === name)
  const shared = notices.findIndex((notice) => isObject(notice) && notice.text === text && asked(notice))
  const alone = notices[own]
  if (text !== undefined && isObject(alone) && (shared < 0 || shared === own))
    return withList(info, notices.with(own, { ...alone, text }))
  const next = notices.flatMap((notice, i): Json[] => {
    const others = asked(notice)?.filter((one) => one !== name)
    if (!isObject(notice) || !others) return [notice]
    if (text !== undefined && i === shared) return [{ ...notice, questions: [...others, name] }]
    if (others.length === asked(notice)?.length) return [notice]
    return others.length === 0 ? [] : [{ ...notice, questions: others }]
  })
  if (text === undefined || shared >= 0) return withList(info, next)
  return withList(info, [...next, { text, questions: [name] }])
}

/** `info` where copies, by their new names, have the notices of what they were made of. */
export const withCopiedNotices = (info: JsonObject, copies: ReadonlyMap<string, string>): JsonObject =>
  [...copies].reduce((all, [from, to]) => {
    const text = noticesByQuestion(noticesIn(all.notices)).get(from)
    return text === undefined ? all : withNotice(all, to, text)
  }, info)

/** The notices with a question under another name, or without it; undefined when none is left. */
export const changedNotices = (value: Json, name: string, to: string | undefined): Json | undefined => {
  if (!Array.isArray(value) || !value.some((notice) => asked(notice)?.includes(name))) return value
  const next = value.flatMap((notice): Json[] => {
    const questions = asked(notice)
    if (!isObject(notice) || !questions?.includes(name)) return [notice]
    const after = questions.flatMap((one) => (one !== name ? [one] : to === undefined ? [] : [to]))
    return after.length === 0 ? [] : [{ ...notice, questions: after }]
  })
  return next.length === 0 ? undefined : next
}

const withList = (info: JsonObject, notices: Json[] | undefined): JsonObject =>
  notices === undefined || notices.length === 0
    ? Object.fromEntries(Object.entries(info).filter(([key]) => key !== 'notices'))
    : { ...info, notices }

const listOf = (notices: Json | undefined): Json[] => (Array.isArray(notices) ? notices : [])
const asked = (notice: Json | undefined): Json[] | undefined =>
  isObject(notice) && Array.isArray(notice.questions) ? notice.questions : undefined
