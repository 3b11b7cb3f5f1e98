// A questionnaire that an agent has in a file: a SurveyJS definition made elsewhere, or an export of ours with what we
// say beside it. Every property is kept.

import { readJson } from '../../forms/editing/read-json.ts'
import { contentTooLarge, fits } from '../../forms/editing/size.ts'
import { Content } from '../../forms/editing-wire.ts'
import { counted } from './campaign-words.ts'

export type FormFile =
  | { readonly content: Content; readonly title: string; readonly summary: string }
  | { readonly fault: string }

type Json = Content['definition'][string]
type Node = Content['definition']

/** Reads the text of a file of that name; what is wrong with it is said in a sentence. */
export const readFormFile = (text: string, name: string): FormFile => {
  const json = parsed(text.replace(/^\ufeff/, ''))
  if ('fault' in json) return json
  const { value } = json
  if (!isNode(value)) return { fault: notASurvey }
  const content = contentIn(value)
  if (!content) return { fault: notASurvey }
  if (!fits(JSON.stringify(content))) return { fault: contentTooLarge }
  const { definition } = content
  const pages = listOf(definition.pages).length || 1
  return {
    content,
    title: textOf(content.info.title) || textOf(definition.title) || name.replace(/\.json$/i, ''),
    summary: `${counted(pages, 'page')}, ${counted(questionsIn(definition), 'question')}.`,
  }
}

const notASurvey =
  'Ce fichier n’est pas un questionnaire SurveyJS : il n’a ni « pages » ni « elements ». Rien n’a été envoyé.'

const parsed = (text: string): { readonly value: Json } | { readonly fault: string } => {
  const { fault } = readJson(text)
  if (!fault) return { value: JSON.parse(text) }
  const lines = text.slice(0, fault.from).split('\n')
  const at = `À la ligne ${lines.length}, caractère ${(lines.at(-1)?.length ?? 0) + 1}`
  return { fault: `Ce fichier n’est pas du JSON valide. ${at} : ${fault.words}` }
}

const contentIn = (json: Node): Content | undefined => {
  const ours = Content.safeParse(json).data
  const content = ours ?? { definition: json, info: {} }
  const { pages, elements } = content.definition
  return Array.isArray(pages) || Array.isArray(elements) ? content : undefined
}

const isNode = (json: Json | undefined): json is Node =>
  typeof json === 'object' && json !== null && !Array.isArray(json)

const listOf = (json: Json | undefined): readonly Json[] => (Array.isArray(json) ? json : [])

/** A text as SurveyJS writes it, plain or by language. */
const textOf = (json: Json | undefined): string => {
  const text = isNode(json) ? (json.fr ?? json.default) : json
  return typeof text === 'string' ? text.trim() : ''
}

/** How many questions there are, also in panels; those repeated in a table or in a panel count once. */
const questionsIn = (element: Node): number =>
  [element.pages, element.elements, element.templateElements]
    .flatMap((list) => listOf(list))
    .filter(isNode)
    .reduce((sum, child) => sum + questionsIn(child) + (isQuestion(child) ? 1 : 0), 0)

const isQuestion = ({ type }: Node): boolean => typeof type === 'string' && !/^(?:flow)?panel$/.test(type)
