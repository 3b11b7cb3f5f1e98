// What form.json says beside the questions: it names pages and questions, which may be gone since.
import { FormInfo } from '../nouns/form.ts'
import { faultOf } from './issue-words.ts'
import { leadsSomewhere, type Places, placesOf } from './places.ts'
import { wordsAt } from './question-words.ts'
import {
  calledOf,
  everything,
  isNode,
  type Json,
  nodes,
  type Path,
  type Reading,
  removing,
  setting,
  type Told,
  textIn,
} from './reading.ts'

/** Values of the wrong shape. What is left out altogether is completed at publication. */
export const infoIn = ({ content }: Reading): Told[] =>
  (FormInfo.safeParse(content.info).error?.issues ?? [])
    .filter(({ path }) => path.length > 1 || Object.hasOwn(content.info, String(path[0])))
    .map((issue) => ({
      check: 'info',
      path: ['info', ...issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part))],
      detail: faultOf(issue).detail,
    }))

/** Parts without a page, and pages without a part. */
export const sectionsIn = ({ content: { info }, pages }: Reading): Told[] => {
  const names = new Set(pages.map(({ name }) => name))
  const sections = nodes(info.sections, ['info', 'sections'])
  const known = new Set(sections.map(({ json }) => json.name))
  const doubled = sections.filter(
    ({ json }, i) => sections.findIndex((one) => one.json.name === json.name) < i,
  )
  return [
    ...sections
      .filter((section) => !names.has(textIn(section.json.name)) || doubled.includes(section))
      .map(
        ({ json, path }): Told => ({
          check: 'section-without-page',
          path,
          detail: `La partie « ${textIn(json.title) || textIn(json.name)} » ne mène à aucune page, ou y est deux fois.`,
          ...(sections.length > 1 ? { fix: removing(path, 'Retirer cette partie') } : {}),
        }),
      ),
    ...pages
      .filter(({ name }) => Array.isArray(info.sections) && name !== '' && !known.has(name))
      .map((page): Told => {
        const section = { name: page.name, title: calledOf(page), role: 'saisie-activite' }
        return {
          check: 'section-missing',
          path: page.path,
          detail: `La page « ${calledOf(page)} » n’est attribuée à aucun rôle : elle ira à la saisie d’activité.`,
          fix: setting(['info', 'sections', '-'], section, 'L’attribuer à la saisie d’activité'),
        }
      }),
  ]
}

/** Marks that name a question, or point at answers, where there is none. */
export const marksIn = (reading: Reading): Told[] => {
  const places = placesOf(reading)
  const { info } = reading.content
  return [
    ...['prefilled', 'communes'].flatMap((mark) => keysIn(info[mark], ['info', mark], places)),
    ...nodes(info.carriedOver, ['info', 'carriedOver']).flatMap(({ json, path }) =>
      listIn(json.questions, path, places),
    ),
    ...(isNode(info.compared) ? comparedIn(info.compared.values, places) : []),
    ...(isNode(info.results) ? filtersIn(info.results.filters, places) : []),
    ...nodes(info.notices, ['info', 'notices']).flatMap(({ json, path }) =>
      listIn(json.questions, path, { ...places, questions: new Map(itemsBeside(reading)) }),
    ),
    ...patternsIn(info.funding, places),
    ...openedIn(info.onValidation, places),
  ]
}

const what: Readonly<Record<string, string>> = {
  prefilled: 'le préremplissage',
  communes: 'la liste des communes',
  carriedOver: 'la reprise d’une année sur l’autre',
  compared: 'la comparaison avec un autre questionnaire',
  notices: 'l’avertissement à côté d’un champ',
  results: 'un filtre des résultats',
  funding: 'l’estimation du financement',
  onValidation: 'ce qu’ouvre la validation',
}

/** The questions of the whole and of repeated blocks: a notice may stand beside each. */
const itemsBeside = ({ spots }: Reading) =>
  spots.filter(({ kind }) => kind === 'question').map((spot) => [spot.name, spot] as const)

const unknown = (path: Path, name: string, mend?: Path, words = `« ${name} »`): Told => ({
  check: 'unknown-mark',
  path,
  detail: `${words} n’existe pas parmi les questions, mais sert à ${what[String(path[1])] ?? 'autre chose'}.`,
  fix: mend && removing(mend, 'Retirer cette mention'),
})

const keysIn = (mark: Json | undefined, path: Path, { questions }: Places): Told[] =>
  isNode(mark)
    ? Object.keys(mark)
        .filter((name) => !questions.has(name))
        .map((name) => unknown([...path, name], name, [...path, name]))
    : []

const listIn = (names: Json | undefined, path: Path, { questions }: Places): Told[] => {
  if (!Array.isArray(names)) return []
  return names.flatMap((name, i) => {
    const at = [...path, 'questions', i]
    // A list that names nothing any more goes whole.
    return typeof name !== 'string' || questions.has(name)
      ? []
      : [unknown(at, name, names.length > 1 ? at : path)]
  })
}

const comparedIn = (values: Json | undefined, places: Places): Told[] =>
  nodes(values, ['info', 'compared', 'values']).flatMap(({ json, path }, _, all) => {
    const at = textIn(json.pointer)
    return at === '' || leadsSomewhere(at, places)
      ? []
      : [unknown([...path, 'pointer'], at, all.length > 1 ? path : ['info', 'compared'], wordsAt(at, places))]
  })

const filtersIn = (filters: Json | undefined, places: Places): Told[] =>
  nodes(filters, ['info', 'results', 'filters']).flatMap(({ json, path }) => {
    const at = textIn(json.at)
    return at === '' || leadsSomewhere(at, places)
      ? []
      : [unknown([...path, 'at'], at, path, wordsAt(at, places))]
  })

/** Operands that read this form's own answers: `form` says that one reads another's. */
const patternsIn = (funding: Json | undefined, places: Places): Told[] =>
  isNode(funding)
    ? Object.entries(funding).flatMap(([key, operand]) =>
        isNode(operand) && operand.form === undefined
          ? [...everything(operand, ['info', 'funding', key])].flatMap(({ json, path }) =>
              typeof json === 'string' && json.startsWith('/') && !leadsSomewhere(json, places)
                ? [unknown(path, json, undefined, wordsAt(json, places))]
                : [],
            )
          : [],
      )
    : []

const openedIn = (mark: Json | undefined, { questions }: Places): Told[] =>
  isNode(mark)
    ? [...everything(mark, ['info', 'onValidation'])].flatMap(({ json, path }) =>
        typeof json === 'string' && !questions.has(json) ? [unknown(path, json)] : [],
      )
    : []
