// What is to be said of the text, each at its line: what keeps it from being JSON, then what the checks found.
import type { Diagnostic } from '@codemirror/lint'
import { placeOf, readJson } from '../../../forms/editing/read-json.ts'
import type { Finding } from '../../../forms/editing-wire.ts'
import { contentOf } from '../content-text.ts'

/** The longest that a place is underlined: the name of the property, or the first words of a text. */
const UNDERLINED = 60

export const remarksOn = (
  text: string,
  findings: readonly Finding[],
  mend: ((finding: Finding) => void) | undefined,
): Diagnostic[] => {
  const { fault, twice, places } = readJson(text)
  if (fault)
    return [
      { from: Math.min(fault.from, text.length), to: fault.to, severity: 'error', message: fault.words },
    ]
  const doubled = twice.map(({ words, ...span }) => ({
    ...span,
    severity: 'warning' as const,
    message: words,
  }))
  if (!contentOf(text)) {
    const message =
      'Le questionnaire est un objet { } avec deux propriétés et rien d’autre : « definition » et « info », deux objets.'
    return [...doubled, { from: 0, to: 1, severity: 'error', message }]
  }
  return [
    ...doubled,
    ...findings.map((finding) => {
      const { from, to } = placeOf(places, finding.pointer) ?? { from: 0, to: 1 }
      const { fix } = finding
      return {
        from,
        to: Math.min(to, from + UNDERLINED),
        severity: finding.severity,
        message: finding.detail,
        ...(fix && mend ? { actions: [{ name: fix.label, apply: () => mend(finding) }] } : {}),
      }
    }),
  ]
}
