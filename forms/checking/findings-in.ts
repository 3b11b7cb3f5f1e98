// What stands in the way of publishing a questionnaire, and what could be better in it (design §4). The same checks run
// while it is edited (shown) and at publication (enforced); catalogue.ts lists them all.
import type { Content, Finding } from '../editing-wire.ts'
import { addressesIn } from './addresses.ts'
import { adviceIn } from './advice.ts'
import { askedLaterIn } from './asked-later.ts'
import { calculationsIn } from './calculations.ts'
import { capsIn } from './caps.ts'
import { catalogue } from './catalogue.ts'
import { choicesIn } from './choices.ts'
import { emptyIn } from './empty.ts'
import { htmlIn } from './html.ts'
import { imagesIn } from './images.ts'
import { infoIn, marksIn, sectionsIn } from './info.ts'
import { limitsIn } from './limits.ts'
import { linterIn } from './linter.ts'
import { loopsIn } from './loops.ts'
import { noticesMissingIn } from './notices.ts'
import { findingOf, type Reading, read, type Told } from './reading.ts'
import { regexesIn } from './regexes.ts'
import { blocksIn } from './repeated-blocks.ts'
import { rulesIn } from './rules.ts'
import { sizesIn } from './sizes.ts'
import { namesIn, pageNamesIn, pagesIn } from './structure.ts'
import { titlesIn } from './titles.ts'
import { malformedIn, unsupportedIn } from './well-formed.ts'

type Check = (reading: Reading) => Told[]

/** Those that follow names and formulas, which must be read first. */
const onAny: readonly Check[] = [
  malformedIn,
  unsupportedIn,
  pagesIn,
  pageNamesIn,
  emptyIn,
  namesIn,
  titlesIn,
  calculationsIn,
  choicesIn,
  capsIn,
  regexesIn,
  addressesIn,
  htmlIn,
  imagesIn,
  loopsIn,
  askedLaterIn,
  blocksIn,
  infoIn,
  sectionsIn,
  marksIn,
  rulesIn,
  adviceIn,
  noticesMissingIn,
]

/** Everything the checks find in a content, what blocks first, 500 at most. Never throws, whatever was typed. */
export const findingsIn = (content: Content): Finding[] => {
  const limits = limitsIn(content)
  if (limits.some(({ check }) => check === 'too-big')) return limits.map(findingOf)
  const reading = read(content)
  const told = [...limits, ...onAny.flatMap((check) => check(reading))]
  const isReadable = told.every(({ check }) => catalogue[check].severity === 'warning')
  const findings = [
    ...told,
    ...(limits.length === 0 ? linterIn(reading) : []),
    ...(isReadable ? sizesIn(reading) : []),
  ].map(findingOf)
  return [...new Map(findings.map((one) => [`${one.pointer} ${one.detail}`, one])).values()]
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST)
}

const MOST = 500

/** Whether what was found stands in the way of publishing. */
export const blocks = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'error')

const rank = ({ severity }: Finding): number => (severity === 'error' ? 0 : 1)
