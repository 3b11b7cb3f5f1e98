// Figures in words: what is hidden says so, money is in euros, a share goes with its count.
import { deadlineText } from '../../forms/dates.ts'
import type {
  Bin,
  CampaignResults,
  FilterView,
  Numbers,
  Part,
  QuestionResult,
} from '../../forms/results-wire.ts'
import { numberWords } from '../shared/answer-text.ts'
import { counted } from './campaign-words.ts'

export const HIDDEN = 'masqué'

/** A count; « masqué » where it is not told. */
export const countWords = (count: number | null): string =>
  count === null ? HIDDEN : count.toLocaleString('fr-FR')

/** A number computed of answers, to two decimals; `absent` where there is none or it is not told. */
export const amountWords = (value: number | null, isMoney: boolean, absent = HIDDEN): string =>
  value === null ? absent : numberWords(isMoney ? value : Math.round(value * 100) / 100, isMoney)

/** « 38 % »; nothing without a whole. */
export const shareWords = (count: number | null, of: number | null): string =>
  count === null || of === null || of === 0 ? '' : `${Math.round((100 * count) / of)}\u00a0%`

/** How much of the whole a bar shows, from 0 to 100. */
export const shareOf = (count: number | null, of: number): number =>
  count === null || of <= 0 ? 0 : Math.round((1000 * count) / of) / 10

/** « moins de 10 », « de 10 à moins de 20 », « 20 et plus », or the value itself. */
export const binWords = ({ from, to, isValue }: Bin, isMoney: boolean): string => {
  const word = (value: number) => amountWords(value, isMoney)
  if (from === null) return to === null ? 'toutes valeurs' : `moins de ${word(to)}`
  if (isValue) return word(from)
  return to === null ? `${word(from)} et plus` : `de ${word(from)} à moins de ${word(to)}`
}

/** « septembre 2024 », « de septembre à octobre 2024 ». */
export const monthWords = (from: string, to: string): string =>
  from === to ? monthName(from) : `de ${monthName(from)} à ${monthName(to)}`

const month = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' })
const monthName = (name: string): string => month.format(new Date(`${name}-01T00:00:00Z`))

const day = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' })
export const dayName = (name: string | null): string => (name === null ? HIDDEN : day.format(new Date(name)))

/** While nothing is transmitted: what will come here, and until when. */
export const comingWords = ({
  closesAt,
  zone,
  now,
}: Pick<CampaignResults, 'closesAt' | 'zone' | 'now'>): string =>
  closesAt > now
    ? `Les chiffres et les graphiques apparaîtront ici dès le premier dossier transmis ; les partenaires ont jusqu’au ${deadlineText(closesAt, zone)}.`
    : 'La campagne est close : il n’y aura de résultats ici que si un dossier a plus de temps et est transmis.'

/** Under as many, a share of the whole says nearly nothing. */
const FEW = 5

/** « 24 dossiers transmis », « 8 dossiers sur 24 transmis ». */
export const scopeWords = (results: Pick<CampaignResults, 'transmitted' | 'dossiers'>): string => {
  const { transmitted, dossiers } = results
  if (dossiers === null) return 'Le nombre de dossiers est masqué : trop peu pour être publié.'
  const few =
    dossiers > 0 && dossiers < FEW ? ' C’est peu : lisez les nombres plutôt que les pourcentages.' : ''
  if (dossiers === transmitted)
    return `${counted(dossiers, 'dossier')} ${dossiers > 1 ? 'transmis comptent' : 'transmis compte'} ici. Les brouillons n’y sont pas.${few}`
  return `${counted(dossiers, 'dossier')} sur ${transmitted === null ? 'tous les' : transmitted.toLocaleString('fr-FR')} transmis.${few}`
}

/** Who answered, of whom: « 18 réponses sur 20 dossiers ». */
export const baseWords = (question: QuestionResult): string => {
  const { answered, shown, asked, isAtLeast, versions } = question
  if (shown === 0 && !isAtLeast)
    return asked === null || asked < 2
      ? 'Posée à aucun dossier'
      : `Posée à aucun des ${countWords(asked)} dossiers`
  const of =
    asked !== null && shown !== null && shown < asked
      ? `${isAtLeast ? 'au moins ' : ''}${counted(shown, 'dossier')} à qui elle était posée, de ${countWords(asked)}`
      : `${shown === null ? `un nombre ${HIDDEN} de dossiers` : counted(shown, 'dossier')}`
  const who = answered === null ? `Nombre de répondants ${HIDDEN}` : counted(answered, 'répondant')
  const where =
    versions === undefined
      ? ''
      : ` · posée par ${versions.length > 1 ? 'les versions' : 'la version'} ${versions.join(', ')}`
  return `${who} sur ${of}${where}`
}

/** The same of a column: « 31 réponses sur 40 lignes ». */
export const partWords = ({ answered, shown }: Part, noun: string): string =>
  answered === null || shown === null
    ? `Nombre de réponses ${HIDDEN}`
    : `${counted(answered, 'réponse')} sur ${counted(shown, noun)}`

/** What numbers come to, line by line: what is told of them, and its words. */
export const numberLines = (numbers: Numbers, isMoney: boolean): (readonly [string, string])[] => {
  const none = numbers.count === 0 ? 'aucune réponse' : HIDDEN
  const word = (value: number | null) => amountWords(value, isMoney, none)
  return [
    ['Total', word(numbers.sum)],
    ['Moyenne', word(numbers.mean)],
    ['Médiane', word(numbers.median)],
    ['Premier quartile', word(numbers.q1)],
    ['Troisième quartile', word(numbers.q3)],
    ['Minimum', word(numbers.min)],
    ['Maximum', word(numbers.max)],
    ['Nombre de réponses', countWords(numbers.count)],
    ...(numbers.notZero === null
      ? []
      : [['Dossiers où il n’est pas nul', countWords(numbers.notZero)] as const]),
  ]
}

/** The filters that are set, as a sentence: « Commune : Chambéry ; Milieu : Rural ». */
export const filterWords = (filters: readonly FilterView[]): string =>
  filters
    .flatMap(({ label, chosen, options }) =>
      chosen === undefined
        ? []
        : `${label} : ${options.find(({ value }) => value === chosen)?.text ?? chosen}`,
    )
    .join(' ; ')

export const kindWords = {
  territory: 'Territoire',
  level: 'Niveau',
  organisation: 'Organisation',
} as const
