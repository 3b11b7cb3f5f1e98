// What a definition may not say, because the server could not check its answers as the page does.
import { fileFaults } from './documents.ts'
import type { FormVersion } from './nouns/form.ts'
import { type Fault, pointer } from './problems.ts'
import { refusedInput, refusedType, typeFaults } from './unsupported-types.ts'

type Json = FormVersion['definition'][string]
type Node = Record<string, Json>

const types = new Set(
  `text comment radiogroup dropdown checkbox tagbox boolean rating ranking matrix matrixdropdown matrixdynamic
  multipletext paneldynamic panel html image expression file slider imagepicker`.split(/\s+/),
)
const cellTypes = new Set(
  'default text comment radiogroup dropdown checkbox tagbox boolean rating expression'.split(' '),
)
const inputTypes = new Set('text number email tel date month url time datetime-local'.split(' '))
const validators = new Set(['expression', 'numeric', 'text', 'regex', 'email', 'answercount'])

/** Functions that need neither a clock nor a whole survey, with our own. */
const functions = new Set(
  `sum min max count avg round trunc sumInArray minInArray maxInArray countInArray avgInArray iif getDate
  dateDiff dateAdd diffDays getYear substring isSiret isRna isPhone`.split(/\s+/),
)

/** Properties that would change answers in a way the server does not follow, each with the reason. */
const refused: Record<string, string> = {
  triggers: 'les déclencheurs ne sont pas rejoués par le serveur',
  setValueIf: 'le serveur ne rejoue pas les valeurs posées',
  setValueExpression: 'le serveur ne rejoue pas les valeurs posées',
  resetValueIf: 'le serveur ne rejoue pas les valeurs effacées',
  defaultValueExpression:
    'le serveur ne calcule pas les valeurs par défaut : utilisez une question « expression »',
  minValueExpression: 'une borne ne se calcule pas : utilisez un contrôle par expression',
  maxValueExpression: 'une borne ne se calcule pas : utilisez un contrôle par expression',
  choicesByUrl: 'les choix ne viennent pas d’une adresse : écrivez-les dans la définition',
  choicesFromQuestion: 'les choix ne viennent pas d’une autre question',
  valueName: 'une réponse porte le nom de sa question',
  valuePropertyName: 'une réponse porte le nom de sa question',
  maskType: 'les masques de saisie ne sont pas contrôlés',
  detailElements: 'une ligne n’a pas de panneau de détail',
  columnsVisibleIf: 'une condition se met sur chaque colonne',
  templateVisibleIf: 'une condition se met sur les questions du panneau',
  clearDisabledChoices: 'un choix désactivé garde sa réponse',
  allowCustomChoices: 'les choix sont ceux de la définition',
  autoOtherMode: 'la précision d’un autre choix se saisit à part',
}

/**
 * What we cannot check in a definition: unknown types, properties and functions that change answers out of
 * the server's sight, names that clash. Pointers are into the definition; empty when all is supported.
 */
export const unsupported = (definition: FormVersion['definition']): Fault[] => {
  const faults: Fault[] = []
  const told = (path: readonly (string | number)[], detail: string) =>
    faults.push({ pointer: pointer(...path), detail })
  survey(definition, told)
  walk(definition, [], told)
  return faults
}

/** Said of a table without lines, which has only those it is given. */
export const NO_ROW = 'Un tableau a au moins une ligne.'

type Told = (path: readonly (string | number)[], detail: string) => void
type Path = readonly (string | number)[]

const survey = (definition: Node, told: Told): void => {
  const { clearInvisibleValues: clear, storeOthersAsComment: others, pages, elements } = definition
  if (clear !== undefined && clear !== 'onComplete')
    told(
      ['clearInvisibleValues'],
      'Seul « onComplete » est possible : ce qui est masqué part à la transmission.',
    )
  if (others === false) told(['storeOthersAsComment'], 'La précision d’un autre choix se garde à part.')
  if (Array.isArray(pages) && elements !== undefined)
    told(['elements'], 'Des questions sont hors de toute page : mettez-les dans une page.')
}

