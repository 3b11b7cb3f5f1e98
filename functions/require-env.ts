import { type Grant, type Variable, variablesOf } from './grants.ts'

/** The value of an environment variable; throws naming the variable when it is missing or empty. */
export const requireEnv = (name: Variable): string => {
  const value = process.env[name]
  if (!value)
    throw new Error(`La variable d'environnement ${name} manque : la fonction ne peut pas démarrer.`)
  return value
}

/**
 * Called as a handler's module loads, so that a function without a variable that its grants call for fails at its
 * cold start, on the deployment that forgot it, rather than on the first request that needs it.
 */
export const requireEnvFor = (grants: readonly Grant[]): void => {
  for (const name of variablesOf(grants)) requireEnv(name)
}
