// What whoever writes a questionnaire would be glad to be told; it never stands in the way.
import { asks, calledOf, hasText, type Reading, type Spot, setting, type Told, textIn } from './reading.ts'

export const adviceIn = ({ spots, content }: Reading): Told[] => {
  const { maxTextLength, maxCommentLength: _ } = content.definition
  const isBounded = typeof maxTextLength === 'number' && maxTextLength > 0
  return spots.flatMap((spot) => [
    ...(asks(spot) ? [...boundsOf(spot), ...otherOf(spot)] : []),
    ...(asks(spot) && !isBounded ? lengthOf(spot) : []),
    ...(spot.type === 'image' && !hasText(spot.json.altText) ? [told('no-image-text', spot)] : []),
  ])
}

const told = (check: Told['check'], spot: Spot, more: Partial<Told> = {}): Told => ({
  check,
  path: spot.path,
  question: spot.name,
  ...more,
})

const typeOf = ({ kind, type, json, holder }: Spot): string => {
  if (kind === 'field') return 'text'
  if (kind !== 'column') return type
  return (
    [json.cellType, holder?.json.cellType].map(textIn).find((one) => one !== '' && one !== 'default') ??
    'dropdown'
  )
}

const USUAL: Readonly<Record<string, number>> = { text: 200, comment: 2_000 }

const lengthOf = (spot: Spot): Told[] => {
  const type = typeOf(spot)
  const isText =
    type === 'comment' ||
    (type === 'text' && ['', 'text', 'email', 'url'].includes(textIn(spot.json.inputType)))
  const most = USUAL[type]
  if (!isText || most === undefined || (typeof spot.json.maxLength === 'number' && spot.json.maxLength > 0))
    return []
  return [
    told('no-max-length', spot, {
      detail: `« ${calledOf(spot)} » : dites combien de caractères au plus.`,
      fix: setting([...spot.path, 'maxLength'], most, `${most} caractères au plus`),
    }),
  ]
}

const boundsOf = (spot: Spot): Told[] => {
  const { inputType, min, max } = spot.json
  if (typeOf(spot) !== 'text' || inputType !== 'number' || (min !== undefined && max !== undefined)) return []
  return [
    told('no-bounds', spot, {
      detail: `« ${calledOf(spot)} » : dites le ${min === undefined ? 'minimum' : 'maximum'} de ce nombre.`,
      fix: min === undefined ? setting([...spot.path, 'min'], 0, 'Au moins 0') : undefined,
    }),
  ]
}

/** From so many choices on, a list that people must answer hardly holds everyone's case. */
const MANY = 6

const otherOf = (spot: Spot): Told[] => {
  const { choices, isRequired, showOtherItem, showNoneItem } = spot.json
  const type = typeOf(spot)
  if (type !== 'radiogroup' && type !== 'dropdown' && type !== 'checkbox') return []
  if (isRequired !== true || showOtherItem === true || showNoneItem === true || !Array.isArray(choices))
    return []
  const texts = choices.map((choice) => JSON.stringify(choice).toLowerCase())
  if (texts.length < MANY || texts.length > 50 || texts.some((text) => /autre|aucun/.test(text))) return []
  return [
    told('no-other', spot, {
      detail: `« ${calledOf(spot)} » est obligatoire, sans choix « autre » : qui n’est dans aucun cas ne peut pas répondre.`,
      fix: setting([...spot.path, 'showOtherItem'], true, 'Ajouter un choix « autre »'),
    }),
  ]
}
