// What the rules find in a correction by the Caf while it is written, and why the agent says that what is unusual in it
// is right. What the partner explained stands until it is written anew.
import type { Finding } from '../../forms/findings.ts'
import { textsOf } from '../../forms/notes.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import type { ResponseView } from '../../forms/response-wire.ts'
import { serverNow } from '../shared/clock.ts'
import type { SectionOutline } from '../shared/outline.ts'
import { createChecking } from './checking.ts'
import type { PanelWords } from './checks-part.tsx'
import type { DeviceCopy, DeviceStore } from './device-store.ts'
import type { Written } from './send-correction.ts'
import type { Drawing } from './survey-parts.ts'

/** The name under which this device keeps the explanations, beside the correction. */
const KEPT = 'explications'

type Options = {
  readonly response: () => ResponseView
  readonly outline: readonly SectionOutline[]
  readonly store: DeviceStore
  readonly answers: () => Answers
  readonly onChecked: () => void
}

/** Of a section: what stops the correction from being saved. */
export type Obstacle = Pick<SectionOutline, 'name' | 'title'> & {
  readonly blocking: number
  readonly unexplained: number
}

export const createCorrectChecks = ({ response, outline, store, answers, onChecked }: Options) => {
  let texts: Readonly<Record<string, string>> = {}
  const justifications = () => ({ ...givenIn(response().submission?.coherence?.findings), ...texts })
  const checking = createChecking({ response, outline, answers, justifications, onChecked })
  const keep = (): Promise<void> =>
    store.keep(
      KEPT,
      Object.keys(texts).length === 0
        ? undefined
        : {
            base: { answers: {}, revision: 0 },
            ...{ mine: texts, conflicts: [], changedAt: serverNow(), unacknowledged: [] },
          },
    )
  const words: PanelWords = {
    title: 'Cohérence des réponses corrigées',
    contradicting: 'Corrigez ou complétez ces réponses : elles empêchent d’enregistrer.',
    unusual: 'C’est inhabituel. Corrigez, ou dites pourquoi : le partenaire vous lira.',
    labelsOf: (rule) => ({
      given:
        rule in texts ? 'Votre explication' : 'Explication du partenaire, gardée si vous n’y changez rien',
      missing: 'Dites pourquoi, ou corrigez (obligatoire pour enregistrer)',
    }),
  }
  return {
    words,
    load: checking.load,
    later: checking.later,
    verdict: checking.verdict,
    Panel: () => checking.loaded()?.part.ChecksPanel,
    /** The forecast beside the fields, once the checks are loaded. */
    beside: (): Pick<Drawing, 'beside' | 'under'> => {
      const loaded = checking.loaded()
      const forecast = loaded?.part.forecastOf(response().form, loaded.checks.facts.others)
      return loaded && forecast ? loaded.part.comparing(forecast) : {}
    },
    /** The sections with something to correct or to explain. */
    obstacles: (): Obstacle[] =>
      outline
        .map(({ name, title }) => ({ name, title, ...checking.counts(name) }))
        .filter(({ blocking, unexplained }) => blocking + unexplained > 0),
    notes: {
      justifications,
      mayExplain: () => true,
      explain: (rule: string, text: string): void => {
        const { [rule]: _, ...others } = texts
        const stood = givenIn(response().submission?.coherence?.findings)[rule] ?? ''
        texts = text === stood ? others : { ...others, [rule]: text }
        keep()
        checking.later()
        onChecked()
      },
    },
    /** What the agent explained, for the request. */
    written: (): Pick<Written, 'justifications'> =>
      Object.keys(texts).length > 0 ? { justifications: texts } : {},
    /** Goes on from what this device kept. */
    resume: (copies: Readonly<Record<string, DeviceCopy>>): void => {
      texts = textsOf(copies[KEPT]?.mine ?? {})
    },
    drop: (): Promise<void> => store.keep(KEPT, undefined),
  }
}

const givenIn = (findings: readonly Finding[] = []): Record<string, string> =>
  Object.fromEntries(
    findings.flatMap(({ rule, justification }) => (justification ? [[rule, justification]] : [])),
  )
