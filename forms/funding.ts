// The estimate of the prestation de service (PS) and of both bonuses, step by step (domain.md, « Money »). In cents,
// by whole-number arithmetic: what is shown adds up to the cent.
import { formatMoney } from './money.ts'
import type { FormInfo } from './nouns/form.ts'
import { operandValue, type Values } from './operands.ts'
import type { Rate } from './rates.ts'

export type FundingFacts = {
  readonly schoolYear: string
  /** Of the year, in cents. */
  readonly charges: number
  readonly collectifs: number
  /** The number of collectifs that the Caf notified: no more are paid for. Without it, nothing is capped. */
  readonly notified?: number | undefined
  /** The collectifs for which each bonus is asked. */
  readonly bonusChildren: number
  readonly bonusParents: number
}

/** A line of the computation: what it is, how it was come by, and its value, in cents where `money`. */
type Step = {
  readonly title: string
  readonly how: string
  readonly value: number
  readonly money: boolean
}

export type Funding =
  | {
      readonly computed: true
      readonly ps: number
      readonly bonusChildren: number
      readonly bonusParents: number
      readonly total: number
      readonly steps: readonly Step[]
      readonly source: string
    }
  | { readonly computed: false; readonly reason: string }

/** Rates have four decimals: as whole numbers of ten thousandths they multiply cents exactly. */
const TEN_THOUSANDTHS = 10_000

/**
 * The estimate: `round(min(charges / collectifs, ceiling) × rate) × collectifs`, where the cost is that of the
 * collectifs there were, and those that were not notified are not paid for; then so much per collectif and bonus.
 * Halves of a cent are rounded up. Refuses, with the sentence to show, where there is no rate for the year, no
 * collectif, or a number that cannot be one.
 */
export const estimateFunding = (facts: FundingFacts, known: readonly Rate[]): Funding => {
  const { schoolYear, charges, collectifs, notified = collectifs } = facts
  const rate = known.find((one) => one.schoolYear === schoolYear)
  if (!rate)
    return refused(
      `Les montants de l’année ${schoolYear} ne sont pas connus : aucune estimation n’est possible.`,
    )
  const counts = [collectifs, notified, facts.bonusChildren, facts.bonusParents]
  if (!isWhole(charges, 1e11) || !counts.every((count) => isWhole(count, 1e4)))
    return refused('Un montant ou un nombre ne convient pas : vérifiez vos réponses.')
  if (collectifs === 0)
    return refused('Sans collectif, il n’y a pas de prestation de service : indiquez leur nombre.')
  const paid = Math.min(collectifs, notified)
  const each = psPerCollectif(charges, collectifs, rate)
  const [children, parents] = [Math.min(facts.bonusChildren, paid), Math.min(facts.bonusParents, paid)]
  const [ps, bonusChildren, bonusParents] = [
    each * paid,
    children * rate.bonusChildren,
    parents * rate.bonusParents,
  ]
  const total = ps + bonusChildren + bonusParents
  const cost = Math.round(charges / collectifs)
  const percent = new Intl.NumberFormat('fr-FR', { style: 'percent', maximumFractionDigits: 2 }).format(
    rate.rate,
  )
  return {
    computed: true,
    ps,
    bonusChildren,
    bonusParents,
    total,
    steps: [
      counted('Collectifs pris en compte', cappedWords(facts), paid),
      money('Coût d’un collectif', `${formatMoney(charges)} ÷ ${collectifs}`, cost),
      money(
        'Coût retenu',
        `au plus ${formatMoney(rate.ceiling)} par collectif`,
        Math.min(cost, rate.ceiling),
      ),
      money('PS pour un collectif', `${percent} du coût retenu, arrondi au centime`, each),
      money('Prestation de service (PS)', `${formatMoney(each)} × ${paid}`, ps),
      money('Bonus enfants', `${formatMoney(rate.bonusChildren)} × ${children}`, bonusChildren),
      money('Bonus parents', `${formatMoney(rate.bonusParents)} × ${parents}`, bonusParents),
      money('Estimation totale', 'PS et bonus', total),
    ],
    source: rate.source,
  }
}

/** What the answers to a form say of its funding; undefined when form.json or an answer is missing. */
export const fundingFactsIn = (
  { funding }: Pick<FormInfo, 'funding'>,
  answers: Values,
  known: Pick<FundingFacts, 'schoolYear' | 'notified'>,
): FundingFacts | undefined => {
  if (!funding) return undefined
  const [charges, collectifs] = [
    operandValue(funding.charges, answers),
    operandValue(funding.collectifs, answers),
  ]
  if (charges === undefined || collectifs === undefined) return undefined
  return {
    ...known,
    charges,
    collectifs,
    bonusChildren: (funding.bonusChildren && operandValue(funding.bonusChildren, answers)) ?? 0,
    bonusParents: (funding.bonusParents && operandValue(funding.bonusParents, answers)) ?? 0,
  }
}

/** How many collectifs are paid for, and why. */
const cappedWords = ({ schoolYear, collectifs, notified }: FundingFacts): string => {
  if (notified === undefined)
    return `${collectifs} déclarés ; rien n’est encore notifié pour ${schoolYear}, donc sans plafond`
  if (collectifs > notified) return `${collectifs} déclarés, plafonnés à la notification : ${notified}`
  return `${collectifs} déclarés, dans la limite de la notification : ${notified}`
}

const psPerCollectif = (charges: number, collectifs: number, { rate, ceiling }: Rate): number => {
  const share = Math.round(rate * TEN_THOUSANDTHS)
  if (charges > ceiling * collectifs) return halfUp(ceiling * share, TEN_THOUSANDTHS)
  return halfUp(charges * share, collectifs * TEN_THOUSANDTHS)
}

/** `a / b` rounded to the nearest whole number, halves up, without a fraction in between. */
const halfUp = (a: number, b: number): number => {
  const rest = a % b
  return (a - rest) / b + (rest * 2 >= b ? 1 : 0)
}

/** Within these, the products of psPerCollectif stay exact. */
const isWhole = (value: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= 0 && value <= most
const refused = (reason: string): Funding => ({ computed: false, reason })
const money = (title: string, how: string, value: number): Step => ({ title, how, value, money: true })
const counted = (title: string, how: string, value: number): Step => ({ title, how, value, money: false })
