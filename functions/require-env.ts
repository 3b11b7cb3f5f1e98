/** The value of an environment variable; throws naming the variable when it is missing or empty. */
export const requireEnv = (name: string): string => {
  const value = process.env[name]
  if (!value)
    throw new Error(`La variable d'environnement ${name} manque : la fonction ne peut pas démarrer.`)
  return value
}
