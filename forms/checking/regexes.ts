// The regular expressions of validators.

import { nodes, type Reading, removing, type Told, textIn } from './reading.ts'
import { judgeRegex } from './regex-cost.ts'

/** The most that one answer may hold: a part is saved up to 60 KB. */
const LONGEST = 60_000
/** Judging one takes a few thousandths of a second. */
const MOST_REGEXES = 30

export const regexesIn = ({ spots, content }: Reading): Told[] => {
  const known = new Map<string, ReturnType<typeof judgeRegex>>()
  const limit = content.definition.maxTextLength
  return spots.flatMap((spot) =>
    nodes(spot.json.validators, [...spot.path, 'validators']).flatMap(({ json, path }): Told[] => {
      const regex = textIn(json.regex)
      if (json.type !== 'regex' || regex === '') return []
      const ignoreCase = json.caseInsensitive === true
      const longest = lengthOf(spot.json.maxLength) ?? lengthOf(limit) ?? LONGEST
      const key = `${ignoreCase} ${longest} ${regex}`
      const verdict =
        known.get(key) ??
        (known.size < MOST_REGEXES ? judgeRegex(regex, { ignoreCase, longest }) : 'dangerous')
      known.set(key, verdict)
      if (verdict === 'safe') return []
      return [
        {
          check: verdict === 'invalid' ? 'regex-invalid' : 'regex-dangerous',
          path: [...path, 'regex'],
          question: spot.name,
          ...(verdict === 'dangerous' && known.size >= MOST_REGEXES
            ? {
                detail: `Au-delà de ${MOST_REGEXES} expressions régulières différentes, elles ne sont plus contrôlées.`,
              }
            : {}),
          fix: removing(path, 'Retirer ce contrôle'),
        },
      ]
    }),
  )
}

const lengthOf = (said: unknown): number | undefined =>
  typeof said === 'number' && said > 0 ? said : undefined
