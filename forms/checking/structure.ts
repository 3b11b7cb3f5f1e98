// Pages, questions and their names: what answers are kept under, so nothing may be missing, doubled or reserved.
import { isReserved } from '../editing/names.ts'
import { isNote } from '../note-names.ts'
import { SectionName } from '../nouns/scalars.ts'
import { asks, calledOf, type Reading, removing, type Spot, setting, type Told } from './reading.ts'

/** Pages that ask nothing. */
export const pagesIn = ({ pages, spots }: Reading): Told[] => {
  const asking = spots.filter(({ kind }) => kind === 'question')
  if (asking.length === 0) return [{ check: 'no-question', path: ['definition'] }]
  const filled = new Set(asking.map(({ around }) => around[0]))
  return pages
    .filter((page) => !filled.has(page))
    .map((page) => ({
      check: 'empty-page',
      path: page.path,
      detail: `La page « ${calledOf(page)} » ne pose aucune question : ajoutez-en une ou supprimez-la.`,
      fix: removing(page.path, 'Supprimer cette page'),
    }))
}

/** Names of pages, which are those of the parts that are saved and shared out. */
export const pageNamesIn = ({ pages, content }: Reading): Told[] =>
  pages
    .filter(({ name }) => !SectionName.safeParse(name).success || isNote(name))
    .map((page, i): Told => {
      const fresh = freshName(sluggedPage(page.name, i), new Set(pages.map(({ name }) => name)))
      return {
        check: isNote(page.name) ? 'reserved-name' : 'page-name',
        path: page.name === '' ? page.path : [...page.path, 'name'],
        ...(Array.isArray(content.definition.pages)
          ? { fix: setting([...page.path, 'name'], fresh, `La nommer « ${fresh} »`) }
          : {}),
      }
    })

/** Questions without a name, and names that are there twice or mean something else already. */
export const namesIn = ({ pages, spots }: Reading): Told[] => {
  const families = new Map<Spot | undefined | 'pages', Spot[]>([['pages', [...pages]]])
  for (const spot of spots) families.set(spot.holder, [...(families.get(spot.holder) ?? []), spot])
  return [
    ...spots.filter((spot) => spot.name === '' && asks(spot)).map((spot) => unnamed(spot, families)),
    ...[...families.values()].flatMap(doubled),
    ...spots.flatMap(reserved),
    ...(families.get(undefined) ?? []).flatMap(beside(families.get(undefined) ?? [])),
  ]
}

const unnamed = (spot: Spot, families: ReadonlyMap<unknown, Spot[]>): Told => {
  const taken = new Set((families.get(spot.holder) ?? []).map(({ name }) => name))
  const fresh = freshName('question', taken)
  return {
    check: 'no-name',
    path: spot.path,
    fix: setting([...spot.path, 'name'], fresh, `La nommer « ${fresh} »`),
  }
}

const doubled = (family: readonly Spot[]): Told[] => {
  const taken = new Set(family.map(({ name }) => name))
  const first = new Map<string, Spot>()
  return family.flatMap((spot): Told[] => {
    const known = first.get(spot.name.toLowerCase())
    if (spot.name === '') return []
    first.set(spot.name.toLowerCase(), known ?? spot)
    if (!known) return []
    const fresh = freshName(spot.name, taken)
    taken.add(fresh)
    return [
      {
        check: 'duplicate-name',
        path: [...spot.path, 'name'],
        question: spot.name,
        detail: `« ${spot.name} » est déjà le nom de « ${calledOf(known)} » : donnez un nom qui ne sert qu’ici.`,
        fix: setting([...spot.path, 'name'], fresh, `Le renommer « ${fresh} »`),
      },
    ]
  })
}

const reserved = (spot: Spot): Told[] => {
  const why = reasonAgainst(spot.name)
  if (!why) return []
  const fresh = freshName(slugged(spot.name) || 'question', new Set([spot.name]))
  return [
    {
      check: 'reserved-name',
      path: [...spot.path, 'name'],
      question: spot.name,
      detail: `Le nom « ${spot.name.slice(0, 80)} » n’est pas possible : ${why}.`,
      fix: setting([...spot.path, 'name'], fresh, `Le renommer « ${fresh} »`),
    },
  ]
}

const MAX_NAME = 100

const reasonAgainst = (name: string): string | undefined => {
  if (isReserved(name)) return 'il a déjà un sens'
  if (/[{}[\].#$'"/\\]/.test(name))
    return 'les formules ne sauraient pas le lire (point, accolade, crochet, apostrophe…)'
  if (/^\d+$/.test(name)) return 'il lui faut au moins une lettre'
  return name.length > MAX_NAME ? `il dépasse ${MAX_NAME} caractères` : undefined
}

/** A question named like the comment or the totals of another: both would be kept under one name. */
const beside = (family: readonly Spot[]) => {
  const called = new Map(family.map((spot) => [spot.name, calledOf(spot)]))
  const names = new Set(called.keys())
  return (spot: Spot): Told[] => {
    const owner = /^(.+)-(?:Comment|total)$/.exec(spot.name)?.[1]
    if (owner === undefined || !names.has(owner)) return []
    const fresh = freshName(spot.name.replaceAll('-', '_'), names)
    return [
      {
        check: 'duplicate-name',
        path: [...spot.path, 'name'],
        question: spot.name,
        detail: `« ${spot.name} » garde déjà la précision ou les totaux de « ${called.get(owner)} » : donnez un autre nom.`,
        fix: setting([...spot.path, 'name'], fresh, `Le renommer « ${fresh} »`),
      },
    ]
  }
}

/** A name nobody has: the one wished, or with the first free number after it. */
const freshName = (wished: string, taken: ReadonlySet<string>): string => {
  const lower = new Set([...taken].map((name) => name.toLowerCase()))
  if (!lower.has(wished.toLowerCase())) return wished
  let number = 2
  while (lower.has(`${wished}_${number}`.toLowerCase())) number += 1
  return `${wished}_${number}`
}

/** Words as a name that expressions and parts read: « Âge du public » is `age_du_public`. */
const slugged = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '_')
    .replaceAll(/^_+|_+$/g, '')
    .slice(0, 60)

const sluggedPage = (name: string, i: number): string => {
  const slug = slugged(name)
  return /^[a-z]/.test(slug) && !isNote(slug) ? slug : `page_${slug || i + 1}`.slice(0, 60)
}
