// Choices, rows and columns: each value once, and at least one to choose from.
import { pointer } from '../problems.ts'
import { calledOf, isNode, type Json, type Path, type Reading, type Spot, type Told } from './reading.ts'

const CHOOSING = new Set(['radiogroup', 'dropdown', 'checkbox', 'tagbox', 'ranking', 'imagepicker'])

export const choicesIn = ({ spots, content }: Reading): Told[] => {
  const communes = content.info.communes
  const filled = new Set(isNode(communes) ? Object.keys(communes) : [])
  return spots.flatMap((spot) => [
    ...['choices', 'rateValues', ...(spot.type.startsWith('matrix') ? ['rows'] : [])].flatMap((list) =>
      twice(spot, list),
    ),
    ...(spot.type === 'matrix' ? twice(spot, 'columns') : []),
    ...(hasNone(spot) && !(spot.holder === undefined && filled.has(spot.name))
      ? [
          {
            check: 'no-choice',
            path: spot.path,
            question: spot.name,
            detail: `« ${calledOf(spot)} » ne propose aucun choix : ajoutez-en.`,
          } as const,
        ]
      : []),
  ])
}

const hasNone = ({ kind, type, json, holder }: Spot): boolean => {
  const own = kind === 'column' ? cellType(json.cellType ?? holder?.json.cellType) : type
  if (!CHOOSING.has(own) || isList(json.choices) || json.choicesMax !== undefined) return false
  return !(kind === 'column' && isList(holder?.json.choices))
}

const cellType = (said: Json | undefined): string =>
  said === undefined || said === 'default' ? 'dropdown' : String(said)
const isList = (json: Json | undefined): boolean => Array.isArray(json) && json.length > 0

const twice = ({ json, path, name }: Spot, list: string): Told[] => {
  const items = json[list]
  if (!Array.isArray(items)) return []
  const seen = new Set<string>()
  return items.flatMap((item, i): Told[] => {
    const value = isNode(item) ? item.value : item
    if (value === null || typeof value === 'object' || value === undefined) return []
    const isNew = !seen.has(String(value))
    seen.add(String(value))
    const at: Path = [...path, list, i]
    return isNew
      ? []
      : [
          {
            check: 'duplicate-choice',
            path: at,
            question: name,
            detail: `La valeur « ${String(value).slice(0, 80)} » est là deux fois : gardez-en une.`,
            fix: {
              label: 'Retirer celle-ci',
              patch: [{ op: 'remove', path: pointer(...at) }],
            },
          },
        ]
  })
}
