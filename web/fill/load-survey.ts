type Module = typeof import('./survey.tsx')

let loading: Promise<Module> | undefined

/**
 * SurveyJS, loaded once and asked for by one promise: Safari lets a second importer of a module that is still at
 * work go on too early. Rejects when it cannot be loaded; the next call tries again.
 */
export const loadSurvey = (): Promise<Module> => {
  loading ??= import('./survey.tsx').catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}
