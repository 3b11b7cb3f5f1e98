import type { JSX } from 'preact'
import type { Coherence } from '../../forms/findings.ts'
import { Explain } from './explain.tsx'
import { warningsByRule } from './findings.ts'
import type { SectionOutline } from './outline.ts'

type Props = {
  readonly coherence: Coherence
  readonly outline: readonly SectionOutline[]
  readonly level?: 2 | 3
}

/** What was unusual in answers that were transmitted, and the explanations that came with them. */
export const CoherenceView = ({ coherence, outline, level = 2 }: Props): JSX.Element => {
  const Heading = level === 2 ? 'h2' : 'h3'
  const warnings = warningsByRule(coherence.findings)
  return (
    <section class="card checks" aria-labelledby="coherence-transmise">
      <Heading id="coherence-transmise">Cohérence des réponses transmises</Heading>
      {warnings.length === 0 ? <p>Rien d’inhabituel n’a été trouvé.</p> : null}
      {warnings.map((warning) => (
        <Explain key={warning.rule} {...{ warning, outline }} linkOf={answerLink} />
      ))}
      <p class="quiet-text">Règles appliquées : {coherence.ruleSet}</p>
    </section>
  )
}

/** To the answer as it is read on the same page. */
const answerLink = (pointer: string) => ({ href: `#q-${pointer.split('/')[1] ?? ''}` })
