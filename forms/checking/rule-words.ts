// What coherence rules tell people: a title for the Caf, a sentence for the partner with what was found in it.
import { type Node, type Path, setting, type Told, textIn } from './reading.ts'
import type { RuleCheck } from './rule-checks.ts'

/** What a kind of check puts into its message. */
const FOUND: ReadonlyMap<string, readonly string[]> = new Map([
  ['compare', ['left', 'right', 'difference']],
  ['each', ['value']],
  ['school-year', ['value', 'expected']],
  ['in-order', ['left', 'right']],
  ['needs-text', []],
  ['near-forecast', ['value', 'expected', 'difference']],
])

export const titleIn = ({ json, path }: { readonly json: Node; readonly path: Path }): Told[] =>
  typeof json.title === 'string' && json.title.trim() === ''
    ? [
        {
          check: 'rule-words',
          path: [...path, 'title'],
          detail: `Dites en une phrase ce que demande la règle ${textIn(json.id)}.`,
        },
      ]
    : []

export const messageIn = ({ called, json, path }: RuleCheck): Told[] => {
  const { message } = json
  const known = FOUND.get(textIn(json.check))
  if (typeof message !== 'string' || !known) return []
  const at = [...path, 'message']
  if (message.trim() === '')
    return [
      {
        check: 'rule-words',
        path: at,
        detail: `${called} n’a rien à dire au partenaire : écrivez son message.`,
      },
    ]
  const named = [...message.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  return [...new Set(named)]
    .filter((name) => !known.includes(name))
    .map((name) => {
      const instead = known.find((one) => !named.includes(one))
      return {
        check: 'rule-words',
        path: at,
        detail: `Le message de ${called.replace('La règle', 'la règle')} contient « {${name}} », qui ne veut rien dire ici${known.length > 0 ? ` : il peut contenir ${known.map((one) => `« {${one}} »`).join(', ')}` : ''}.`,
        fix: instead
          ? setting(at, message.replaceAll(`{${name}}`, `{${instead}}`), `Mettre « {${instead}} »`)
          : setting(at, without(message, name), `Retirer « {${name}} »`),
      }
    })
}

const without = (message: string, name: string): string =>
  message
    .replaceAll(`{${name}}`, '')
    .replaceAll(/\s*\(\s*\)/g, '')
    .replaceAll(/ {2,}/g, ' ')
    .trim()
