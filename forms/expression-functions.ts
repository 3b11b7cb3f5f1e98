import { isPhone, isRna, isSiret } from './identifiers.ts'

/** What registerFunctions needs of survey-core's FunctionFactory, without importing it. */
type Factory = { register: (name: string, run: (params: unknown[]) => boolean) => void }

const checks = { isSiret, isRna, isPhone }

/**
 * Registers the functions expressions may call beside SurveyJS's own, the same in the page and on the server:
 * `isSiret`, `isRna`, `isPhone`. An empty value passes: whether an answer is required is said elsewhere. Write
 * `isSiret({#siret})`, with the `#`: without it SurveyJS turns digits into a number.
 */
export const registerFunctions = (factory: Factory): void => {
  for (const [name, check] of Object.entries(checks))
    factory.register(name, ([value]) => value === undefined || value === null || value === '' || check(value))
}
