// What differs in what form.json says beside the definition.
import { isObject, type Json, type JsonObject, pointerOf } from '../editing/json-pointer.ts'
import type { Change } from '../publishing-wire.ts'
import { insteadOf } from './differing.ts'
import { noticeChanges } from './notice-changes.ts'
import { textOf } from './outline.ts'
import { ruleChanges } from './rule-changes.ts'
import { differingKeys, isSame, ownValue } from './same.ts'
import { quoted } from './subject.ts'

/** Properties told whole. */
const WHOLE: ReadonlyMap<string, string> = new Map([
  ['sections', 'Les rôles des pages'],
  ['id', 'L’identifiant du questionnaire'],
  ['kind', 'La famille du questionnaire'],
  ['title', 'Le nom du questionnaire'],
  ['referencePrefix', 'Les lettres des références des reçus'],
  ['estimatedMinutes', 'Le temps annoncé, en minutes'],
  ['communes', 'Les départements dont les communes sont proposées'],
  ['carriedOver', 'Ce qui est repris d’une année sur l’autre'],
  ['compared', 'Ce qui est comparé à un autre questionnaire'],
  ['funding', 'Ce dont l’estimation de la prestation est tirée'],
  ['mayDuplicate', 'La possibilité de repartir d’un dossier précédent'],
  ['onValidation', 'Ce que la validation ouvre'],
  ['results', 'Ce par quoi les résultats se filtrent'],
  ['notices', 'Les avertissements à côté des champs'],
  ['coherence', 'Les règles de cohérence'],
])

const ROLES: ReadonlyMap<string, string> = new Map([
  ['saisie-activite', 'saisie activité'],
  ['saisie-financiere', 'saisie financière'],
])

/** What each question is called, by name. */
type Titles = ReadonlyMap<string, string>

type Both = { readonly before: JsonObject; readonly after: JsonObject }

/** The changes of every mark that differs; `pagesChange`: sections come and go with their pages, which is told already. */
export const infoChanges = (
  { before, after }: Both,
  { pagesChange, titles }: { pagesChange: boolean; titles: Titles },
): Change[] =>
  differingKeys(before, after).flatMap((key) => {
    const [was, is] = [ownValue(before, key), ownValue(after, key)]
    const several = SEVERAL.get(key)?.(was, is, titles) ?? []
    return several.length > 0 || (key === 'sections' && pagesChange) ? several : [whole(key, was, is)]
  })

const whole = (key: string, before: Json | undefined, after: Json | undefined): Change => ({
  kind: 'info',
  pointer: pointerOf(['info', key]),
  words: `${WHOLE.get(key) ?? `La propriété « ${key} » du questionnaire`} : ${insteadOf(before, after)}.`,
  effect: 'none',
})

type Telling = (before: Json | undefined, after: Json | undefined, titles: Titles) => Change[]

const sectionChanges: Telling = (before, after) => {
  const was = new Map(objectsIn(before).map((section) => [textOf(section.name), section]))
  return objectsIn(after).flatMap((section, i): Change[] => {
    const earlier = was.get(textOf(section.name))
    if (!earlier || isSame(earlier.role, section.role)) return []
    const words = `La page ${quoted(textOf(section.title))} est remplie par le rôle « ${roleOf(section)} », et non plus « ${roleOf(earlier)} ».`
    return [{ kind: 'role', pointer: pointerOf(['info', 'sections', i, 'role']), words, effect: 'none' }]
  })
}

const prefilledChanges: Telling = (before, after) => {
  const [was, is] = [objectOf(before), objectOf(after)]
  return differingKeys(was, is).map((question): Change => {
    const stays = ownValue(is, question) !== undefined
    const how = stays ? 'est remplie d’avance par la plateforme' : 'n’est plus remplie d’avance'
    return {
      ...{ kind: 'prefilled', pointer: pointerOf(['info', 'prefilled', question]), question },
      words: `La réponse à « ${question} » ${how}.`,
      effect: stays ? 'answers' : 'none',
    }
  })
}

const toPrepareChanges: Telling = (before, after) => {
  const lines = (list: Json | undefined) => (Array.isArray(list) ? list.map(textOf) : [])
  const only = (these: Json | undefined, those: Json | undefined, what: string) =>
    lines(these)
      .filter((line) => !lines(those).includes(line))
      .map((line) => toPrepare(`À préparer : ${quoted(line)} ${what}.`))
  const told = [...only(after, before, 'apparaît'), ...only(before, after, 'disparaît')]
  if (told.length > 0 || isSame(lines(before), lines(after))) return told
  return [toPrepare('Ce qui est à préparer est rangé autrement.')]
}

const toPrepare = (words: string): Change => ({
  kind: 'to-prepare',
  pointer: '/info/toPrepare',
  words,
  effect: 'none',
})

/** Properties that are told by what they hold. */
const SEVERAL: ReadonlyMap<string, Telling> = new Map([
  ['sections', sectionChanges],
  ['prefilled', prefilledChanges],
  ['toPrepare', toPrepareChanges],
  ['notices', noticeChanges],
  ['coherence', ruleChanges],
])

const roleOf = ({ role }: JsonObject): string => ROLES.get(textOf(role)) ?? textOf(role)
const objectsIn = (json: Json | undefined): JsonObject[] => (Array.isArray(json) ? json.filter(isObject) : [])
const objectOf = (json: Json | undefined): JsonObject => (isObject(json) ? json : {})
