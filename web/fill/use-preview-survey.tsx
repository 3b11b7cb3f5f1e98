import { useEffect, useRef, useState } from 'preact/hooks'
import type { FormVersion } from '../../forms/nouns/form.ts'
import type { Answers } from '../../forms/nouns/scalars.ts'
import { outlineOf } from '../shared/outline.ts'
import { loadSurvey } from './load-survey.ts'
import { sanitiserOf } from './sanitise.ts'
import { inSlices } from './slices.ts'
import type { Survey } from './survey-options.ts'

type Definition = FormVersion['definition']
type Built = { readonly survey: Survey; readonly names: readonly string[]; readonly round: number }

/**
 * The survey of a definition, built again when that changes with what had been answered; the one before stays until the
 * next is ready. `failure` when the last definition cannot be built.
 */
export const useSurvey = (definition: Definition): { built: Built | undefined; failure: unknown } => {
  const [built, setBuilt] = useState<Built>()
  const [failure, setFailure] = useState<unknown>()
  const latest = useRef<Built | undefined>(undefined)
  const text = JSON.stringify(definition)
  useEffect(() => {
    let isPast = false
    build(JSON.parse(text), latest.current).then(
      (next) => {
        if (isPast) return
        latest.current = next
        setBuilt(next)
        setFailure(undefined)
      },
      (error) => isPast || setFailure(error),
    )
    return () => {
      isPast = true
    }
  }, [text])
  return { built, failure }
}

const build = async (definition: Definition, before: Built | undefined): Promise<Built> => {
  const [{ buildSurvey }, sanitise] = await Promise.all([loadSurvey(), sanitiserOf(definition)])
  const answers: Answers = Object.assign(
    {},
    ...(before?.names.map((name) => before.survey.draftOf(name)) ?? []),
  )
  const { survey, steps } = buildSurvey({
    definition,
    answers,
    serverSet: {},
    sanitise,
    onChange: () => {},
    drawDocuments: () => <p class="quiet-text">Les documents se donnent ici.</p>,
  })
  await inSlices(steps)
  const names = outlineOf(definition)
    .map(({ name }) => name)
    .filter((name) => name !== '')
  return { survey, names, round: (before?.round ?? 0) + 1 }
}