const walk = (json: Json, path: Path, told: Told): void => {
  if (Array.isArray(json)) {
    json.forEach((item, i) => {
      walk(item, [...path, i], told)
    })
    return
  }
  if (!isNode(json)) return
  const list = path.at(-2)
  if (list === 'elements' || list === 'templateElements') element(json, path, told)
  if (list === 'choices' && json.elements !== undefined)
    told([...path, 'elements'], 'Un choix ne porte pas de questions : mettez-les après, sous condition.')
  if (list === 'columns' && json.cellType !== undefined && !cellTypes.has(String(json.cellType)))
    told([...path, 'cellType'], `Le type de colonne « ${said(json.cellType)} » n’est pas pris en charge.`)
  if (list === 'validators' && !validators.has(String(json.type)))
    told([...path, 'type'], `Le contrôle « ${said(json.type)} » n’est pas pris en charge.`)
  for (const [key, value] of Object.entries(json)) {
    const at = [...path, key]
    if (Object.hasOwn(refused, key) && value !== false && value !== 'none')
      told(at, `« ${key} » n’est pas pris en charge : ${refused[key]}.`)
    if (/(?:If|[eE]xpression)$/.test(key) && typeof value === 'string') expression(value, at, told)
    if (key !== 'defaultValue') walk(value, at, told)
  }
  property(json, path, told)
}

const element = (json: Node, path: Path, told: Told): void => {
  const type = said(json.type)
  if (json.type === undefined) told(path, 'Il manque ici le type de la question : « text », « radiogroup »…')
  else if (!types.has(type)) told([...path, 'type'], refusedType(type))
  for (const [key, detail] of typeFaults(json)) told([...path, key], detail)
  if (type === 'panel' && (json.isRequired || json.requiredIf))
    told(
      [...path, 'isRequired'],
      'Un panneau ne peut pas être obligatoire : rendez ses questions obligatoires.',
    )
  if (type === 'file') {
    for (const [key, detail] of fileFaults(json)) told([...path, key], detail)
    if (path.includes('templateElements'))
      told([...path, 'type'], 'Un document se demande hors d’un panneau répété.')
  }
  if (type === 'matrix' && (json.cellType ?? 'radio') !== 'radio')
    told([...path, 'cellType'], 'Une matrice simple a une seule réponse par ligne.')
  if (
    type.startsWith('matrix') &&
    type !== 'matrixdynamic' &&
    !(Array.isArray(json.rows) && json.rows.length > 0)
  )
    told([...path, 'rows'], NO_ROW)
  if (
    type !== 'matrix' &&
    type !== 'text' &&
    json.cellType !== undefined &&
    !cellTypes.has(String(json.cellType))
  )
    told([...path, 'cellType'], `Le type de colonne « ${said(json.cellType)} » n’est pas pris en charge.`)
}

const property = (json: Node, path: Path, told: Told): void => {
  const { name, inputType, clearIfInvisible: clear, showOtherItem, showCommentArea, min, max } = json
  if (typeof name === 'string' && /^__|^constructor$|^prototype$|^\s|\s$/.test(name))
    told([...path, 'name'], `Le nom « ${said(name)} » n’est pas possible.`)
  if (inputType !== undefined && !inputTypes.has(String(inputType)))
    told([...path, 'inputType'], refusedInput(said(inputType)))
  if (clear !== undefined && clear !== 'default' && clear !== 'onComplete')
    told([...path, 'clearIfInvisible'], 'Seul « onComplete » est possible.')
  if (showOtherItem === true && showCommentArea === true)
    told([...path, 'showCommentArea'], 'Un autre choix et un commentaire ne vont pas ensemble.')
  if (json.money !== undefined && json.money !== false && !isMoney(json))
    told(
      [...path, 'money'],
      'Un montant est un nombre entier de centimes : « inputType » « number » et « step » 1, ou un calcul.',
    )
  for (const [key, bound] of Object.entries({ min, max }))
    if (typeof bound === 'string' && bound.startsWith('='))
      told([...path, key], 'Une borne ne se calcule pas : utilisez un contrôle par expression.')
}

const isMoney = ({ money, type, cellType, expression: computed, inputType, step }: Node): boolean =>
  money === true &&
  ((inputType === 'number' && step === 1) || ((type ?? cellType) === 'expression' && computed !== undefined))

const expression = (text: string, path: Path, told: Told): void => {
  const outside = text.replaceAll(/'[^']*'|"[^"]*"/g, "''").replaceAll(/\{[^}]*\}/g, '{}')
  for (const [, name = ''] of outside.matchAll(/([A-Za-z_]\w*)\s*\(/g))
    if (!functions.has(name) && !/^(?:and|or|not|negate)$/i.test(name))
      told(path, `La fonction « ${said(name)} » n’est pas prise en charge.`)
  if (text.includes('{$')) told(path, 'Une expression lit des réponses, pas les propriétés des questions.')
}

/** What was written, whatever it is, for a sentence. */
const said = (json: Json | undefined): string =>
  (typeof json === 'string' ? json : (JSON.stringify(json) ?? '')).slice(0, 80)

const isNode = (json: Json): json is Node => typeof json === 'object' && json !== null && !Array.isArray(json)
