import type { Content } from '../editing-wire.ts'
import { type Edit, editTo, patched } from './edit.ts'
import { flatten, itemsOf, nameOf, objectAt } from './items.ts'
import { isObject, type JsonObject } from './json-pointer.ts'
import { changedMarks } from './marks.ts'
import { isPage } from './names.ts'
import { mayName, renamedIn, type Target } from './references.ts'
import { fieldsIn, targetAt } from './targets.ts'
import { changedTexts } from './texts.ts'

/**
 * Gives what stands at a pointer another name: expressions, titles and marks of form.json that name it follow. When
 * another question has the same old name, what names it is left: nobody knows which one was meant.
 */
export const rename = (content: Content, pointer: string, to: string): Edit => {
  const target = targetAt(content, pointer)
  const label = `Renommer « ${target.name} » en « ${to} »`
  const own = { path: `${pointer}/name`, value: to }
  const json = objectAt(content, pointer)
  const after = patched(content, [
    json.name === undefined ? { op: 'add', ...own } : { op: 'replace', ...own },
  ])
  if (isPage(pointer))
    return editTo(label, content, { ...after, info: renamedSection(after.info, target.name, to) })
  if (target.name === '' || isShared(content, target, pointer)) return editTo(label, content, after)
  return editTo(label, content, renamedEverywhere(after, target, to, fieldsIn(content)))
}

/** The content with every mention of a target under its new name; the thing itself already has it. */
const renamedEverywhere = (
  { definition, info }: Content,
  target: Target,
  to: string,
  fields: ReturnType<typeof fieldsIn>,
): Content => ({
  definition: changedTexts(definition, '/definition', (text, { pointer, kind }) => {
    if (kind === 'names') return !target.owner && text === target.name ? to : text
    if (!mayName(text, target)) return text
    return renamedIn(text, target, to, { pointer, isExpression: kind === 'expression', fields })
  }),
  info: changedMarks(info, target, to),
})

/** Whether a question elsewhere has that name: pages and groups are named by nothing. */
const isShared = (content: Content, { name, owner }: Target, pointer: string): boolean =>
  !owner &&
  flatten(itemsOf(content)).some(
    (item) =>
      item.name.toLowerCase() === name.toLowerCase() && item.kind === 'question' && item.pointer !== pointer,
  )

const renamedSection = (info: JsonObject, name: string, to: string): JsonObject =>
  Array.isArray(info.sections)
    ? {
        ...info,
        sections: info.sections.map((section) =>
          isObject(section) && nameOf(section) === name ? { ...section, name: to } : section,
        ),
      }
    : info
