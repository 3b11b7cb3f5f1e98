import type { Content } from '../editing-wire.ts'
import { type Edit, editTo, patched } from './edit.ts'
import { flatten, itemsOf, nameOf, objectAt } from './items.ts'
import { isObject, type JsonObject } from './json-pointer.ts'
import { changedMarks } from './marks.ts'
import { isPage } from './names.ts'
import { renamedIn, type Target } from './references.ts'
import { fieldsIn, targetAt } from './targets.ts'
import { changedTexts } from './texts.ts'

/**
 * Gives what stands at a pointer another name: expressions, titles and marks of form.json that name it follow. When
 * another thing has the same old name, what names it is left: nobody knows which one was meant.
 */
export const rename = (content: Content, pointer: string, to: string): Edit => {
  const target = targetAt(content, pointer)
  const label = `Renommer « ${target.name} » en « ${to} »`
  const own = { path: `${pointer}/name`, value: to }
  const json = objectAt(content, pointer)
  const after = patched(content, [
    json.name === undefined ? { op: 'add', ...own } : { op: 'replace', ...own },
  ])
  if (target.name === '' || isShared(content, target)) return editTo(label, content, after)
  if (isPage(pointer))
    return editTo(label, content, { ...after, info: renamedSection(after.info, target.name, to) })
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
    if (!text.includes(target.name)) return text
    return renamedIn(text, target, to, { pointer, isExpression: kind === 'expression', fields })
  }),
  info: changedMarks(info, target, to),
})

const isShared = (content: Content, { name, owner }: Target): boolean =>
  !owner && flatten(itemsOf(content)).filter((item) => item.name === name).length > 1

const renamedSection = (info: JsonObject, name: string, to: string): JsonObject =>
  Array.isArray(info.sections)
    ? {
        ...info,
        sections: info.sections.map((section) =>
          isObject(section) && nameOf(section) === name ? { ...section, name: to } : section,
        ),
      }
    : info
