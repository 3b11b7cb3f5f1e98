// Types of questions and of entry that SurveyJS knows and we do not ask by, each with what to ask by instead; and what a
// slider, an image or a choice of images may not say.
import type { FormVersion } from './nouns/form.ts'

type Json = FormVersion['definition'][string]
type Node = Readonly<Record<string, Json>>

/** Why a type of question is refused, and what to use instead, where there is more to say than that. */
export const refusedType = (type: string): string => {
  const why = Object.hasOwn(types, type) ? types[type] : undefined
  return `Le type de question « ${type} » n’est pas pris en charge${why ? ` : ${why}` : ''}.`
}

const types: Readonly<Record<string, string>> = {
  signaturepad:
    'une signature dessinée ne se fait pas au clavier et ne prouve rien de plus que la transmission, déjà faite au nom de la personne et attestée par un reçu. Pour une page signée à la main, demandez un « Document à déposer » ; pour un engagement, une question « Oui ou non »',
  imagemap:
    'une zone d’image ne se choisit pas au clavier. Utilisez « Choix d’images », ou une image suivie d’un « Choix unique »',
  buttongroup: 'utilisez « Choix unique », qui pose la même question',
}

/** Why a type of entry is refused, and what to use instead. */
export const refusedInput = (inputType: string): string => {
  const why = Object.hasOwn(inputs, inputType) ? inputs[inputType] : undefined
  return `La saisie « ${inputType} » n’est pas prise en charge${why ? ` : ${why}` : ''}.`
}

const inputs: Readonly<Record<string, string>> = {
  range: 'utilisez une question « Curseur »',
  week: 'plusieurs navigateurs ne savent pas la saisir. Demandez une date',
  color: 'demandez un choix, chaque couleur dite par son nom',
  password: 'un questionnaire ne demande pas de mot de passe',
}

/** What a question of these types says that we do not follow: property and sentence. */
export const typeFaults = (json: Node): [string, string][] => {
  if (json.type === 'slider') return sliderFaults(json)
  if (json.type === 'image') return videoFault(json)
  if (json.type !== 'imagepicker') return []
  return [
    ...videoFault(json),
    ...SPECIAL.filter((key) => json[key] === true).map((key): [string, string] => [
      key,
      'Un choix d’images n’a que des images : retirez ce choix.',
    ]),
  ]
}

const SPECIAL = ['showOtherItem', 'showNoneItem', 'showRefuseItem', 'showDontKnowItem']

const videoFault = ({ contentMode }: Node): [string, string][] =>
  contentMode === 'video' || contentMode === 'youtube'
    ? [['contentMode', 'Une vidéo ne se montre pas dans un questionnaire : montrez une image.']]
    : []

const sliderFaults = (json: Node): [string, string][] => {
  const { min = 0, max = 100, step = 1, sliderType = 'single' } = json
  const faults: [string, string][] = []
  for (const [key, value] of Object.entries({ min, max, step }))
    if (typeof value !== 'number')
      faults.push([key, 'Un curseur va d’un nombre à un autre : écrivez un nombre.'])
  if (typeof min === 'number' && typeof max === 'number' && min >= max)
    faults.push([
      json.max === undefined ? 'min' : 'max',
      'Le maximum d’un curseur est plus grand que son minimum.',
    ])
  if (typeof step === 'number' && step <= 0)
    faults.push(['step', 'Le pas d’un curseur est un nombre plus grand que zéro.'])
  if (sliderType !== 'single' && sliderType !== 'range')
    faults.push(['sliderType', 'Un curseur donne un nombre (« single ») ou deux (« range »).'])
  return faults
}
