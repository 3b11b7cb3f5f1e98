// What the coherence rules found, as it is shown: what contradicts, and what asks for an explanation, rule by rule.
import { explains } from '../../forms/coherence.ts'
import type { Finding } from '../../forms/findings.ts'
import { placeOf } from './answer-places.ts'
import type { SectionOutline } from './outline.ts'

export type RuleFindings = {
  readonly rule: string
  readonly findings: readonly Finding[]
  readonly justification: string
  /** An agent of the Caf wrote it. */
  readonly isByCaf: boolean
}

/** The findings that stop a transmission until they are corrected. */
export const contradictions = (findings: readonly Finding[]): Finding[] =>
  findings.filter(({ kind }) => kind === 'blocking')

/** The findings that ask why, by rule. */
export const warningsByRule = (findings: readonly Finding[]): RuleFindings[] =>
  Object.entries(
    Object.groupBy(
      findings.filter(({ kind }) => kind === 'warning'),
      ({ rule }) => rule,
    ),
  ).map(([rule, own = []]) => ({
    rule,
    findings: own,
    justification: own[0]?.justification ?? '',
    isByCaf: own[0]?.explainedByCaf === true,
  }))

/** The rules whose findings nobody has explained. */
export const unexplained = (findings: readonly Finding[]): RuleFindings[] =>
  warningsByRule(findings).filter(({ justification }) => !explains(justification))

export type Counts = { readonly blocking: number; readonly unexplained: number }

/** How many findings of each section are to correct, and how many rules to explain. */
export const countsBySection = (
  findings: readonly Finding[],
  outline: readonly SectionOutline[],
): Readonly<Record<string, Counts>> =>
  Object.fromEntries(
    outline.map(({ name }) => {
      const own = inSection(findings, outline, name)
      return [name, { blocking: contradictions(own).length, unexplained: unexplained(own).length }]
    }),
  )

/** The findings that lead into a section. */
export const inSection = (
  findings: readonly Finding[],
  outline: readonly SectionOutline[],
  section: string,
): Finding[] => findings.filter(({ pointer }) => placeOf(outline, pointer).section === section)
