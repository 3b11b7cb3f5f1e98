// Images that people read or choose from: each is there, light enough to travel with the questionnaire, and each choice
// has words, for who does not see it, for the exports and for the receipt.
import { inlineFault, isInline } from '../inline-images.ts'
import {
  calledOf,
  isNode,
  type Json,
  nodes,
  type Path,
  type Reading,
  type Spot,
  type Told,
} from './reading.ts'

export const imagesIn = ({ spots }: Reading): Told[] =>
  spots.flatMap((spot) => {
    if (spot.type === 'image') return imageOf(spot, spot.json.imageLink, spot.path)
    return spot.type === 'imagepicker' && spot.kind === 'question' ? choicesOf(spot) : []
  })

const choicesOf = (spot: Spot): Told[] => {
  const { choices } = spot.json
  const bare = Array.isArray(choices) ? choices.flatMap((choice, i) => (isNode(choice) ? [] : [i])) : []
  const at = [...spot.path, 'choices']
  return [
    ...bare.map((i): Told => ({ check: 'no-image', path: [...at, i], question: spot.name })),
    ...nodes(choices, at).flatMap(({ json, path }) => [
      ...imageOf(spot, json.imageLink, path),
      ...(textsIn(json.text).some((text) => text.trim() !== '')
        ? []
        : [{ check: 'no-choice-text', path, question: spot.name } as const]),
    ]),
  ]
}

const imageOf = (spot: Spot, link: Json | undefined, path: Path): Told[] => {
  const links = textsIn(link).filter((one) => one.trim() !== '')
  const question = spot.name
  if (links.length === 0) {
    const isOfChoice = path !== spot.path
    return isOfChoice
      ? [{ check: 'no-image', path, question }]
      : [
          {
            check: 'no-image',
            path,
            question,
            detail: `« ${calledOf(spot)} » : choisissez l’image à montrer.`,
          },
        ]
  }
  const faults = links.filter(isInline).flatMap((one) => inlineFault(one) ?? [])
  return [...new Set(faults)].map((detail) => ({
    check: 'bad-image',
    path: [...path, 'imageLink'],
    question,
    detail,
  }))
}

/** A text, or one by language. */
const textsIn = (json: Json | undefined): string[] =>
  (isNode(json) ? Object.values(json) : [json]).filter((text) => typeof text === 'string')
