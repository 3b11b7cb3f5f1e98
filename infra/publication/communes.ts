import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import * as z from 'zod'

const Communes = z.array(
  z.object({ code: z.string(), nom: z.string(), type: z.string(), departement: z.string().optional() }),
)

/**
 * The present communes of a département (« 73 », « 2A », « 974 ») in the code officiel géographique, from
 * @etalab/decoupage-administratif. Its file is read once, at the first call; an unknown département has none.
 */
export const communesOf = (departement: string): readonly { code: string; nom: string }[] => {
  cached ??= byDepartement()
  return cached.get(departement) ?? []
}

let cached: ReadonlyMap<string, { code: string; nom: string }[]> | undefined

const byDepartement = (): ReadonlyMap<string, { code: string; nom: string }[]> => {
  const file = createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/communes.json')
  const communes = Communes.parse(JSON.parse(readFileSync(file, 'utf8')))
  const present = communes.flatMap(({ type, departement, code, nom }) =>
    type === 'commune-actuelle' && departement ? [{ departement, code, nom }] : [],
  )
  return new Map(
    [...Map.groupBy(present, (commune) => commune.departement)].map(([departement, its]) => [
      departement,
      its.map(({ code, nom }) => ({ code, nom })),
    ]),
  )
}
