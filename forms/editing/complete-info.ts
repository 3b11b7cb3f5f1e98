// What a questionnaire made in the page may leave unsaid, and its publication says: a section for each page, and the few
// facts that form.json must have. What was said stays, right or wrong: the checks judge it.
import * as z from 'zod'
import type { Content } from '../editing-wire.ts'

type Info = Content['info']
type Json = Info[string]

/** Reading takes this long on average, for a person who has everything at hand. */
const QUESTIONS_A_MINUTE = 3
const LEAST_MINUTES = 5
/** SurveyJS's own name of the page that questions outside of any page are put in. */
const ONLY_PAGE = 'page1'

/**
 * The info as it is published under an id: a section a page, in the order of the pages and under their titles, and
 * what was left out of `title`, `referencePrefix`, `estimatedMinutes`, `prefilled`, `coherence` and `toPrepare`.
 */
export const completeInfo = ({ definition, info }: Content, form: { id: string; title: string }): Info => {
  const title = textOf(info.title) || textOf(definition.title) || form.title
  return {
    ...info,
    id: form.id,
    title,
    referencePrefix: info.referencePrefix ?? prefixOf(title),
    estimatedMinutes: info.estimatedMinutes ?? minutesFor(definition),
    sections: sectionsOf(definition, info.sections),
    prefilled: info.prefilled ?? {},
    // Said, even when it is none: a version that says nothing has the rules of before (older-rules.ts).
    coherence: info.coherence ?? [],
    toPrepare: info.toPrepare ?? [],
  }
}

/** A page without an entry is of the activity; an entry that leads to no page is left out: nothing could be filled there. */
const sectionsOf = ({ pages }: Content['definition'], said: Json | undefined): Json => {
  const entries = objectsIn(said)
  const all = objectsIn(pages).filter(({ name }) => typeof name === 'string')
  return (all.length > 0 ? all : [{ name: ONLY_PAGE }]).map((page): Json => {
    const entry = entries.find(({ name }) => name === page.name)
    const title = textOf(page.title) || textOf(entry?.title) || textOf(page.name)
    return { ...entry, name: page.name ?? '', title, role: entry?.role ?? 'saisie-activite' }
  })
}

const objectsIn = (json: Json | undefined): Info[] => (Array.isArray(json) ? json.filter(isObject) : [])

const isObject = (json: Json): json is Info =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

/** A text as SurveyJS writes it, plain or by language; empty for anything else. */
const textOf = (json: Json | undefined): string => {
  if (typeof json === 'string') return json.trim()
  const byLanguage = z.record(z.string(), z.string()).safeParse(json).data
  return (byLanguage?.fr ?? byLanguage?.default ?? Object.values(byLanguage ?? {})[0] ?? '').trim()
}

/** Words that a title is not known by. */
const SMALL = new Set('DES LES AUX SUR PAR UNE POUR DANS AVEC SES LEUR LEURS VOS NOS'.split(' '))

/** The letters that open receipt references: those of the first two words, « Bilan des sorties » BS. */
const prefixOf = (title: string): string => {
  const words = title
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .split(/[^A-Z]+/)
    .filter((word) => word.length > 2 && !SMALL.has(word))
  const [first = 'QU', second] = words
  return second ? `${first[0]}${second[0]}` : first.slice(0, 2)
}

const minutesFor = (definition: Content['definition']): number =>
  Math.max(LEAST_MINUTES, Math.ceil(questionsIn(definition) / QUESTIONS_A_MINUTE))

const questionsIn = (json: Json): number => {
  if (Array.isArray(json)) return json.reduce<number>((sum, item) => sum + questionsIn(item), 0)
  if (!isObject(json)) return 0
  const own = typeof json.name === 'string' && typeof json.type === 'string' && json.type !== 'panel' ? 1 : 0
  return ['pages', 'elements', 'templateElements'].reduce(
    (sum, key) => sum + questionsIn(json[key] ?? []),
    own,
  )
}
